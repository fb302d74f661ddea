"""The properties that the progress reference asks for (section 7), and which test holds each.

- One more leaving in the recent window never raises P(lower): `test_progress_rates`
  (`test_one_more_leaving_now_never_raises_the_chance_of_fewer`) and `test_progress_recognition`
  (`test_one_more_leaving_in_the_last_week_never_raises_a_chance`).
- Days in care without leaving never lower it: `test_progress_rates`
  (`test_days_in_care_without_leaving_never_lower_the_chance`).
- Swapping windows gives 1 - P: `test_progress_rates` (`test_swapping_the_windows_turns_the_chance_around`) and
  `test_progress_shares` (`test_swapping_before_and_now_turns_the_chance_around`).
- Multiplying both exposures changes nothing: `test_progress_rates`
  (`test_counting_both_windows_in_other_units_changes_nothing`).
- Unknown days never create recognition: here, `test_progress_facts`
  (`test_days_nobody_knows_of_never_bring_a_recognition`), `test_progress_recognition`
  (`test_weeks_nobody_confirmed_never_bring_a_recognition`).
- The order of events changes nothing: here, `test_progress_scales`, `test_progress_recurrent`,
  `test_progress_exposure`.
- No output for zero exposure: `test_progress_edges`, for every function.
- What a young person may see has no key for an increase: here.
- Hiding a dimension equals never having had it: here, and `test_progress_recognition`
  (`test_a_dimension_the_youth_hid_might_as_well_never_have_been`).
- Recomputing after a correction is deterministic: here.

The property of suppressed tables belongs to the release functions, which are not built.
"""

from __future__ import annotations

import random
import re
from dataclasses import asdict, fields, is_dataclass, replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from porchlight.progress.rules.config import USUAL, Config
from porchlight.progress.rules.curiosity import Curiosity
from porchlight.progress.rules.history import TOPIC_OF_FACT, Change, Deed, Harm, History, WeekSum
from porchlight.progress.rules.recognise import Recognition, Said
from porchlight.progress.rules.spans import Away, Day, Leaving
from porchlight.progress.rules.stretches import Stretches
from porchlight.progress.rules.sustained import sustained_looks
from tests.progress.making import MONDAY, WITH_TIER_3, evening, looked_at, weeks_on

EAGER = Config(
    sustained=True,
    pattern_on=0.6,
    pattern_off=0.5,
    agree_on=0.6,
    alone_on=0.6,
    sustained_off=0.5,
    min_returns=1,
    stands=3,
)
a_few = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def histories(draw: st.DrawFn) -> History:
    """Some weeks of a record, calmer from somewhere on, so that every part of the answer has its turn."""
    weeks, calm = draw(st.integers(9, 30)), draw(st.integers(6, 20))
    chance = random.Random(draw(st.integers(0, 10**6)))
    days: list[Day] = []
    away: list[Away] = []
    for place in range(7 * weeks):
        on = MONDAY + timedelta(days=place)
        status = chance.choices(("home", "away", "elsewhere", "not_known"), (20, 2, 1, 2))[0]
        days.append(Day(on, status, id=f"day {place}"))
        if chance.random() < (0.5 if place < 7 * calm else 0.15):
            left = evening(on)
            back = left + timedelta(hours=chance.choice((3, 14, 30)))
            own, contact = (chance.random() < (0.3 if place < 7 * calm else 0.8) for _ in range(2))
            away.append(Away(left, back, own, contact, id=f"away {place}"))
    deeds = tuple(
        Deed(chance.choice(tuple(TOPIC_OF_FACT)[:6]), weeks_on(weeks), id=f"deed {n}")
        for n in range(draw(st.sampled_from((0, 3))))
    )
    left = tuple(Leaving(one.left_at, id=one.id.replace("away", "left")) for one in away)
    changes = draw(st.sampled_from(((), (Change("placement", weeks_on(calm - 4)),))))
    harms = draw(st.sampled_from(((), (), (Harm(weeks_on(weeks - 0.5)),))))
    return History(tuple(days), left, tuple(away), deeds, changes=changes, harms=harms)


def weeks_of(history: History) -> int:
    return len(history.days) // 7


