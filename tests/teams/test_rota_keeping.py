"""Keeping an agency's rota: what may stand in it, in which order it reads, and what ends."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date, time
from uuid import uuid4

import pytest

from tests.needs.making import as_seat
from tests.support.cast import Member
from tests.support.connections import as_admin

FRIDAY = date(2026, 11, 27)
NIGHT = {"starts": time(22), "ends": time(6)}


@pytest.fixture
def lead(cast, teams):
    """A supervisor of an agency of its own, whose rota is empty."""
    with administrator(cast) as adm:
        agency = teams.add_agency(name="A small agency", kind="child_welfare", phone="", by=adm)
        return added(teams, adm, agency=agency, role="SUP")


@contextmanager
def administrator(cast):
    from porchlight.project.stage import acting, in_house

    with in_house("team"), acting(cast.administrator) as adm:
        yield adm


def added(teams, adm, *, agency, role) -> Member:
    email = f"{role.lower()}.{uuid4().hex[:8]}@county.example"
    person = teams.add_person(name=f"{role} Small", email=email, language="en", by=adm)
    seat = teams.give_seat(person, agency=agency, role=role, name=f"{role} Small", phone="", by=adm)
    return Member(f"{role} Small", email, role, person, seat, agency)


def keeps(teams, lead, *, seat=None, order="first", **when):
    with as_seat(lead) as visit:
        return teams.add_shift(seat=seat, order=order, by=visit, **(NIGHT | when))


def rota(teams, lead):
    with as_seat(lead) as visit:
        return teams.shifts(by=visit)


def test_the_rota_reads_by_order_then_by_day_then_by_hour(teams, lead):
    late = keeps(teams, lead, seat=lead.seat, weekday=4, starts=time(22))
    early = keeps(teams, lead, seat=lead.seat, weekday=4, starts=time(6))
    monday = keeps(teams, lead, seat=lead.seat, weekday=0)
    second = keeps(teams, lead, seat=lead.seat, order="second", weekday=0)
    desk = keeps(teams, lead, seat=lead.seat, order="desk", weekday=0)
    assert [shift.id for shift in rota(teams, lead)] == [desk, monday, early, late, second]


def test_a_shift_is_kept_as_it_was_said(teams, lead):
    keeps(teams, lead, seat=lead.seat, order="second", day=FRIDAY)
    (shift,) = rota(teams, lead)
    assert (shift.seat, shift.order, shift.weekday, shift.day) == (lead.seat, "second", None, FRIDAY)
    assert (shift.starts, shift.ends) == (time(22), time(6))


def test_for_one_date_nobody_may_be_there_and_for_every_week_somebody_must(teams, lead):
    keeps(teams, lead, day=FRIDAY)
    assert [shift.seat for shift in rota(teams, lead)] == [None]
    for when in ({"weekday": 4}, {}):
        with pytest.raises(teams.ShiftNotWhole, match="one date only"):
            keeps(teams, lead, **when)
    assert len(rota(teams, lead)) == 1


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"order": "third"}, "first, second or desk"),
        ({"weekday": 4, "day": FRIDAY}, "either a day of the week or one date"),
        ({"starts": time(22, 10)}, "whole quarters"),
        ({"ends": time(6, 0, 1)}, "whole quarters"),
    ],
)
def test_a_shift_that_is_not_whole_is_not_kept_and_says_what_is_missing(teams, lead, wrong, said):
    with pytest.raises(teams.ShiftNotWhole, match=said):
        keeps(teams, lead, seat=lead.seat, **wrong)
    assert rota(teams, lead) == ()


def test_a_shift_ends_once_and_leaves_the_others(teams, lead):
    gone, stays = keeps(teams, lead, seat=lead.seat), keeps(teams, lead, seat=lead.seat, order="desk")
    with as_seat(lead) as visit:
        assert teams.end_shift(gone, by=visit) is True
        assert teams.end_shift(gone, by=visit) is False
    assert [shift.id for shift in rota(teams, lead)] == [stays]


def test_whoever_left_is_on_no_shift_and_is_put_on_none(cast, teams, lead):
    with administrator(cast) as adm:
        worker = added(teams, adm, agency=lead.agency, role="SW")
    keeps(teams, lead, seat=worker.seat)
    nobody = keeps(teams, lead, day=FRIDAY)
    assert len(rota(teams, lead)) == 2
    with as_admin() as admin:
        admin.execute("UPDATE teams_seat SET ended_at = now() WHERE id = %s", [worker.seat])
    assert [shift.id for shift in rota(teams, lead)] == [nobody]
    with pytest.raises(teams.ShiftNotWhole, match="your own agency"):
        keeps(teams, lead, seat=worker.seat)
