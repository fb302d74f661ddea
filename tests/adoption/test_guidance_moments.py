"""Guidance at the moment it applies: one quiet line, for the role it is for, about our work and nobody else."""

from __future__ import annotations

from datetime import timedelta

import pytest

from porchlight.adoption.guidance.shipped import EVIDENCE
from tests.absences.homecoming import Scene
from tests.journeys.test_j3_coming_home import away
from tests.lints.visible import visible_blocks
from tests.pages.looking import looked_at
from tests.support.client import team_browser, youth_browser
from tests.support.statements import statements

LINE = "Guidance for this moment:"
MOST_STATEMENTS = 12
TITLES = {"SW": "For social workers", "CG": "For caregivers", "BH": "For behavioral health", "ADV": "For survivor"}


@pytest.fixture
def home(cast) -> Scene:
    return Scene(cast)


def line_on(cast, role: str, address: str) -> str:
    """The one line of that page for that role, or nothing; the page passes the lints and costs what it may."""
    with team_browser(cast[role]) as browser, statements() as asked:
        answer = browser.get(address)
    assert answer.status_code == 200, address
    assert len(asked) <= MOST_STATEMENTS, f"{address}: {len(asked)}"
    html = looked_at(answer.content.decode(), house="team", address=address)
    found = [block for block in visible_blocks(html) if LINE in block]
    assert len(found) <= 1
    if found:
        at = html.index(LINE)
        return html[at : html.index("</p>", at)]
    return ""


@pytest.mark.parametrize("role", ["SW", "CG"])
def test_s2_at_a_return_caregiver_and_worker_meet_theirs_with_its_grade(cast, home, role):
    youth = away(home, left=timedelta(hours=5), name="Linnet")
    with team_browser(cast[role]) as browser:
        assert browser.send(f"/y/{youth}/back").status_code == 303
    line = line_on(cast, role, f"/y/{youth}/welcome")
    assert TITLES[role] in line
    assert EVIDENCE["promising"] in line
    assert "Linnet" not in line


@pytest.mark.parametrize(("role", "address"), [("CG", "left"), ("SW", "left"), ("SW", "absence")])
def test_s2_when_someone_left_it_stands_on_the_page_of_the_leaving(cast, home, role, address):
    youth = away(home, left=timedelta(hours=5), name="Linnet")
    line = line_on(cast, role, f"/y/{youth}/{address}")
    assert TITLES[role] in line
    assert "Linnet" not in line


def test_s2_while_nobody_left_the_page_of_absences_has_no_line(cast, home):
    youth = home.young_person(name="Siskin")
    assert line_on(cast, "SW", f"/y/{youth}/absence") == ""


def test_s2_while_a_plan_is_being_begun_it_stands_there_and_after_both_said_yes_it_does_not(cast, home):
    from porchlight.project.stage import acting, in_house
    from porchlight.safety import api as safety

    youth = home.young_person(name="Siskin")
    assert TITLES["SW"] in line_on(cast, "SW", f"/y/{youth}/plan")
    seats = [cast["SW"].seat]
    with in_house("youth"), acting(youth, youth=True) as visit:
        safety.write_section(youth, key="safer", words="My steps", together=False, seats=seats, by=visit)
        safety.say_yes(youth, by=visit)
    assert TITLES["SW"] in line_on(cast, "SW", f"/y/{youth}/plan")
    with in_house("team"), acting(cast["SW"].seat) as sw:
        safety.say_yes(youth, by=sw)
    assert line_on(cast, "SW", f"/y/{youth}/plan") == ""


def test_the_young_persons_house_has_no_such_line(cast, home):
    youth = home.young_person(name="Siskin")
    with youth_browser(youth) as browser:
        for address in ("/", "/n/4"):
            assert LINE not in browser.text(address)
            assert "/guidance" not in browser.text(address)


def test_the_line_is_the_same_whoever_it_is_that_left(cast, home):
    lines = {
        line_on(cast, "SW", f"/y/{away(home, left=timedelta(hours=hours), name=name)}/absence")
        for name, hours in (("Linnet", 3), ("Siskin", 70))
    }
    assert len(lines) == 1


def test_a_seat_of_no_county_sees_no_line():
    from porchlight.desks.team.leadership.guidance.moment import at_the_moment
    from porchlight.policy.api import Visit

    assert at_the_moment(Visit(house="team"), "someone_left") is None