def without_confirmation(history: History, *, since: int) -> History:
    days = tuple(replace(day, status="not_known") if n >= since else day for n, day in enumerate(history.days))
    return replace(history, days=days)


def test_the_records_that_are_drawn_bring_every_kind_of_answer():
    found: set[str] = set()

    @settings(a_few, max_examples=80, derandomize=True, database=None)
    @given(histories())
    def look(history: History) -> None:
        answer = looked_at(history, weeks=weeks_of(history), config=EAGER)
        found.update(field.name for field in fields(Recognition) if getattr(answer, field.name))
        found.update(one.fact for one in answer.facts)

    look()
    assert {"facts", "pattern", "sustained", "curiosity", "withheld", "resets", "fewer_leavings"} <= found


@a_few
@given(histories())
def test_days_that_nobody_confirmed_bring_no_count_no_pattern_and_nothing_sustained(history):
    found = looked_at(without_confirmation(history, since=0), weeks=weeks_of(history), config=EAGER)
    assert {one.fact for one in found.facts} <= set(tuple(TOPIC_OF_FACT)[:6])
    assert (found.pattern, found.sustained) == (None, None)


@a_few
@given(histories())
def test_four_weeks_that_nobody_confirmed_end_every_statement_about_weeks(history):
    weeks = weeks_of(history)
    found = looked_at(without_confirmation(history, since=7 * (weeks - 4)), weeks=weeks, config=EAGER)
    assert found.pattern is None
    assert "fewer_leavings" not in {one.fact for one in found.facts}


@a_few
@given(histories(), st.integers(0, 6))
def test_forgetting_a_day_of_the_last_week_never_makes_fewer(history, which):
    weeks = weeks_of(history)
    place = 7 * (weeks - 1) + which
    before = looked_at(history, weeks=weeks)
    days = tuple(replace(day, status="not_known") if n == place else day for n, day in enumerate(history.days))
    after = looked_at(replace(history, days=days), weeks=weeks)
    told = {one.fact for one in before.facts}, {one.fact for one in after.facts}
    if history.days[place].status != "away" and "fewer_leavings" in told[1]:
        assert "fewer_leavings" in told[0]


@a_few
@given(histories(), st.randoms(use_true_random=False))
def test_the_order_of_the_record_changes_nothing(history, chance):
    def shuffled(facts):
        return tuple(chance.sample(facts, len(facts)))

    other = replace(
        history,
        days=shuffled(history.days),
        leavings=shuffled(history.leavings),
        away=shuffled(history.away),
        deeds=shuffled(history.deeds),
    )
    weeks = weeks_of(history)
    assert looked_at(other, weeks=weeks, config=EAGER) == looked_at(history, weeks=weeks, config=EAGER)


@a_few
@given(histories(), st.integers(0, 10**6))
def test_recomputing_after_a_correction_is_as_if_it_had_always_been_so(history, which):
    weeks = weeks_of(history)
    place = which % len(history.days)
    corrected = replace(history.days[place], status="away", id="a correction")
    once = looked_at(history, weeks=weeks, config=EAGER)
    days = tuple(corrected if n == place else day for n, day in enumerate(history.days))
    after = looked_at(replace(history, days=days), weeks=weeks, config=EAGER)
    fresh = History(
        (*days[place:], *days[:place]),
        history.leavings,
        history.away,
        history.deeds,
        (),
        (),
        history.changes,
        history.harms,
    )
    assert after == looked_at(fresh, weeks=weeks, config=EAGER)
    assert looked_at(history, weeks=weeks, config=EAGER) == once
    assert f"day {place}" not in keys(asdict(after))


@a_few
@given(histories(), st.sets(st.sampled_from(sorted(set(TOPIC_OF_FACT.values())))))
def test_hiding_a_topic_equals_never_having_had_it(history, hidden):
    weeks = weeks_of(history)
    kept = tuple(deed for deed in history.deeds if TOPIC_OF_FACT[deed.fact] not in hidden)
    away = tuple(
        replace(
            one,
            own_return=None if "coming_back" in hidden else one.own_return,
            contact=None if "contact" in hidden else one.contact,
        )
        for one in history.away
    )
    never = replace(history, deeds=kept, away=away, hidden=frozenset(hidden & {"times"}))
    with_hidden, without = (
        looked_at(one, weeks=weeks, config=EAGER) for one in (replace(history, hidden=frozenset(hidden)), never)
    )
    assert with_hidden.for_the_youth() == without.for_the_youth()
    assert with_hidden.curiosity == without.curiosity
    if "times" in hidden:
        assert with_hidden.pattern is None
        assert "leaving" not in str(with_hidden.sustained and with_hidden.sustained.dimensions)


