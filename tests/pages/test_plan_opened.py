"""Whoever the young person picked for a part of the plan reads that part, and nothing else of it."""

from __future__ import annotations

import pytest

from tests.messaging.household import make_household
from tests.support.client import team_browser


@pytest.fixture
def house(cast):
    return make_household(cast, beside=("CG", "BH"))


def write(house, *, key: str, words: str, seats: str = "") -> None:
    """The worker writes a part beside the young person, for these seats."""
    with team_browser(house.worker) as page:
        answer = page.send(f"/y/{house.youth}/plan/write/{key}", words=words, whose="theirs", seats=seats)
        assert answer.status_code == 303


def read(house, member, *, place: str = "/plan") -> str:
    with team_browser(member) as page:
        return page.text(f"/y/{house.youth}{place}")


def test_a_part_that_was_opened_to_the_home_is_read_there_and_no_other_part(cast, house):
    write(house, key="safe", words="A door that locks.", seats=str(cast["CG"].seat))
    write(house, key="signs", words="When it gets loud.")
    text = read(house, cast["CG"])
    assert "What safe means to me" in text
    assert "A door that locks." in text
    assert "When it gets loud." not in text
    assert "How I can tell that I want to go" not in text
    assert "A door that locks." in read(house, cast["CG"], place="/")
    assert "A door that locks." in read(house, cast["CG"], place="/plan/print")


def test_where_the_whole_plan_stands_is_not_said_to_somebody_who_reads_one_part(cast, house):
    write(house, key="safe", words="A door that locks.", seats=str(cast["CG"].seat))
    text = read(house, cast["CG"]) + read(house, cast["CG"], place="/")
    for said in ("Agreed", "agreed yet", "Being made", "To be looked at", "Versions", "more written"):
        assert said not in text, said


def test_a_part_that_was_closed_again_is_read_no_more(cast, house):
    write(house, key="safe", words="A door that locks.", seats=str(cast["CG"].seat))
    write(house, key="safe", words="A door that locks, and a lamp.")
    with team_browser(cast["CG"]) as page:
        assert page.get(f"/y/{house.youth}/plan").status_code == 404
        assert "A door that locks" not in page.text(f"/y/{house.youth}/")


def test_one_part_opened_to_one_seat_opens_nothing_to_another(cast, house):
    write(house, key="safe", words="A door that locks.", seats=str(cast["CG"].seat))
    with team_browser(cast["BH"]) as page:
        assert page.get(f"/y/{house.youth}/plan").status_code == 404
