"""How much work one answer is, counted in calls: a count is the same on every machine, milliseconds are not."""

from __future__ import annotations

import sys
from collections.abc import Callable

from porchlight.progress.rules.config import USUAL
from porchlight.progress.rules.history import History
from tests.progress.making import MONDAY, WITH_TIER_3, looked_at, weeks_on
from tests.progress.test_progress_properties import some_months

WEEKS = 56
MOST_CALLS = 45_000  # Python's and its built-in ones; a quiet machine makes about ten of them in a microsecond


def calls_of(work: Callable[[], object]) -> int:
    """Every call that the work makes, those of built-in functions included."""
    count = 0

    def seen(_frame: object, event: str, _about: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def asked(history: History, *, weeks: int = WEEKS) -> int:
    return calls_of(lambda: looked_at(history, weeks=weeks, config=WITH_TIER_3))


def test_thirteen_months_of_days_and_a_year_of_weeks_before_are_answered_in_bounded_work():
    history = some_months(13)
    assert len(history.days) >= 395
    assert min(week.monday for week in history.earlier) == weeks_on(-52) < MONDAY
    assert asked(history) <= MOST_CALLS
    assert calls_of(lambda: looked_at(history, weeks=WEEKS, config=USUAL)) <= MOST_CALLS


def test_twice_the_record_is_not_much_more_than_twice_the_work():
    assert asked(some_months(26), weeks=2 * WEEKS) <= 2.5 * asked(some_months(13))
