"""Who stands beside a young person now: until a line ends, once each, and for nobody outside to read."""

from __future__ import annotations

from datetime import timedelta

import pytest

from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from tests.needs.making import as_seat, as_youth, young_person
from tests.support.connections import as_admin, as_visitor

AGAIN = "UPDATE policy_grant SET {} WHERE youth = %s AND seat = %s AND kind = 'standing'"


@pytest.fixture
def youth(cast):
    return young_person(cast, "BH", "ED")


def beside(teams, member, youth):
    with as_seat(member) as visit:
        return teams.team_of(youth, by=visit)


def roles(teams, cast, youth) -> set[str]:
    return {one.role for one in beside(teams, cast["SW"], youth)}


def change(youth, member, what: str) -> None:
    with as_admin() as admin:
        assert admin.execute(AGAIN.format(what), [youth, member.seat]).rowcount == 1


def test_the_team_says_who_where_and_on_which_footing(cast, teams, youth):
    found = {one.role: one for one in beside(teams, cast["SW"], youth)}
    assert set(found) == {"SW", "SUP", "BH", "ED"}
    clinician = found["BH"]
    assert (clinician.seat, clinician.name, clinician.phone) == (cast["BH"].seat, "Bh Person", "555-0101")
    assert (clinician.agency, clinician.agency_name) == (cast["BH"].agency, "Sample mental_health")
    assert (clinician.footing, clinician.until) == ("CFT_832", None)
    assert found["SW"].footing == found["SUP"].footing == "CASE_RESP"
    assert clinician.role_name


def test_who_left_the_team_stands_beside_no_longer(cast, teams, youth):
    line = next(one.line for one in beside(teams, cast["SW"], youth) if one.role == "BH")
    with as_seat(cast["SW"]) as sw:
        assert teams.leave_team(youth, line=line, by=sw) is True
    assert roles(teams, cast, youth) == {"SW", "SUP", "ED"}
    with pytest.raises(Refused):
        beside(teams, cast["BH"], youth)


@pytest.mark.parametrize(
    ("what", "stands"),
    [
        ("ends_at = now() + interval '1 hour'", True),
        ("ends_at = now() - interval '1 second'", False),
        ("starts_at = now() + interval '1 hour'", False),
    ],
)
def test_a_line_counts_from_its_beginning_to_its_end(cast, teams, youth, what, stands):
    change(youth, cast["ED"], what)
    assert ("ED" in roles(teams, cast, youth)) is stands


def test_a_standing_may_have_an_end_from_the_beginning(cast, teams, youth):
    ends = clock.wall() + timedelta(days=2)
    with as_seat(cast["SW"]) as sw:
        teams.join_team(youth, seat=cast["PH"].seat, footing="CFT_832", ends=ends, by=sw)
    nurse = next(one for one in beside(teams, cast["SW"], youth) if one.role == "PH")
    assert nurse.until == ends


def test_somebody_on_two_footings_is_named_once(cast, teams, youth):
    with as_seat(cast["SW"]) as sw:
        teams.join_team(youth, seat=cast["ED"].seat, footing="EDU_USA", by=sw)
        found = teams.team_of(youth, by=sw)
    assert [one.role for one in found].count("ED") == 2
    once = teams.once_each(found)
    assert [one.seat for one in once] == list(dict.fromkeys(one.seat for one in found))


def test_they_themselves_know_who_stands_beside_them(teams, youth):
    with as_youth(youth) as me:
        assert {one.role for one in teams.team_of(youth, by=me)} == {"SW", "SUP", "BH", "ED"}


def test_nobody_outside_learns_who_stands_there_from_page_or_database(cast, teams, youth):
    with pytest.raises(Refused):
        beside(teams, cast.quinn, youth)
    for function in ("beside", "ever_beside"):
        with as_visitor("pl_team", "seat", cast.quinn.seat) as visitor:
            assert visitor.execute(f"SELECT * FROM pl.{function}(%s)", [youth]).fetchall() == []


def test_the_database_itself_lists_and_invites_people_for_an_administrator_alone(cast):
    import psycopg

    with as_visitor("pl_team", "seat", cast["SUP"].seat) as visitor:
        assert visitor.execute("SELECT * FROM pl.staff()").fetchall() == []
    with as_visitor("pl_team", "seat", cast.administrator) as visitor:
        assert len(visitor.execute("SELECT * FROM pl.staff()").fetchall()) > 10
    for statement in (
        "SELECT pl.invite('x', gen_random_uuid(), now())",
        "SELECT pl.add_person(gen_random_uuid(), 'X', 'x@county.example', 'x', 'en')",
    ):
        with as_visitor("pl_team", "seat", cast["SUP"].seat) as visitor, pytest.raises(psycopg.Error, match="refused"):
            visitor.execute(statement)
