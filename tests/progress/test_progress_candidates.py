from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.progress import words, words_for_team
from porchlight.progress.rules.history import DEEDS, TOPIC_OF_DIMENSION, TOPIC_OF_FACT, Deed, History
from porchlight.progress.rules.offers import PATTERN, SUSTAINED
from porchlight.progress.rules.recognise import recognise
from porchlight.progress.rules.spans import ONE_DAY, Away, Day, Leaving, days_of
from porchlight.progress.rules.weekly import Candidate

ZONE = ZoneInfo("America/Los_Angeles")
TODAY = date(2026, 6, 15)  # a Monday; the week that counts is June 8 to 14
STATUS = st.sampled_from(("home", "away", "elsewhere", "not_known"))


def at(day: int, hour: int, month: int = 6) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=ZONE).astimezone(UTC)


def home_since(first: date, *, away: tuple[int, ...] = (), dark: tuple[int, ...] = ()) -> tuple[Day, ...]:
    days = []
    for on in days_of(first, date(2026, 6, 14)):
        status = "away" if on.month == 6 and on.day in away else "home"
        days.append(Day(on, "not_known" if on.month == 6 and on.day in dark else status))
    return tuple(days)


def nights(*days: int, hours: int = 14) -> tuple[Away, ...]:
    return tuple(Away(at(day, 18), at(day, 18) + timedelta(hours=hours)) for day in days)


def history(away: tuple[Away, ...] = (), **more: object) -> History:
    values = {
        "days": home_since(date(2026, 6, 1)),
        "leavings": tuple(Leaving(one.left_at) for one in away),
        "away": away,
    }
    return History(**(values | more))


def said(found: History) -> dict[str, Candidate]:
    return {one.fact: one for one in recognise(found, as_of=TODAY, zone=ZONE).facts}


def why_not(found: History, fact: str) -> tuple[str, ...]:
    return next(one.reasons for one in recognise(found, as_of=TODAY, zone=ZONE).withheld if one.fact == fact)


def test_three_nights_after_five_is_said_with_both_numbers_and_its_dates():
    fewer = said(history(nights(1, 2, 4, 5, 6, 8, 10, 12)))["fewer_leavings"]
    assert fewer.slots == {"now": 3, "before": 5}
    assert (fewer.since, fewer.until) == (date(2026, 6, 1), date(2026, 6, 14))


def test_five_nights_and_then_three_are_said_from_days_alone_too():
    away = (1, 2, 3, 4, 5, 8, 10, 12)
    found = History(days=home_since(date(2026, 6, 1), away=away), leavings=tuple(Leaving(at(day, 18)) for day in away))
    assert said(found)["fewer_leavings"].slots == {"now": 3, "before": 5}


def test_five_short_times_and_then_three_long_ones_are_not_said():
    short, long = nights(1, 2, 3, 4, 5, hours=3), nights(8, 10, 12, hours=40)
    assert "more_time_away" in why_not(history((*short, *long)), "fewer_leavings")


def test_fewer_times_in_a_week_nobody_watched_is_never_said():
    found = history(nights(1, 2, 4, 5, 6, 8), days=home_since(date(2026, 6, 1), dark=(9, 10, 11)))
    assert why_not(found, "fewer_leavings") == ("not_enough_known",)


def test_a_night_away_on_a_day_that_nobody_confirmed_is_time_away_all_the_same():
    short, long = nights(1, 2, 3, hours=10), nights(8, hours=30)
    seen = history((*short, *long))
    assert "fewer_leavings" in said(seen)
    longer = nights(8, hours=40)
    assert why_not(history((*short, *longer)), "fewer_leavings") == ("more_time_away",)
    dark = history((*short, *longer), days=home_since(date(2026, 6, 1), dark=(9,)))
    assert why_not(dark, "fewer_leavings") == ("more_time_away",)


def test_a_stay_goes_through_no_leaving_and_no_night_away_even_where_the_home_said_home():
    quiet = history(days=home_since(date(2026, 4, 1)))
    assert said(quiet)["longest_stay"].slots["days"] == 70  # ten whole weeks
    left = (Leaving(at(3, 20)),)
    assert "longest_stay" not in said(history(days=home_since(date(2026, 4, 1)), leavings=left))
    away = (Away(at(3, 20), at(4, 2)),)
    assert "longest_stay" not in said(history(days=home_since(date(2026, 4, 1)), away=away))
    early = (Leaving(at(10, 20, month=4)),)
    stay = said(history(days=home_since(date(2026, 4, 1)), leavings=early))["longest_stay"]
    assert (stay.since, stay.slots["days"]) == (date(2026, 4, 11), 65)


def test_more_times_is_never_a_fact_and_the_worker_alone_learns_why():
    found = recognise(history(nights(1, 8, 10, 12)), as_of=TODAY, zone=ZONE)
    assert "fewer_leavings" not in {one.fact for one in found.facts}
    assert why_not(history(nights(1, 8, 10, 12)), "fewer_leavings") == ("not_fewer",)


def test_today_is_not_over_and_does_not_count():
    left = (*nights(1, 2, 4), Away(at(15, 2), None))
    assert said(history(left))["fewer_leavings"].slots == {"now": 0, "before": 3}


def test_back_sooner_compares_the_last_two_finished_times_in_whole_hours():
    away = (*nights(2, hours=30), *nights(10, hours=14))
    sooner = said(history(away))["back_sooner"]
    assert sooner.slots == {"now": 14, "before": 30}
    assert (sooner.since, sooner.until) == (date(2026, 6, 2), date(2026, 6, 11))


