"""What was said once is asked of the record again whenever somebody reads it."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from porchlight.progress.rules.config import USUAL, Config
from porchlight.progress.rules.history import Change, Deed, History
from porchlight.progress.rules.holding import as_it_was, still_said
from porchlight.progress.rules.offers import PATTERN, SUSTAINED, offers
from porchlight.progress.rules.recognise import recognise
from porchlight.progress.rules.spans import Away, Day, Leaving
from porchlight.progress.rules.weekly import Candidate
from tests.progress.making import MONDAY, WITH_TIER_3, ZONE, evening, record, weeks_on

SETTLED = [4] * 8 + [1] * 12


def sent(history: History, fact: str, *, weeks: float, config: Config = WITH_TIER_3) -> tuple[Candidate, object]:
    """What was offered that evening, and when it was sent."""
    at = evening(weeks_on(weeks))
    found = recognise(as_it_was(history, at=at, zone=ZONE), config=config, as_of=at.date(), zone=ZONE)
    return next(one for one in offers(found) if one.fact == fact), at


def again(said: Candidate, at, history: History) -> Candidate | None:
    return still_said(said, at=at, history=history, config=USUAL, zone=ZONE)


def put_right(history: History, day: int, status: str) -> History:
    on = MONDAY + timedelta(days=day)
    days = tuple(Day(on, status, id=f"{one.id}, corrected") if one.on == on else one for one in history.days)
    return replace(history, days=days)


def with_leaving(history: History, *, day: int, hours: int = 4) -> History:
    left = evening(MONDAY + timedelta(days=day))
    late = Leaving(left, id=f"late {day}"), Away(left, left + timedelta(hours=hours), id=f"late away {day}")
    return replace(history, leavings=(*history.leavings, late[0]), away=(*history.away, late[1]))


@pytest.mark.parametrize(("fact", "weeks"), [("fewer_leavings", 2), ("back_sooner", 2), (PATTERN, 12), (SUSTAINED, 16)])
def test_what_nobody_corrected_stands_word_for_word(fact, weeks):
    history = record([5, 3]) if weeks == 2 else record(SETTLED)
    if fact == "back_sooner":
        history = with_leaving(record([2, 1], hours=9), day=8, hours=2)
    said, at = sent(history, fact, weeks=weeks)
    assert again(said, at, history) == said


def test_weeks_that_came_later_change_nothing():
    said, at = sent(record([5, 3]), "fewer_leavings", weeks=2)
    assert again(said, at, record([5, 3, 6, 7])) == said


def test_a_day_that_turns_out_unknown_takes_it_back_where_too_little_is_left():
    history = record([5, 3])
    said, at = sent(history, "fewer_leavings", weeks=2)
    assert again(said, at, put_right(put_right(history, 12, "not_known"), 13, "not_known")) is None


def test_a_leaving_told_of_late_takes_it_back_or_says_the_true_number():
    history = record([5, 3])
    said, at = sent(history, "fewer_leavings", weeks=2)
    four = again(said, at, with_leaving(history, day=11))
    assert (four.slots, four.since, four.until) == ({"now": 4, "before": 5}, said.since, said.until)
    assert again(said, at, with_leaving(with_leaving(history, day=11), day=12)) is None


def test_putting_it_back_brings_it_back():
    history = record([5, 3])
    said, at = sent(history, "fewer_leavings", weeks=2)
    wrong = put_right(put_right(history, 12, "elsewhere"), 13, "elsewhere")
    assert again(said, at, wrong) is None
    right = put_right(put_right(wrong, 12, "home"), 13, "home")
    assert again(said, at, right).slots == said.slots


def test_a_deed_stands_as_long_as_it_is_on_record():
    deed = Deed("own_return", weeks_on(2), id="came home")
    history = record([5, 5], deeds=(deed,))
    said, at = sent(history, "own_return", weeks=2)
    assert again(said, at, history) == said
    assert again(said, at, replace(history, deeds=())) is None
    assert again(said, at, replace(history, deeds=(replace(deed, on=weeks_on(4)),))) is None


def test_what_was_said_of_a_deed_stands_when_it_is_over_later():
    deed = Deed("trusted_person", weeks_on(2))
    history = record([5, 5], deeds=(deed,))
    said, at = sent(history, "trusted_person", weeks=2)
    assert again(said, at, replace(history, deeds=(replace(deed, over=weeks_on(2)),))) == said


def test_a_pattern_and_what_lasts_are_worked_out_anew_even_where_they_are_off_now():
    history = record(SETTLED)
    for fact, weeks in ((PATTERN, 12), (SUSTAINED, 16)):
        said, at = sent(history, fact, weeks=weeks)
        kept = again(said, at, put_right(history, 7 * weeks - 2, "elsewhere"))
        assert kept is not None
        assert kept.fact == fact
        often = history
        for day in range(7 * weeks - 28, 7 * weeks):
            often = with_leaving(often, day=day) if (day % 7) not in (0, 1) else often
        assert again(said, at, often) is None


def test_what_the_young_person_hid_or_began_anew_later_does_not_change_what_was_said():
    history = record([5, 3])
    said, at = sent(history, "fewer_leavings", weeks=2)
    assert again(said, at, replace(history, hidden=frozenset({"times"}))) == said


def test_somebody_who_came_back_after_it_was_said_was_away_then():
    left = evening(weeks_on(1))
    history = History(
        days=(Day(MONDAY, "home"),), away=(Away(left, left + timedelta(days=3)), Away(left + timedelta(days=9), None))
    )
    then = as_it_was(history, at=left + timedelta(days=1), zone=ZONE)
    assert then.away == (Away(left, None),)


def test_the_record_as_it_was_ends_with_that_moment_and_that_day():
    at = evening(weeks_on(1))
    before, after, next_day = at - timedelta(days=1), at + timedelta(seconds=1), at.date() + timedelta(days=1)
    history = History(
        days=(Day(at.date(), "home"), Day(next_day, "home")),
        leavings=(Leaving(at), Leaving(after)),
        away=(Away(before, at), Away(before, after), Away(at, None), Away(after, None)),
        deeds=(Deed("own_return", at.date()), Deed("own_return", next_day)),
        changes=(Change("placement", at.date()), Change("placement", next_day)),
        said=(),
        hidden=frozenset({"times"}),
    )
    assert as_it_was(history, at=at, zone=ZONE) == History(
        days=history.days[:1],
        leavings=history.leavings[:1],
        away=(Away(before, at), Away(before, None), Away(at, None)),
        deeds=history.deeds[:1],
        changes=history.changes[:1],
    )


def test_the_day_it_was_is_the_countys():
    late = evening(MONDAY).replace(hour=23)
    history = History(days=(Day(MONDAY, "home"), Day(MONDAY + timedelta(days=1), "home")))
    assert as_it_was(history, at=late.astimezone(UTC), zone=ZONE).days == history.days[:1]


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10**6), st.integers(2, 12))
def test_asking_at_once_always_says_the_same(seed, weeks):
    chance = random.Random(seed)
    history = record([chance.randrange(6) for _ in range(weeks)], hours=float(chance.choice((3, 14))))
    at = evening(weeks_on(weeks))
    found = recognise(as_it_was(history, at=at, zone=ZONE), as_of=at.date(), zone=ZONE)
    for said in offers(found):
        assert again(said, at, history) == said