@a_few
@given(histories())
def test_when_times_are_hidden_no_leaving_changes_what_is_said_of_other_things(history):
    weeks, hidden = weeks_of(history), frozenset({"times", "coming_back", "contact"})
    more = tuple(Leaving(one.at + timedelta(hours=1)) for one in history.leavings)
    loud = replace(history, leavings=(*history.leavings, *more), hidden=hidden)
    quiet = replace(history, leavings=(), hidden=hidden)
    assert looked_at(loud, weeks=weeks, config=EAGER) == looked_at(quiet, weeks=weeks, config=EAGER)


def keys(value: object) -> set[str]:
    if isinstance(value, dict):
        return set(value) | {key for inner in value.values() for key in keys(inner)}
    if isinstance(value, list | tuple):
        return {key for inner in value for key in keys(inner)} | {one for one in value if isinstance(one, str)}
    return set()


@a_few
@given(histories())
def test_what_a_young_person_may_see_has_no_key_for_an_increase(history):
    found = looked_at(history, weeks=weeks_of(history), config=EAGER)
    said = found.for_the_youth()
    named = keys(asdict(said))
    assert not {name for name in named if re.search(r"higher|more|worse|harm|increase|curio|withheld|reason", name)}
    for fact in said.facts:
        if {"now", "before"} <= set(fact.slots):
            assert fact.slots["now"] < fact.slots["before"]
    if said.pattern:
        now, before = said.pattern.now, said.pattern.before
        assert said.pattern.probability >= EAGER.pattern_off
        assert now.count * before.days < before.count * now.days


def test_no_part_of_what_is_said_could_hold_a_curiosity():
    def kinds(shape: type) -> set[str]:
        return {str(field.type) for field in fields(shape) if is_dataclass(shape)}

    assert not any("Curiosity" in kind or "Withheld" in kind for kind in kinds(Said))
    assert any("Curiosity" in kind for kind in kinds(Recognition))
    assert "because" in {field.name for field in fields(Curiosity)}


@a_few
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 4), st.integers(0, 4)), min_size=20, max_size=70))
def test_leaving_out_looks_changes_neither_the_references_nor_the_last_look(weeks):
    sums = [
        WeekSum(
            weeks_on(place),
            count=count,
            days=6,
            confirmed=7,
            returns=4,
            away_days=1 + own,
            own_yes=own,
            own_of=4,
            contact_yes=contact,
            contact_of=4,
        )
        for place, (count, own, contact) in enumerate(weeks)
    ]
    for config in (WITH_TIER_3, EAGER):
        asked = {"first": 0, "silent": {15, 30}, "dimensions": {"leaving", "time_away", "own_return", "contact"}}
        every, some = (
            list(sustained_looks(Stretches(sums, config=config), skip=skip, **asked)) for skip in (False, True)
        )
        assert [look for look in every if look.resets] == [look for look in some if look.resets]
        assert every[-1:] == some[-1:]
        assert len(some) <= len(every)


@pytest.mark.parametrize("config", [USUAL, WITH_TIER_3])
def test_the_same_record_gives_the_same_answer_each_time(config):
    first = looked_at(some_months(13), weeks=56, config=config)
    assert first == looked_at(some_months(13), weeks=56, config=config)


def some_months(months: int) -> History:
    """Months of days after as many weeks of sums, with a leaving every third day."""
    days = tuple(Day(MONDAY + timedelta(days=n), "home") for n in range(round(months * 30.4)))
    away = tuple(
        Away(evening(day.on), evening(day.on) + timedelta(hours=5), n % 2 == 0, n % 4 == 0)
        for n, day in enumerate(days[::3])
    )
    sums = (WeekSum(weeks_on(-n), 3, 6, 7, 3, 1.5, 1, 3, n % 4, 3) for n in range(1, 53))
    return History(days, tuple(Leaving(one.left_at) for one in away), away, earlier=tuple(sums))
