"""Plain facts about this week and the week before: true arithmetic behind a gate of completeness."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from porchlight.progress.rules.checks import all_not_negative, not_negative, share, whole
from porchlight.progress.rules.exposure import SECONDS_A_DAY

FEWEST_DAYS_IN_CARE = 2.0
LEAST_KNOWN = 0.8


class Week(TypedDict):
    """`count` leavings; `days` confirmed in care; `known`, the share of days that somebody confirmed."""

    count: float
    days: float
    known: float


class WeekWithTimeAway(Week):
    """`known` counts days confirmed in care or away; `away_days` None where time away is not known."""

    away_days: float | None


class FewerFact(TypedDict):
    say_fewer: bool
    reasons: list[str]


class LongestStay(TypedDict):
    best_yet: list[bool]


def fewer_fact(now: Week, *, before: Week, min_days: float, min_known: float) -> FewerFact:
    """Say "fewer" only when it is true of the count, not untrue of the rate, and both weeks were seen.

    `reasons` name what stands against it: `too_few_days`, `not_enough_known`, then `not_fewer` or else
    `rate_higher`. Days are compared to the whole second, so an equal rate with a lower count says fewer.
    """
    now_count, before_count = _count(now), _count(before)
    now_days, before_days = _seconds(now["days"]), _seconds(before["days"])
    reasons: list[str] = []
    if min(now_days, before_days) < _seconds(min_days):
        reasons.append("too_few_days")
    if min(_known(now), _known(before)) < min_known:
        reasons.append("not_enough_known")
    if now_count >= before_count:
        reasons.append("not_fewer")
    elif now_count * before_days > before_count * now_days:
        reasons.append("rate_higher")
    return {"say_fewer": not reasons, "reasons": reasons}


def fewer_fact_with_time_away(now: WeekWithTimeAway, *, before: WeekWithTimeAway) -> FewerFact:
    """Say "fewer" as `fewer_fact` does from two days in care and .8 known, unless time away grew.

    Adds the reasons `time_away_not_known` and `more_time_away`. Source: the amended gate, so that five
    overnights and then three can be said, and five short absences and then three long ones are not.
    """
    fact = fewer_fact(now, before=before, min_days=FEWEST_DAYS_IN_CARE, min_known=LEAST_KNOWN)
    reasons = list(fact["reasons"])
    if now["away_days"] is None or before["away_days"] is None:
        reasons.append("time_away_not_known")
    elif _seconds(now["away_days"]) > _seconds(before["away_days"]):
        reasons.append("more_time_away")
    return {"say_fewer": not reasons, "reasons": reasons}


def longest_stay(runs_by_week: Sequence[float], *, warmup_weeks: float) -> LongestStay:
    """Tell for each week whether its longest stay, in confirmed days in care, is the longest so far.

    The first `warmup_weeks` are false, yet later weeks are compared with them. A week of zero days is false.
    """
    all_not_negative(runs_by_week, called="A stay in days")
    warmup = whole(warmup_weeks, called="Warm-up weeks")
    best_yet: list[bool] = []
    longest = 0.0
    for week, run in enumerate(runs_by_week):
        best_yet.append(week >= warmup and run > longest)
        longest = max(longest, run)
    return {"best_yet": best_yet}


def _count(week: Week) -> int:
    return whole(week["count"], called="The number of leavings")


def _known(week: Week) -> float:
    return share(week["known"], called="The share of days known")


def _seconds(days: float) -> int:
    return round(not_negative(days, called="Days") * SECONDS_A_DAY)
