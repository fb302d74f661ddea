from __future__ import annotations

import math
from dataclasses import replace

import pytest

from bench import published
from bench.lives import REFERENCE_WEEKS, WEEKS, Change, Weather, count_by_week, live, luck
from bench.looks import (
    confirmed_log,
    event_log,
    four_dimensions,
    two_agree,
    weekly_facts,
    whole_weeks,
)
from bench.simulate import (
    ALL,
    ALONE,
    GOOD,
    PUBLISHED,
    SCENARIOS,
    Figure,
    Scenario,
    _with_near_rates,
    broken_promises,
    simulate,
    some_youths,
    table_b,
    table_c,
)
from porchlight.progress.rules.config import USUAL
from porchlight.progress.rules.recognition import held
from porchlight.progress.rules.stretches import Stretches
from porchlight.progress.rules.sustained import sustained_looks


@pytest.fixture
def life():
    return live(
        luck("a life"),
        rate=3.0,
        change=Change(),
        weather=Weather(),
        whole_days=math.ceil,
        elsewhere=frozenset({4, 5}),
    )


def figures_that_keep_every_promise() -> list[Figure]:
    values = {("B", weather, "tier 3"): 0.05 for weather in ("none", "rough")}
    for name in ("modest", "good", "large"):
        values["B", name, "(a)"] = values["B", name, "tier 3"] = published.TABLE_B[name]["(a)"]
    values["C", "none", "wrong"] = 0.0
    return [Figure(*place, value=value, wanted=None, bound=0.0) for place, value in values.items()]


def changed(figures: list[Figure], *place: str, value: float) -> list[Figure]:
    kept = [figure for figure in figures if (figure.table, figure.scenario, figure.row) != place]
    return [*kept, Figure(*place, value=value, wanted=None, bound=0.0)]


def test_figures_that_keep_every_promise_break_none():
    assert broken_promises(figures_that_keep_every_promise(), youths=20_000) == []


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("B", "none", "tier 3"), 0.10),
        (("B", "rough", "tier 3"), 0.19),
        (("B", "modest", "(a)"), 0.36),
        (("B", "large", "tier 3"), 0.70),
        (("C", "none", "wrong"), 0.00001),
    ],
)
def test_a_promise_that_is_broken_is_said(place, value):
    figures = changed(figures_that_keep_every_promise(), *place, value=value)
    assert len(broken_promises(figures, youths=20_000)) == 1


def test_only_the_short_form_is_allowed_for_chance():
    figures = changed(figures_that_keep_every_promise(), "B", "none", "tier 3", value=0.0901)
    assert broken_promises(figures, youths=600) == []
    assert len(broken_promises(figures, youths=20_000)) == 1


def test_a_figure_outside_its_bound_does_not_hold():
    assert Figure("A", "none", "tier 2", value=0.5, wanted=0.55, bound=0.06).holds
    assert not Figure("A", "none", "tier 2", value=0.5, wanted=0.57, bound=0.06).holds


def test_weeks_elsewhere_hold_no_day_in_care_and_no_leaving(life):
    counts, days = life.weekly()
    assert counts[4:6] == days[4:6] == [0, 0]
    assert all(0 <= count <= in_care <= 7 for count, in_care in zip(counts, days, strict=True))
    assert sum(counts) == len(life.absences)


def test_a_log_of_everything_is_the_life_itself(life):
    whole = (1.0, 1.0)
    assert event_log(life, recorded=whole, chance=luck("a log")) == life.weekly()
    assert confirmed_log(life, recorded=whole, chance=luck("a log")) == life.weekly()


def test_a_log_of_nothing_keeps_days_only_where_nobody_had_to_confirm_them(life):
    nothing = (0.0, 0.0)
    assert event_log(life, recorded=nothing, chance=luck("a log")) == ([0.0] * WEEKS, life.weekly()[1])
    assert confirmed_log(life, recorded=nothing, chance=luck("a log")) == count_by_week([])


def test_facts_are_told_of_every_week_after_the_reference(life):
    facts = weekly_facts(life)
    assert {len(weeks) for weeks in facts.values()} == {WEEKS - REFERENCE_WEEKS}
    assert not any(facts["wrong"])


def test_the_tables_and_the_shipped_walk_say_the_same_of_a_life():
    for place in range(40):
        weeks = whole_weeks(_with_near_rates(Scenario(GOOD), place=place))
        stretches = Stretches(weeks, config=replace(USUAL, stands=WEEKS))
        walk = {look.end: look for look in sustained_looks(stretches, first=0, silent=(), dimensions=ALL)}
        dimensions = four_dimensions(stretches)
        agree = two_agree(dimensions, looks=USUAL.sustained_looks)
        alone = held(dimensions["leaving"], on=USUAL.alone_on, off=USUAL.sustained_off, looks=USUAL.sustained_looks)
        for end in range(1, WEEKS + 1):
            look = walk.get(end)
            assert (agree[end - 1], alone[end - 1]) == ((look.agree, look.alone) if look else (False, False))


def test_a_stricter_rule_b_is_shown_to_no_more_youths():
    seen = some_youths(("B", "only leaving x0.6", 0, 60))[2]
    shown = [seen[f"tier 3, (b) at {on}"] for on in ALONE]
    assert shown == sorted(shown, reverse=True)
    assert 0 < shown[-1] < shown[0]


def test_other_youths_are_others():
    assert simulate(youths=6, workers=1, first=0) != simulate(youths=6, workers=1, first=6)


def test_one_youth_is_the_same_youth_each_time():
    assert table_b(Scenario(), place=5) == table_b(Scenario(), place=5)
    assert table_c(Scenario(), place=5) == table_c(Scenario(), place=5)


def test_youths_can_be_counted_in_any_parts():
    whole = some_youths(("A", "none", 0, 6))[2]
    parts = some_youths(("A", "none", 0, 2))[2] + some_youths(("A", "none", 2, 6))[2]
    assert +whole == +parts


def test_every_published_row_is_regenerated():
    regenerated = {(figure.table, figure.scenario, figure.row) for figure in simulate(youths=6, workers=1)}
    wanted = {
        (table, scenario, row)
        for table, scenarios in PUBLISHED.items()
        for scenario, rows in scenarios.items()
        for row in rows
    }
    assert wanted <= regenerated
    assert {table: set(rows) for table, rows in PUBLISHED.items()} == {
        table: set(scenarios) for table, scenarios in SCENARIOS.items()
    }
