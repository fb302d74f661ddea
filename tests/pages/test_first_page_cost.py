"""The first page with one of everything waiting, nothing remembered, and more young people than a list shows."""

from __future__ import annotations

from datetime import date

import pytest

from porchlight.adoption.definition.api import forget_foot
from porchlight.kernel import clock
from porchlight.policy.county import county_changed
from porchlight.project.stage import acting, in_house
from tests.messaging.household import make_household
from tests.needs import making
from tests.support.client import team_browser, youth_browser
from tests.support.statements import statements

MOST = 10  # and one for the signed context, which goes past this count
SHOWN = {
    "CG": ("Kit Legal wrote to you",),
    "SW": (
        "Call now: Cg Person",
        "A safe way to call:",
        "Kit wrote to you",
        "No contact yet",
        "Due",
        "Came home lately",
        "Needs without anyone",
    ),
}


@pytest.fixture
def busy(cast):
    """A worker and a caregiver with a call to make, a message, needs, one away and one home again."""
    from porchlight.absences import api as absences
    from porchlight.flows import coming_home, leaving
    from porchlight.people import api as people

    house = make_household(cast)
    house.put_on_call(first=house.worker)
    with youth_browser(house.youth) as page:
        for seat in (house.worker.seat, cast["CG"].seat):
            assert page.send("/n/6", page=f"/n/6?to={seat}", to=seat, words="Hello.").status_code == 303
    making.named_by(house.youth)
    with in_house("team"), acting(house.worker.seat) as worker:
        names = people.names_by_audience(legal="Lou", used="Lou", pronoun="they", ticked=frozenset({"team"}))
        other = people.welcome(names=names, legal_name="Lou", birth_date=date(2010, 3, 2), language="en", by=worker)
        leaving.begin_absence(other, state=absences.MISSING, by=worker)
        coming_home.come_home(other, told=coming_home.Told(back_at=clock.now()), by=worker)
        leaving.begin_absence(house.youth, state=absences.MISSING, by=worker)
    with team_browser(cast["CG"]) as page:
        assert page.send(f"/y/{house.youth}/backup", words="Company, please.", reach="555-0151").status_code == 303
    house.minutes_pass(30)
    return house


@pytest.mark.parametrize("role", sorted(SHOWN))
def test_with_everything_waiting_the_first_page_makes_few_statements(cast, busy, role, monkeypatch):
    monkeypatch.setattr("porchlight.people.queries.PAGE", 1)
    with team_browser(busy.worker if role == "SW" else cast[role]) as page:
        county_changed()
        forget_foot()
        with statements() as asked:
            text = page.text("/")
    assert [words for words in SHOWN[role] if words not in text] == []
    assert len(asked) <= MOST, asked
    assert sum("people_name" in sql for sql in asked) == 1, "all names are asked together"
    assert not any("pl.county()" in sql for sql in asked), "the session says which county"