@pytest.mark.parametrize(
    ("away", "reason"),
    [
        (nights(10), "no_two_times"),
        (nights(1, 3), "no_two_times"),
        ((*nights(2), *nights(10, hours=14)), "not_sooner"),
        ((*nights(2, hours=30), *nights(10), Away(at(14, 20), None)), "no_two_times"),
    ],
)
def test_back_sooner_is_withheld_with_its_reason(away, reason):
    assert why_not(history(away), "back_sooner") == (reason,)


def test_back_sooner_is_not_said_over_days_that_nobody_confirmed():
    days = home_since(date(2026, 6, 1), dark=(5, 6, 7))
    found = history((*nights(2, hours=30), *nights(10)), days=days)
    assert why_not(found, "back_sooner") == ("not_enough_known",)


def test_the_longest_stay_is_said_after_four_weeks_with_days_and_weeks():
    days = home_since(date(2026, 5, 4), away=(1,))
    days = tuple(Day(day.on, "away") if day.on == date(2026, 5, 12) else day for day in days)
    days = tuple(Day(day.on, "away") if day.on == date(2026, 5, 24) else day for day in days)
    stay = said(History(days=days))["longest_stay"]
    assert stay.slots == {"days": 13, "weeks": 6}
    assert (stay.since, stay.until) == (date(2026, 6, 2), date(2026, 6, 14))


def test_the_longest_stay_is_not_said_early_nor_after_it_ended():
    assert why_not(History(days=home_since(date(2026, 5, 18))), "longest_stay") == ("too_early",)
    ended = home_since(date(2026, 5, 4), away=(14,))
    assert why_not(History(days=ended), "longest_stay") == ("not_longest",)


def test_what_they_did_comes_before_any_count_and_two_are_enough():
    deeds = (Deed("kept_contact", date(2026, 6, 10)), Deed("own_return", date(2026, 6, 13)))
    found = recognise(history(nights(1, 2, 8), deeds=deeds), as_of=TODAY, zone=ZONE)
    assert [one.fact for one in found.facts] == ["own_return", "kept_contact"]


def test_a_deed_needs_no_gate_and_is_gone_after_seven_days():
    on = Deed("plan_step", date(2026, 6, 9))
    assert "plan_step" in said(History(deeds=(on,)))
    assert said(History(deeds=(Deed("plan_step", date(2026, 6, 8)),))) == {}
    assert why_not(History(), "deeds") == ("nothing_seen",)


def test_a_deed_that_is_over_is_offered_until_the_day_before():
    added = Deed("trusted_person", date(2026, 6, 9), over=TODAY + ONE_DAY)
    assert "trusted_person" in said(History(deeds=(added,)))
    assert said(History(deeds=(replace(added, over=TODAY),))) == {}


def test_the_same_fact_stands_back_after_two_weeks_running_when_there_is_another():
    deeds = tuple(Deed(fact, date(2026, 6, 12)) for fact in ("own_return", "kept_contact", "plan_step"))
    twice = (("own_return", date(2026, 6, 11)), ("own_return", date(2026, 6, 4)))
    assert list(said(History(deeds=deeds, said=twice))) == ["kept_contact", "plan_step"]
    assert list(said(History(deeds=deeds, said=twice[:1]))) == ["own_return", "kept_contact"]
    assert list(said(History(deeds=deeds[:1], said=twice))) == ["own_return"]


@given(st.lists(STATUS, min_size=14, max_size=14), st.lists(st.integers(0, 13), max_size=6))
def test_forgetting_what_was_known_never_makes_a_praise(statuses, places):
    first = date(2026, 6, 1)
    days = [Day(first + timedelta(days=place), status) for place, status in enumerate(statuses)]
    left = tuple(Leaving(at(1, 12) + timedelta(days=place)) for place in sorted(places))
    dark = tuple(Day(day.on, "not_known") for day in days)
    assert "fewer_leavings" not in said(History(days=dark, leavings=left))


@given(st.lists(st.integers(1, 14), max_size=8), st.integers(8, 14))
def test_one_more_leaving_this_week_never_makes_fewer(days, more):
    before = history(tuple(Away(at(day, 18), at(day, 19)) for day in sorted(set(days))))
    after = history(before.away, leavings=(*before.leavings, Leaving(at(more, 6))))
    if "fewer_leavings" in said(after):
        assert "fewer_leavings" in said(before)


@given(st.permutations(nights(1, 2, 4, 5, 8, 12)))
def test_the_order_of_the_record_changes_nothing(away):
    assert recognise(history(tuple(away)), as_of=TODAY, zone=ZONE) == recognise(
        history(nights(1, 2, 4, 5, 8, 12)), as_of=TODAY, zone=ZONE
    )


def test_every_fact_and_every_reason_has_its_words():
    counts = {"fewer_leavings", "back_sooner", "longest_stay"}
    assert {*DEEDS, *counts, PATTERN, SUSTAINED} == set(words.FACTS)
    assert set(words_for_team.ABOUT) == {"deeds", "everything", *counts, PATTERN, SUSTAINED}


def test_the_engine_and_the_words_have_the_same_facts_in_the_same_order_under_the_same_topics():
    assert list(TOPIC_OF_FACT.items()) == [(fact, said.topic) for fact, said in words.FACTS.items() if said.tier == 1]
    assert set(TOPIC_OF_FACT.values()) | set(TOPIC_OF_DIMENSION.values()) == set(words.TOPICS)


def test_every_reason_for_silence_has_its_words():
    found = recognise(history(nights(1, 8)), as_of=TODAY, zone=ZONE)
    assert {one.fact for one in found.withheld} <= set(words_for_team.ABOUT)
    assert {reason for one in found.withheld for reason in one.reasons} <= set(words_for_team.WITHHELD)
