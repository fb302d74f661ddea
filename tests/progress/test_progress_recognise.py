"""Facts, pattern, sustained change, curiosity, and what is withheld, from one record on one day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from porchlight.progress.rules import BadInput
from porchlight.progress.rules.config import ENGINE, Config
from porchlight.progress.rules.history import CHANGES, Change, Deed, Harm, History, WeekSum
from porchlight.progress.rules.offers import PATTERN
from porchlight.progress.rules.recognise import recognise
from porchlight.progress.rules.spans import Away, Day, Leaving
from tests.progress.making import MONDAY, WITH_TIER_3, ZONE, evening, looked_at, record, weeks_on, why_not

SETTLED = [4] * 8 + [1] * 12
BETTER = {week: week >= 8 for week in range(40)}


def test_three_overnights_after_five_are_said_and_rest_on_both_weeks():
    found = looked_at(record([5, 3], hours=15), weeks=2)
    (fact,) = [one for one in found.facts if one.fact == "fewer_leavings"]
    assert fact.slots == {"now": 3, "before": 5}
    assert (fact.since, fact.until) == (MONDAY, weeks_on(2) - timedelta(days=1))
    assert {f"day {weeks_on(1)}", "left 0.4", "left 1.2", "away 1.2"} <= set(fact.rests_on)
    assert len(fact.rests_on) == 14 + 8 + 8


def test_five_short_times_and_then_three_long_ones_are_not():
    found = looked_at(record([5, 3], hours=[3, 23]), weeks=2)
    assert why_not(found, "fewer_leavings") == ("more_time_away",)
    assert "fewer_leavings" not in {one.fact for one in found.facts}


def test_a_leaving_told_of_on_a_day_that_nobody_confirmed_never_makes_fewer():
    # Two on confirmed days, one more on a dark day: three were told of, so "two, after three" would be untrue.
    dark = weeks_on(1) + timedelta(days=1)
    found = looked_at(record([3, 3], dark={dark}), weeks=2)
    assert why_not(found, "fewer_leavings") == ("not_enough_known",)
    assert "fewer_leavings" in {one.fact for one in looked_at(record([3, 2]), weeks=2).facts}


def test_a_lasting_change_is_first_a_pattern_and_then_sustained():
    history = record(SETTLED)
    assert why_not(looked_at(history, weeks=7), "pattern") == ("not_comparable_yet",)
    assert why_not(looked_at(history, weeks=8), "pattern") == ("not_steady",)
    pattern = looked_at(history, weeks=12).pattern
    assert (pattern.before.count, pattern.now.count) == (16, 4)
    assert (pattern.before.since, pattern.now.since) == (weeks_on(4), weeks_on(8))
    assert pattern.now.until == weeks_on(12) - timedelta(days=1)
    assert pattern.now.known == 1
    low, middle, high = pattern.ratio
    assert low < middle < 1
    assert low < middle < high
    assert why_not(looked_at(history, weeks=12), "sustained") == ("not_steady",)
    assert looked_at(history, weeks=14).sustained.dimensions[0][0] == "leaving"


def test_a_pattern_that_one_unseen_leaving_would_undo_is_fragile():
    loose = Config(pattern_on=0.7, pattern_looks=1)
    fragile = [
        found.pattern
        for times in ([3, 2, 3, 2, 2, 2, 1, 2], [4, 4, 4, 4, 1, 1, 1, 1])
        if (found := looked_at(record(times), weeks=8, config=loose))
    ]
    assert [one.is_fragile for one in fragile] == [True, False]
    assert fragile[0].tipping <= 1 < fragile[1].tipping


def test_a_pattern_is_never_said_where_the_pace_in_those_weeks_is_not_lower():
    thin = [WeekSum(weeks_on(week), count=week == 0, days=5 * (week == 0), confirmed=7) for week in range(4)]
    equal = [WeekSum(weeks_on(week), count=1, days=5, confirmed=7) for week in range(4, 8)]
    found = looked_at(
        History(earlier=(*thin, *equal)), weeks=8, config=Config(pattern_on=0.5, pattern_off=0.5, pattern_looks=1)
    )
    assert why_not(found, "pattern") == ("not_lower",)


def test_looking_every_day_of_a_week_is_one_look():
    history = record(SETTLED)
    patterns = {looked_at(history, weeks=12 + day / 7).pattern for day in range(7)}
    assert len(patterns) == 1


def test_two_dimensions_agree_where_leaving_alone_does_not():
    times = [3] * 8 + [3] * 12
    history = record(times, own=BETTER, contact=BETTER)
    sustained = looked_at(history, weeks=20).sustained
    assert [name for name, _ in sustained.dimensions] == ["own_return", "contact"]
    assert (sustained.reference.since, sustained.now.since) == (MONDAY, weeks_on(8))
    assert {"away 0.0", "away 19.2", f"day {weeks_on(19)}"} <= set(sustained.rests_on)
    assert why_not(looked_at(record(times, own=BETTER), weeks=20), "sustained") == ("not_steady",)


def test_shorter_times_away_are_a_dimension_and_one_still_open_is_not_yet_back():
    history = record([3] * 16, hours=[22] * 8 + [4] * 8, own=BETTER)
    away = (*history.away, Away(evening(weeks_on(15.8)), None))
    still = replace(history, away=away)
    before, after = (dict(looked_at(one, weeks=16).sustained.dimensions) for one in (history, still))
    assert {"time_away", "own_return"} <= set(before)
    assert after["time_away"] < before["time_away"]


def test_tier_3_is_off_until_the_agency_switches_it_on():
    found = looked_at(record(SETTLED), weeks=20, config=Config())
    assert found.sustained is None
    assert why_not(found, "sustained") == ("switched_off",)
    assert why_not(looked_at(record(SETTLED), weeks=12, config=Config(pattern=False)), "pattern") == ("switched_off",)


def test_an_open_harm_silences_tier_3_alone_and_asks_the_team_at_once():
    harm = Harm(weeks_on(15.5), id="mark 1")
    found = looked_at(record(SETTLED, harms=(harm,)), weeks=16)
    assert found.sustained is None
    assert why_not(found, "sustained") == ("harm_open",)
    assert found.curiosity.because == ("harm_open",)
    assert found.curiosity.rests_on == ("mark 1",)
    assert "fewer_leavings" not in why_not(found, "sustained")
    assert found.facts == looked_at(record(SETTLED), weeks=16).facts
    today = looked_at(record(SETTLED, harms=(Harm(weeks_on(16.2)),)), weeks=16.3)
    assert (today.sustained, today.curiosity.because) == (None, ("harm_open",))


def test_a_harm_that_has_ended_silences_nothing():
    ended = (Harm(weeks_on(12), weeks_on(16)),)
    found = looked_at(record(SETTLED, harms=ended), weeks=16)
    assert found.sustained is not None
    assert found.curiosity is None


def test_more_leaving_silences_tier_3_and_asks_the_team_only():
    times = [4] * 8 + [0] * 8 + [0, 0, 1, 2]
    found = looked_at(record(times), weeks=20)
    assert found.sustained is None
    assert why_not(found, "sustained") == ("leaving_higher",)
    assert found.curiosity.because == ("leaving_higher",)
    assert (found.curiosity.since, found.curiosity.until) == (weeks_on(12), weeks_on(20))
    assert "left 19.1" in found.curiosity.rests_on
    assert {f"day {weeks_on(12)}", f"day {weeks_on(20) - timedelta(days=1)}"} <= set(found.curiosity.rests_on)
    assert f"day {weeks_on(12) - timedelta(days=1)}" not in found.curiosity.rests_on


@pytest.mark.parametrize("why", CHANGES)
def test_a_change_begins_all_comparisons_anew_and_is_logged(why):
    change = Change(why, weeks_on(13.2), id="change 1")
    found = looked_at(record(SETTLED, changes=(change,)), weeks=18)
    assert why_not(found, "pattern") == why_not(found, "sustained") == ("not_comparable_yet",)
    assert [(one.on, one.why, one.id) for one in found.resets] == [(change.on, why, "change 1")]
    assert looked_at(record(SETTLED, changes=(change,)), weeks=13).sustained is None
    again = looked_at(record([*SETTLED, *[1] * 8], changes=(change,)), weeks=22)
    assert why_not(again, "pattern") == ("not_steady",)


def test_a_change_that_lies_ahead_changes_nothing_yet():
    ahead = Change("placement", weeks_on(19))
    assert looked_at(record(SETTLED, changes=(ahead,)), weeks=16) == looked_at(record(SETTLED), weeks=16)


def test_a_recognition_that_has_stood_twelve_weeks_makes_way_and_that_is_logged():
    history = record([4] * 8 + [1] * 40)
    shown = [week for week in range(12, 48) if looked_at(history, weeks=week).sustained]
    assert shown == list(range(14, 26))
    (reset,) = looked_at(history, weeks=40).resets
    assert (reset.on, reset.why) == (weeks_on(25) - timedelta(days=1), "stood_long")
    assert why_not(looked_at(history, weeks=30), "sustained") == ("not_comparable_yet",)
    assert why_not(looked_at(history, weeks=40), "sustained") == ("not_steady",)


def test_the_reference_is_eight_confirmed_weeks_however_long_they_take():
    dark = {weeks_on(2) + timedelta(days=day) for day in range(14)}
    times = [4, 4, 0, 0, *[4] * 6, *[1] * 8]
    sustained = looked_at(record(times, dark=dark), weeks=18).sustained
    assert sustained.reference.until == weeks_on(10) - timedelta(days=1)
    assert sustained.reference.known == pytest.approx(56 / 70)


def test_weeks_whose_days_are_no_longer_kept_count_all_the_same():
    whole = record(SETTLED)
    first = weeks_on(8)
    sums = tuple(
        WeekSum(weeks_on(week), count=4, days=7 - 16 / 24, confirmed=7, returns=4, away_days=16 / 24, id=f"sum {week}")
        for week in range(8)
    )
    kept = replace(
        whole,
        days=tuple(day for day in whole.days if day.on >= first),
        leavings=tuple(one for one in whole.leavings if one.at.date() >= first),
        away=tuple(one for one in whole.away if one.left_at.date() >= first),
        earlier=sums,
    )
    full, short = (looked_at(one, weeks=16).sustained for one in (whole, kept))
    assert dict(full.dimensions) == pytest.approx(dict(short.dimensions))
    assert {"sum 0", "sum 7"} <= set(short.rests_on)


def test_a_hidden_topic_is_gone_from_every_part():
    deeds = (Deed("own_return", weeks_on(16)), Deed("plan_step", weeks_on(16)))
    history = record([3] * 20, own=BETTER, contact=BETTER, deeds=deeds, hidden=frozenset({"coming_back", "times"}))
    found = looked_at(history, weeks=16)
    assert [one.fact for one in found.facts] == ["plan_step"]
    assert {one.fact for one in found.withheld} == {"sustained"}
    assert (found.pattern, found.sustained, found.curiosity) == (None, None, None)


def test_the_result_names_its_engine_its_numbers_and_its_day():
    found = looked_at(record([1]), weeks=1)
    assert (found.engine, found.config, found.as_of) == (ENGINE, WITH_TIER_3, weeks_on(1))


def test_without_ids_the_ground_is_named_by_what_and_when():
    history = History(
        days=(Day(MONDAY, "away"),), leavings=(Leaving(evening(MONDAY)),), deeds=(Deed("plan_step", MONDAY),)
    )
    (step,) = recognise(history, as_of=MONDAY, zone=ZONE).facts
    assert step.rests_on == ("plan_step 2026-01-05",)
    five = replace(record([5, 3]), leavings=tuple(Leaving(one.at) for one in record([5, 3]).leavings))
    (fewer,) = [one for one in looked_at(five, weeks=2).facts if one.fact == "fewer_leavings"]
    assert "left 2026-01-06T02:00:00+00:00" in fewer.rests_on


def test_nothing_on_record_says_nothing():
    found = recognise(History(), as_of=MONDAY, config=WITH_TIER_3, zone=ZONE)
    assert (found.facts, found.pattern, found.sustained, found.curiosity, found.resets) == ((), None, None, None, ())
    assert why_not(found, "sustained") == ("not_comparable_yet",)


def test_a_single_leaving_in_half_a_year_is_no_pattern_and_nothing_sustained():
    found = looked_at(record([1] + [0] * 25), weeks=26)
    assert (found.pattern, found.sustained, found.curiosity) == (None, None, None)
    assert why_not(found, "pattern") == why_not(found, "sustained") == ("too_little_seen",)


def test_eight_weeks_elsewhere_are_a_gap_and_never_a_success():
    there = record([4] * 8)
    detained = tuple(Day(weeks_on(8) + timedelta(days=n), "elsewhere") for n in range(56))
    found = looked_at(replace(there, days=(*there.days, *detained)), weeks=16)
    assert (found.facts, found.pattern, found.sustained) == ((), None, None)
    assert why_not(found, "pattern") == ("too_little_seen",)


@pytest.mark.parametrize(
    "wrong",
    [
        {"days": (Day(MONDAY, "home"), Day(MONDAY, "away"))},
        {"leavings": (Leaving(evening(MONDAY).replace(tzinfo=None)),)},
        {"away": (Away(evening(MONDAY), evening(MONDAY) - timedelta(hours=1)),)},
        {"changes": (Change("boredom", MONDAY),)},
        {"earlier": (WeekSum(MONDAY + timedelta(days=1)),)},
        {"earlier": (WeekSum(MONDAY), WeekSum(MONDAY))},
        {"earlier": (WeekSum(MONDAY),), "days": (Day(MONDAY, "home"),)},
        {"earlier": (WeekSum(MONDAY, count=-1),)},
        {"earlier": (WeekSum(MONDAY, own_yes=2, own_of=1),)},
    ],
)
def test_a_record_that_cannot_be_is_refused(wrong):
    with pytest.raises(BadInput):
        History(**wrong)


@pytest.mark.parametrize(
    "wrong",
    [
        {"phi": 0},
        {"pattern_off": 0.9},
        {"sustained_off": 0.95},
        {"agree_on": 1.2},
        {"stands": 0},
        {"recent_min": 13},
        {"min_days": -1},
    ],
)
def test_a_configuration_that_makes_no_sense_is_refused(wrong):
    with pytest.raises(BadInput):
        Config(**wrong)


def test_the_fewest_recent_weeks_may_be_the_most():
    assert Config(recent_min=12).recent_min == Config().recent_max


def test_after_two_changes_all_comparisons_begin_with_the_later_one():
    first, second = Change("placement", weeks_on(2), id="1"), Change("recording", weeks_on(13), id="2")
    for changes in ((first, second), (second, first)):
        assert why_not(looked_at(record(SETTLED, changes=changes), weeks=16), PATTERN) == ("not_comparable_yet",)
    assert looked_at(record(SETTLED, changes=(first,)), weeks=12).pattern is not None


def test_a_day_in_the_first_week_of_another_year_is_looked_at_like_any_other():
    shifted = recognise(record([5, 3]), as_of=date(2026, 1, 19), zone=ZONE)
    assert shifted.facts[0].until == date(2026, 1, 18)
