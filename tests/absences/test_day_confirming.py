"""Days that are confirmed by themselves: a visit, a school day, a talk, a contact, leaving, coming home, I'm OK."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

import pytest

from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from tests.absences.rooms import absences, acting, coming_home, in_house, leaving
from tests.support.connections import as_admin

NOON = datetime(2026, 11, 20, 20, tzinfo=UTC)
TODAY, YESTERDAY = date(2026, 11, 20), date(2026, 11, 19)
pytestmark = pytest.mark.usefixtures("home_in_the_end")
HOUR = timedelta(hours=1)


@contextmanager
def visit_of(actor, *, at: datetime = NOON, youth: bool = False):
    """One visit of somebody, with the clock at that moment."""
    with clock.standing_still(at), in_house("youth" if youth else "team"), acting(actor, youth=youth) as visit:
        yield visit


def seat(ari, role: str, *, at: datetime = NOON):
    """One visit of that member of the cast."""
    return visit_of(ari.seat(role), at=at)


def known(ari, *, at: datetime = NOON + 30 * HOUR) -> dict[date, tuple[str, str]]:
    """What holds of each day, and how somebody knows."""
    with seat(ari, "SW", at=at) as sw:
        found = absences.days(ari.youth, since=date(2026, 11, 1), until=date(2026, 11, 30), by=sw)
    return {one.day: (one.status, one.source) for one in found}


def confirm(ari, *, role: str = "SW", day: date = TODAY, source: str = "visit", at: datetime = NOON, **more) -> bool:
    with seat(ari, role, at=at) as visit:
        return absences.confirm_day(ari.youth, day=day, source=source, by=visit, **more)


def away_since(ari, left: datetime, *, about: bool = False) -> None:
    """An absence that the worker opened, of which no day is kept yet."""
    with seat(ari, "SW", at=left) as sw:
        absences.open_episode(ari.youth, state="concern", nonminor=False, left_at=left, about=about, by=sw)


@pytest.mark.parametrize("source", ["visit", "school", "call"])
def test_one_tap_of_a_worker_confirms_the_day_and_says_how(ari, source):
    assert confirm(ari, source=source)
    assert known(ari) == {TODAY: ("home", source)}


def test_a_supervisor_sees_that_the_day_is_confirmed_and_never_how(ari):
    confirm(ari)
    with seat(ari, "SUP") as sup:
        (day,) = absences.days_known(ari.youth, since=TODAY, until=TODAY, by=sup)
    assert (day.day, day.confirmed) == (TODAY, True)
    assert not hasattr(day, "source")


def test_a_day_in_a_known_absence_is_confirmed_as_away(ari):
    away_since(ari, NOON - 60 * HOUR)
    assert confirm(ari, day=YESTERDAY, source="call")
    assert known(ari)[YESTERDAY] == ("away", "call")


def test_the_worker_may_keep_it_as_something_else(ari):
    assert confirm(ari, status="elsewhere")
    assert known(ari) == {TODAY: ("elsewhere", "visit")}


@pytest.mark.parametrize("status", ["home", "away", "elsewhere"])
def test_what_the_home_said_stays_as_it_is(ari, status):
    with seat(ari, "CG") as home:
        absences.record_days(ari.youth, said={TODAY: status}, by=home)
    assert not confirm(ari)
    assert not confirm(ari, status="away")
    assert known(ari) == {TODAY: (status, "said")}


def test_a_day_that_was_not_known_is_confirmed_by_a_fact_that_names_the_old(ari):
    with seat(ari, "CG") as home:
        absences.record_days(ari.youth, said={TODAY: "not_known"}, by=home)
    assert confirm(ari, source="school")
    with seat(ari, "CG", at=NOON + HOUR) as home:
        (day,) = absences.days(ari.youth, since=TODAY, until=TODAY, by=home)
    assert (day.status, day.source, day.corrected) == ("home", "school", True)


def test_a_later_word_of_the_home_puts_a_confirmed_day_right(ari):
    confirm(ari)
    with seat(ari, "CG", at=NOON + HOUR) as home:
        assert absences.record_days(ari.youth, said={TODAY: "away"}, by=home) == 1
    assert known(ari) == {TODAY: ("away", "said")}


def test_a_home_a_young_person_and_a_stranger_confirm_no_day_that_way(ari, cast):
    with seat(ari, "CG") as home, pytest.raises(Refused):
        absences.confirm_day(ari.youth, day=TODAY, source="visit", by=home)
    with visit_of(ari.youth, at=NOON, youth=True) as me, pytest.raises(Refused):
        absences.confirm_day(ari.youth, day=TODAY, source="visit", by=me)
    for stranger in (cast.quinn.seat, ari.seat("SUP"), ari.seat("PO")):
        with visit_of(stranger, at=NOON) as visit, pytest.raises(Refused):
            absences.confirm_day(ari.youth, day=TODAY, source="visit", by=visit)
    assert known(ari) == {}


@pytest.mark.parametrize(
    "wrong", [{"source": "contact"}, {"source": "tower"}, {"day": TODAY + timedelta(days=1)}, {"status": "gone"}]
)
def test_no_other_source_no_day_to_come_and_no_other_word_is_kept(ari, wrong):
    with pytest.raises(ValueError, match="a day that has come"):
        confirm(ari, **wrong)


def in_touch(ari, *, role: str = "SW", at: datetime = NOON, result: str = "C3", effort: str = "E01") -> None:
    with seat(ari, role, at=at) as visit:
        absences.record_contact(ari.youth, channel="text", effort=effort, result=result, at=at, by=visit)


def test_a_word_from_them_while_away_confirms_that_day_as_away(ari):
    away_since(ari, NOON - 60 * HOUR)
    in_touch(ari, role="CG")
    assert known(ari)[TODAY] == ("away", "contact")


def test_an_unanswered_call_a_talk_with_others_and_a_call_at_home_confirm_nothing(ari):
    in_touch(ari)
    assert known(ari) == {}
    away_since(ari, NOON - 60 * HOUR)
    in_touch(ari, result="C1")
    in_touch(ari, effort="E02")
    assert TODAY not in known(ari)


def test_a_contact_of_somebody_who_may_not_say_days_is_kept_and_confirms_nothing(ari):
    away_since(ari, NOON - 60 * HOUR)
    in_touch(ari, role="SUP")
    assert TODAY not in known(ari)
    with as_admin() as admin:
        kept = admin.execute("SELECT made_by FROM absences_contact WHERE youth_id = %s", [ari.youth]).fetchall()
    assert kept == [(ari.seat("SUP"),)]


def left(ari, at: datetime, *, told: datetime | None = None, **more):
    with seat(ari, "CG", at=told or at) as home:
        return leaving.tell_leaving(ari.youth, left_at=at, heard="screen", by=home, **more)


def home_again(ari, at: datetime, **more):
    with seat(ari, "CG", at=at) as home:
        return coming_home.come_home(ari.youth, told=coming_home.Told(back_at=at, **more), by=home)


def test_the_day_of_leaving_and_the_day_of_coming_home_are_known_by_it(ari):
    left(ari, NOON - 24 * HOUR)
    assert known(ari, at=NOON) == {YESTERDAY: ("away", "left")}
    home_again(ari, NOON)
    assert known(ari) == {YESTERDAY: ("away", "left"), TODAY: ("home", "back")}


def test_an_absence_that_a_worker_opens_makes_the_day_of_leaving_known_too(ari):
    away_since(ari, NOON - 24 * HOUR)
    assert known(ari, at=NOON) == {YESTERDAY: ("away", "left")}


def test_leaving_does_not_come_over_what_was_said_of_the_day(ari):
    with seat(ari, "CG", at=NOON - 4 * HOUR) as home:
        absences.record_days(ari.youth, said={TODAY: "home"}, by=home)
    left(ari, NOON)
    assert known(ari) == {TODAY: ("home", "said")}


def test_who_is_here_after_all_was_not_away_that_day(ari):
    tap = left(ari, NOON)
    with seat(ari, "CG", at=NOON + HOUR) as home:
        absences.set_leaving_aside(ari.youth, tap=tap, by=home)
        began = NOON - 48 * HOUR
        assert absences.look_back(ari.youth, since=began, first=began.date(), by=home).leavings == ()
    assert known(ari) == {TODAY: ("home", "back")}


def test_a_day_that_somebody_called_away_stays_away_when_a_tap_is_set_aside(ari):
    tap = left(ari, NOON)
    with seat(ari, "SW", at=NOON + HOUR) as sw:
        absences.record_days(ari.youth, said={TODAY: "elsewhere"}, by=sw)
        absences.set_leaving_aside(ari.youth, tap=tap, by=sw)
    assert known(ari) == {TODAY: ("elsewhere", "said")}


def test_leaving_and_coming_home_on_one_day_ends_at_home_also_where_away_was_said(ari):
    with seat(ari, "CG", at=NOON - HOUR) as home:
        absences.record_days(ari.youth, said={TODAY: "away"}, by=home)
    home_again(ari, NOON)
    assert known(ari) == {TODAY: ("home", "back")}


def test_a_tap_set_aside_while_an_absence_is_open_leaves_the_day_away(ari):
    tap = left(ari, NOON)
    away_since(ari, NOON + HOUR)
    with seat(ari, "SW", at=NOON + 2 * HOUR) as sw:
        absences.set_leaving_aside(ari.youth, tap=tap, by=sw)
    assert known(ari)[TODAY] == ("away", "left")


def test_a_young_person_lets_today_count_by_their_own_word(ari):
    with visit_of(ari.youth, at=NOON, youth=True) as me:
        absences.count_today(ari.youth, status="away", by=me)
    assert known(ari) == {TODAY: ("away", "check_in")}


def test_nobody_lets_a_day_count_for_them_and_no_other_word_counts(ari):
    for role in ("SW", "CG"):
        with seat(ari, role) as visit, pytest.raises(Refused):
            absences.count_today(ari.youth, status="home", by=visit)
    with visit_of(ari.youth, at=NOON, youth=True) as me, pytest.raises(ValueError, match="home or away"):
        absences.count_today(ari.youth, status="elsewhere", by=me)
