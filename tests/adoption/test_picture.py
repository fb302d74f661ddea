"""The picture of a county: what its own parts hold shows a level, what is only said is said, and nobody is ranked."""

from __future__ import annotations

import csv
from datetime import timedelta
from io import StringIO

import pytest

from porchlight.adoption.coaching import api as coaching
from porchlight.adoption.definition import api as definition
from porchlight.adoption.ground.api import NamesSomebody, case_free
from porchlight.adoption.picture import api as picture
from porchlight.adoption.picture.rules import BY_POLICY
from porchlight.adoption.policies import api as policies
from porchlight.adoption.publishing import api as publishing
from porchlight.adoption.steering import api as steering
from porchlight.adoption.training import api as training
from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from tests.adoption import drafts
from tests.adoption.counties import add_person, make_county
from tests.adoption.policies_made import named, registered, stepped
from tests.adoption.test_steering import began
from tests.adoption.training import make_course, plan
from tests.support.browsers import member
from tests.support.client import team_browser


def today():
    return clock.county_time(clock.now()).date()


def cell(county, agency: str, indicator: str, *, seen_by: str = "chair") -> picture.Cell:
    with county.by(seen_by) as visit:
        found = next(one for one in picture.picture(by=visit) if one.id == county.agencies[agency])
    return next(one for one in found.cells if one.indicator.key == indicator)


def say(county, agency: str, indicator: str, level: int, words: str = "") -> None:
    with county.by(f"{agency}.lead") as lead:
        picture.say_level(indicator, level=level, words=case_free(words, by=lead), by=lead)


def test_s16b_what_an_agency_only_says_is_said_and_not_shown(county):
    assert cell(county, "services", "A03").stands is picture.Stands.NOTHING
    say(county, "services", "A03", 4, "Nobody loses a bed.")
    said = cell(county, "services", "A03")
    assert (said.level, said.shown, said.stands) == (4, 0, picture.Stands.SAID)
    say(county, "services", "A03", 1)
    assert cell(county, "services", "A03").level == 1, "the newest counts"


def test_s16b_a_policy_in_use_shows_it_and_an_open_conflict_takes_it_back_to_paper(county):
    row = min(BY_POLICY["A03"])
    stepped(county, registered(county, serves=(row,)), "adopted", "in_use")
    shown = cell(county, "services", "A03")
    assert (shown.shown, shown.stands) == (4, picture.Stands.SHOWN)
    kind = next(one.key for one in policies.shipped().conflicts if row in one.rows)
    named(county, kind=kind)
    against = cell(county, "services", "A03")
    assert (against.shown, against.against) == (2, 1)
    assert cell(county, "probation", "A03").against == 0


def test_s16d_who_signed_the_version_in_force_has_signed_while_the_next_one_is_asked_about(county):
    drafts.in_force(county)
    coming = drafts.closed(county, words="A young person leads. Every door stays open.")
    assert cell(county, "services", "A02").shown == 2
    drafts.answers(county, coming, services="dissents", advocates="ratifies")
    signed = cell(county, "services", "A02")
    assert (signed.shown, sorted(one.what for one in signed.evidence)) == (2, ["dissents", "ratifies"])
    assert cell(county, "advocates", "A02").shown == 2
    drafts.answers(county, coming, probation="ratifies")
    with county.by("chair") as chair:
        definition.come_in_force(coming, by=chair)
    assert [one.what for one in cell(county, "services", "A02").evidence] == ["dissents"]


def test_figures_of_practice_are_shown_from_five_people_on_and_nothing_stands_in_their_place(cast, county):
    assert cell(county, "services", "A14").figure is None
    for number in range(4):
        add_person(cast, county, f"f{number}", agency="services")
    with county.by("services.manager") as manager:
        coaching.write_coaching(
            county["services.worker"].seat, on_day=today(), strategy=case_free("Listening", by=manager),
            barrier=case_free("", by=manager), support=case_free("", by=manager), support_by=None, by=manager,
        )  # fmt: skip
    found = cell(county, "services", "A14").figure
    assert (found.many, found.of) == (1, 7)
    assert cell(county, "probation", "A14").figure is None


