"""A day from which nothing is compared with what was before: who says it, who sees it, and that it stays."""

from __future__ import annotations

from datetime import date

import psycopg
import pytest

from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from tests.absences.rooms import absences, acting, in_house
from tests.support.connections import as_admin, as_visitor

LONG_AGO = date(2020, 1, 1)


def today() -> date:
    return clock.county_time(clock.now()).date()


def begin(ari, why: str, *, role: str = "SW", on: date | None = None) -> None:
    with in_house("team"), acting(ari.seat(role)) as visit:
        absences.begin_afresh(ari.youth, why=why, on=on or today(), by=visit)


def seen_by(ari, role: str):
    with in_house("team"), acting(ari.seat(role)) as visit:
        return [(one.why, one.on) for one in absences.afresh(ari.youth, since=LONG_AGO, by=visit)]


def wish(ari) -> None:
    with in_house("youth"), acting(ari.youth, youth=True) as me:
        absences.begin_afresh(ari.youth, why="youths_wish", on=today(), by=me)


@pytest.mark.parametrize("why", ["placement", "recording"])
def test_a_worker_says_that_they_moved_or_that_recording_changed(ari, why):
    begin(ari, why, on=date(2026, 5, 4))
    assert seen_by(ari, "SW") == seen_by(ari, "CG") == [(why, date(2026, 5, 4))]


def test_the_wish_is_the_young_persons_alone_and_worker_and_home_see_it(ari):
    wish(ari)
    assert seen_by(ari, "SW") == seen_by(ari, "CG") == [("youths_wish", today())]
    with pytest.raises(Refused):
        begin(ari, "youths_wish")


def test_neither_a_home_nor_the_young_person_says_the_workers_two(ari):
    for why in ("placement", "recording"):
        with pytest.raises(Refused):
            begin(ari, why, role="CG")
        with in_house("youth"), acting(ari.youth, youth=True) as me, pytest.raises(Refused):
            absences.begin_afresh(ari.youth, why=why, on=today(), by=me)
    assert seen_by(ari, "SW") == []


def test_saying_it_twice_keeps_one(ari):
    wish(ari)
    wish(ari)
    assert seen_by(ari, "SW") == [("youths_wish", today())]


def test_no_other_reason_and_no_day_to_come(ari):
    for why, on in (("better_numbers", today()), ("placement", date(2099, 1, 1))):
        with pytest.raises(ValueError, match="a day that has come"):
            begin(ari, why, on=on)


def test_supervisor_police_probation_and_a_stranger_see_none_of_it(ari, cast):
    wish(ari)
    for seat in (ari.seat("SUP"), ari.seat("LE"), ari.seat("PO"), ari.seat("CRT"), cast.quinn.seat):
        with in_house("team"), acting(seat) as visit, pytest.raises(Refused):
            absences.afresh(ari.youth, since=LONG_AGO, by=visit)


def test_it_is_never_changed_or_taken_back(ari):
    wish(ari)
    for statement in ("UPDATE absences_afresh SET why = 'placement'", "DELETE FROM absences_afresh"):
        with as_visitor("pl_team", "seat", ari.seat("SW")) as visitor, pytest.raises(psycopg.Error):
            visitor.execute(f"{statement} WHERE youth_id = %s", [ari.youth])
    with as_admin() as admin:
        kept = admin.execute("SELECT why FROM absences_afresh WHERE youth_id = %s", [ari.youth]).fetchall()
    assert kept == [("youths_wish",)]
