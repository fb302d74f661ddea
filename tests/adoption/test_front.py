"""What waits for a seat stands on its first page, whatever it is, and all of it costs one statement."""

from __future__ import annotations

from datetime import timedelta

import pytest

from porchlight.adoption.coaching import api as coaching
from porchlight.adoption.definition import api as definition
from porchlight.adoption.front import api as front
from porchlight.kernel import clock
from porchlight.policy.api import Office
from porchlight.project.stage import acting, in_house
from porchlight.teams import api as teams
from tests.adoption import guides
from tests.adoption.drafts import closed
from tests.adoption.training import SIXTY, attend, plan, says, young_person_beside
from tests.support.client import team_browser
from tests.support.statements import statements

MOST_STATEMENTS = 11  # and one for the signed context, which goes past this count
WAITS = ("Begin small", "Ask how they are first", "Somebody would like to talk", "You sign for it.")


@pytest.fixture
def everything(cast, county):
    """A worker who leads, coaches and signs, beside a young person who is away, with something waiting of each kind."""
    lead = county["services.lead"].seat
    with in_house("team"), acting(cast.administrator) as adm:
        for office in (Office.MANAGER, Office.SIGNATORY, Office.TRAINER):
            teams.give_office(lead, office=office, by=adm)
    attend(county, session := plan(county), "services.lead")
    says(county, "services.lead", session, will="Ask how they are first")
    guides.send(county, guides.add(county, title="Begin small"))
    closed(county)
    with county.by("services.worker") as worker:
        assert coaching.ask_for_a_talk(lead, by=worker)
    youth = young_person_beside(county, "services.lead", used="Fern")
    with team_browser(county["services.lead"]) as page:
        assert page.send(f"/y/{youth}/left", heard="phone").status_code == 303
    return county


def test_all_that_waits_stands_on_the_first_page(everything):
    with clock.standing_still(clock.now() + SIXTY), team_browser(everything["services.lead"]) as page:
        text = page.text("/")
    for words in WAITS:
        assert words in text


@pytest.mark.parametrize("address", ["/", "/practice"])
def test_with_everything_waiting_a_page_makes_at_most_twelve_statements(everything, address):
    with clock.standing_still(clock.now() + SIXTY), team_browser(everything["services.lead"]) as page:
        definition.forget_foot()
        with statements() as asked:
            page.text(address)
    assert len(asked) <= MOST_STATEMENTS, asked
    assert any("absences_episode" in sql for sql in asked) is (address == "/")
    assert sum("json_agg(x)" in sql for sql in asked) == 1, "what waits is asked once"


def test_what_does_not_wait_is_not_there(county):
    with county.by("services.worker") as worker:
        found = front.what_waits(by=worker)
    assert found == front.FrontSheet((), (), (), (), ())


def test_a_talk_waits_for_the_one_who_was_asked_and_not_for_the_one_who_asked(county):
    with county.by("services.worker") as worker:
        assert coaching.ask_for_a_talk(county["services.manager"].seat, by=worker)
        assert front.what_waits(by=worker).talks == ()
    with county.by("services.manager") as manager:
        (talk,) = front.what_waits(by=manager).talks
        (same,) = coaching.talks(by=manager)
    assert talk == same


def test_what_was_sent_comes_with_its_day(county):
    day = guides.today() + timedelta(days=5)
    guides.send(county, guides.add(county, title="Begin small"), due_on=day)
    with county.by("services.worker") as worker:
        found = front.what_waits(by=worker).to_read
    assert [(one.sheet.title, one.due_on, one.waits) for one in found] == [("Begin small", day, True)]


def test_what_a_training_asks_comes_as_training_itself_would_say_it(county):
    attend(county, session := plan(county), "services.worker")
    says(county, "services.worker", session, will="Ask how they are first")
    from porchlight.adoption.training import api as training

    with clock.standing_still(clock.now() + SIXTY), county.by("services.worker") as worker:
        (found,) = front.what_waits(by=worker).asked
        assert (found,) == training.asked_now(by=worker)
    assert found.words == "Ask how they are first"