def lived_place(county, body, *, paid: bool, holder: str = "Sam Field"):
    with county.by("chair") as chair:
        holder, nobody = case_free(holder, by=chair), case_free("", by=chair)
        return steering.set_place(
            body, partner=steering.LIVED, name=nobody, holder=holder, alternate=nobody, paid=paid, by=chair
        )


def came(county, meeting, *places, who: str = "holder") -> None:
    for place in places:
        with county.by("chair") as chair:
            steering.note_attendance(meeting, place=place, came=who, by=chair)


def test_s16c_paid_places_of_lived_experience_show_a_level_once_two_came_to_the_table(cast, county):
    body, _place, meeting = began(county)
    first = lived_place(county, body, paid=True)
    assert cell(county, "committee", "A16").shown == 0, "one is too few"
    second = lived_place(county, body, paid=True, holder="Kim Moon")
    paper = cell(county, "committee", "A16")
    assert (paper.shown, paper.evidence[0].what, paper.evidence[0].day) == (2, "lived_paid", today())
    came(county, meeting, first)
    assert cell(county, "committee", "A16").shown == 2, "one of them alone"
    came(county, meeting, second, who="alternate")
    shown = cell(county, "committee", "A16")
    assert (shown.shown, shown.evidence[0].what) == (4, "lived_came")
    assert cell(county, "services", "A16").evidence == (), "the committee's places are no agency's"
    came(county, meeting, second, who="nobody")
    assert cell(county, "committee", "A16").shown == 2, "the newest word on who came counts"
    lived_place(county, body, paid=False, holder="Lee Sand")
    assert cell(county, "committee", "A16").shown == 0, "one who is not paid"
    assert cell(make_county(cast), "committee", "A16").evidence == ()


def test_lived_experience_that_met_longer_than_a_quarter_ago_or_on_a_day_called_off_shows_paper(county):
    body, _place, old = began(county, ago=timedelta(days=100))
    with county.by("chair") as chair:
        nothing = case_free("", by=chair)
        off = steering.call_meeting(
            body, starts_at=clock.now() - timedelta(days=1), venue=nothing, agenda=nothing, by=chair
        )
    places = [lived_place(county, body, paid=True) for _one in range(2)]
    for meeting in (old, off):
        came(county, meeting, *places)
    with county.by("chair") as chair:
        steering.call_off(off, by=chair)
    assert cell(county, "committee", "A16").shown == 2


def test_what_lived_experience_shows_stands_in_words_on_the_page_of_the_committee(county):
    body, _place, _meeting = began(county)
    for _one in range(2):
        lived_place(county, body, paid=True)
    with team_browser(county["chair"]) as chair:
        page = chair.text(f"/picture/{county.agencies['committee']}")
    assert "Pays its places of lived experience" in page


def test_agencies_stand_by_name_whatever_they_have_done(county):
    say(county, "services", "A03", 5)
    with county.by("member") as visit:
        names = [one.name for one in picture.picture(by=visit)]
    assert names == sorted(names)


def test_another_county_sees_nothing_of_it_and_a_worker_has_no_picture(cast, county):
    say(county, "services", "A03", 3)
    with make_county(cast).by("chair") as elsewhere:
        ids = {one.id for one in picture.picture(by=elsewhere)}
        assert picture.said_so_far(county.agencies["services"], by=elsewhere) == ()
    assert county.agencies["services"] not in ids
    with county.by("services.worker") as worker, pytest.raises(Refused):
        picture.picture(by=worker)


def test_a_lead_says_it_for_the_own_agency_and_only_what_concerns_it(county):
    with county.by("services.lead") as lead, pytest.raises(Refused):
        picture.say_level("A08", level=3, words=case_free("", by=lead), by=lead)
    with county.by("services.lead") as lead, pytest.raises(Refused):
        picture.say_level("A03", level=6, words=case_free("", by=lead), by=lead)
    with county.by("services.manager") as manager, pytest.raises(Refused):
        picture.say_level("A03", level=3, words=case_free("", by=manager), by=manager)


