"""What leadership sees of promises: counts of an agency by quarter, and none where few stand behind them."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from uuid import UUID

import psycopg
import pytest

from porchlight.kernel.errors import Refused
from tests.goals.making import a_promise, outcome
from tests.needs.making import as_seat, young_person
from tests.support.cast import Member
from tests.support.connections import as_visitor

SPRING, SUMMER = date(2031, 4, 1), date(2031, 7, 1)


@pytest.fixture(scope="module")
def agency(cast):
    """An agency of its own with a worker and a supervisor, so that its counts are this module's alone."""
    from porchlight.project.stage import acting, in_house
    from porchlight.teams import api as teams

    with in_house("team"), acting(cast.administrator) as adm:
        home = teams.add_agency(name="A counting agency", kind="child_welfare", phone="", by=adm)
        members = dict(cast.members)
        for role in ("SW", "SUP"):
            email = f"{role.lower()}.counting@county.example"
            person = teams.add_person(name=f"{role} Counting", email=email, language="en", by=adm)
            seat = teams.give_seat(person, agency=home, role=role, name=f"{role} Counting", phone="", by=adm)
            members[role] = Member(f"{role} Counting", email, role, person, seat, home)
    return members


@pytest.fixture(scope="module")
def told(agency) -> None:
    """Eleven young people with promises for spring, two of them with one for summer."""
    for number in range(11):
        youth = young_person(agency)
        promise = a_promise(agency, youth, due_on=SPRING)
        if number < 6:
            outcome(agency, youth, promise, "kept", on=SPRING)
        elif number < 8:
            outcome(agency, youth, promise, "moved", on=SUMMER, why="The office was shut")
            outcome(agency, youth, promise, "kept", on=SUMMER)
        elif number < 9:
            outcome(agency, youth, promise, "not_kept", why="We had no car")
        if number < 2:
            for _ in range(8):
                a_promise(agency, youth, due_on=SUMMER)


def counts_for(seat: UUID):
    from porchlight.progress import api as progress
    from porchlight.project.stage import acting, in_house

    with in_house("team"), acting(seat) as visit:
        return {one.starts_on: one for one in progress.promise_counts(by=visit)}


def test_a_quarter_is_counted_by_the_date_that_was_said_first(agency, told):
    spring = counts_for(agency["SUP"].seat)[SPRING]
    assert (spring.promised, spring.in_time, spring.late, spring.not_kept, spring.waiting) == (11, 6, 2, 1, 2)


def test_under_eleven_young_people_no_count_leaves_the_database_however_many_promises(agency, told):
    summer = counts_for(agency["SUP"].seat)[SUMMER]
    assert (summer.promised, summer.in_time, summer.late, summer.not_kept, summer.waiting) == (None,) * 5
    with as_visitor("pl_team", "seat", agency["SUP"].seat) as visitor:
        rows = visitor.execute("SELECT * FROM pl.promise_counts()").fetchall()
    assert [row for row in rows if row[0] == SUMMER] == [(SUMMER, None, None, None, None, None)]


def test_an_agency_sees_its_own_and_an_administrator_the_county(agency, told, cast):
    assert counts_for(agency["SUP"].seat)[SPRING].promised == 11
    assert counts_for(cast.administrator)[SPRING].promised >= 11
    theirs = counts_for(cast["SUP"].seat).get(SPRING)
    assert theirs is None or theirs.promised != 11


def test_there_is_no_place_for_a_name_or_a_young_person(agency):
    from porchlight.progress import api as progress

    assert {one.name for one in fields(progress.QuarterSheet)} == {
        "starts_on", "promised", "in_time", "late", "not_kept", "waiting",
    }  # fmt: skip


def test_nobody_else_gets_a_count(cast, progress):
    for role in ("SW", "CG", "SC"):
        with as_seat(cast[role]) as visit, pytest.raises(Refused):
            progress.promise_counts(by=visit)
        with (
            as_visitor("pl_team", "seat", cast[role].seat) as visitor,
            pytest.raises(psycopg.ProgrammingError, match="grant refused"),
        ):
            visitor.execute("SELECT * FROM pl.promise_counts()")


def test_the_owners_window_is_shut_afterwards(agency, told):
    with as_visitor("pl_team", "seat", agency["SUP"].seat) as visitor:
        visitor.execute("SELECT * FROM pl.promise_counts()")
        assert visitor.execute("SELECT current_setting('pl.migration_window', true)").fetchone()[0] == ""