def test_s16b_a_lead_says_on_the_page_how_far_the_agency_is_and_nothing_typed_is_lost(county):
    agency = county.agencies["services"]
    with team_browser(county["services.lead"]) as lead:
        address = "/picture/say/A03"
        missing = lead.send(address, words="We keep beds.")
        assert missing.status_code == 422
        assert "We keep beds." in missing.content.decode()
        refused = lead.send(address, level="4", words="Since case 23JV0012")
        assert refused.status_code == 422
        assert "Since case 23JV0012" in refused.content.decode()
        assert lead.send(address, level="4", words="We keep beds.").status_code == 303
        page = lead.text(f"/picture/{agency}")
        assert "Said, not shown" in page
        assert "We keep beds." in page
        assert lead.get("/picture/say/A08").status_code == 404
    with team_browser(county["probation.lead"]) as other:
        assert "Say how far you are" not in other.text(f"/picture/{agency}")
        assert other.get("/picture/say/nothing").status_code == 404


def test_the_page_draws_one_glass_an_agency_and_says_the_same_in_words_and_in_its_table(county):
    say(county, "services", "A03", 4)
    with team_browser(county["chair"]) as chair:
        page = chair.text("/picture")
        assert "3 agencies: 1 said, not shown; 2 nothing yet." in page
        assert page.count("stroke-dasharray") == 2, "how to read it, and the one agency that says more than is shown"
        assert chair.get("/picture/time").status_code == 200
        rows = list(csv.reader(StringIO(chair.get("/picture.csv").content.decode("utf-8-sig"))))
    mine = next(row for row in rows if row[0].startswith("Services") and row[2] == "A03")
    assert mine[5:7] == ["In use", "Said, not shown"]


def test_the_page_of_a_sign_says_agency_by_agency_where_it_stands(county):
    say(county, "probation", "A08", 2, "The sheet is new.")
    with team_browser(county["chair"]) as chair:
        page = chair.text("/picture/sign/A08")
        assert "Before any response to a broken term" in page
        assert "The sheet is new." in page
        assert f'href="/picture/{county.agencies["probation"]}"' in page
        assert county.agencies["services"].hex not in page.replace("-", "")
        assert chair.get("/picture/sign/A99").status_code == 404


def test_a_cell_that_a_spreadsheet_would_run_is_text(cast, county):
    from porchlight.desks.team.leadership.picture.pages_picture import _safe

    assert _safe(("=1+1", "-2", "@x", "plain")) == ("'=1+1", "'-2", "'@x", "plain")


def test_the_chair_publishes_counts_without_a_name(county):
    say(county, "services", "A03", 4)
    with team_browser(county["chair"]) as chair:
        assert chair.send("/picture/publish", page="/picture").status_code == 303
    with county.by("chair") as visit:
        found = [one for one in publishing.publications(by=visit, county=county.key) if one.kind == "picture"]
    copies = {one.language: one for one in found}
    assert len(found) == len(copies) == 2
    assert "Being away costs nothing" in copies["en"].body
    assert "Estar fuera no cuesta nada" in copies["es"].body
    assert not [one for one in found if "Services" in one.body]
    with team_browser() as anybody:
        assert "Being away costs nothing" in anybody.text(f"/published/{copies['en'].id}")


def test_a_statement_names_no_young_person(county):
    with county.by("services.lead") as lead, pytest.raises(NamesSomebody):
        picture.say_level("A03", level=3, words=case_free("born May 4, 2010", by=lead), by=lead)


def test_the_picture_of_a_county_asks_the_database_no_more_than_twelve_times(county):
    say(county, "services", "A03", 2)
    browser = member(county["chair"])
    for address in ("/picture", f"/picture/{county.agencies['services']}", "/picture/sign/A03", "/picture/time"):
        browser.get(address)
        assert len(browser.statements) + 1 <= 12, (address, browser.statements)


def test_s16b_a_training_that_was_held_stands_in_the_line_of_time_and_one_called_off_does_not(county):
    course = make_course(county, title="Words first")
    plan(county, course, on=today() - timedelta(days=3))
    off = plan(county, make_course(county, title="Called off"), on=today() + timedelta(days=3))
    with county.by("services.trainer") as trainer:
        training.call_off(off, by=trainer)
    with team_browser(county["member"]) as member_of_table:
        page = member_of_table.text("/picture/time")
    assert "Trainings held: 1" in page
    assert "held a training: Words first" in page
    assert "Called off" not in page


def test_what_happened_has_its_day_and_what_is_older_than_two_years_stands_in_the_table_alone(county):
    with county.by("chair") as chair:
        found = picture.marks(picture.picture(by=chair))
    assert all(one.day <= today() + timedelta(days=1) for one in found)
