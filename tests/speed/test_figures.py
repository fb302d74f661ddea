"""What the bench says of its rounds: medians, ratios within a round, and whether a target is reached."""

from __future__ import annotations

import io

import pytest

from bench.speed.figures import STATEMENTS, Round, policy_costs, reaches, report

GOOD = {"list": (40.0, 90.0, 100.0), "page": (40.0, 90.0, 100.0), "contact": (20.0, 90.0, 100.0)}
COLD = {"list": (0.1, 0.02, 0.01)}
ASKED = {"list": STATEMENTS}


def said(rounds, *, asked=None, margin=1.0):
    out = io.StringIO()
    good = report(rounds, COLD, asked or ASKED, out=out, margin=margin)
    return good, out.getvalue()


def test_a_ratio_is_taken_within_a_round_so_that_a_slow_minute_meets_both_sides():
    quick, slow = Round(1, GOOD), Round(1, {task: tuple(s / 10 for s in sides) for task, sides in GOOD.items()})
    assert reaches([quick, slow], "list") == pytest.approx([0.4, 0.4])
    assert policy_costs([quick, slow], "list") == pytest.approx([100 / 90, 100 / 90])


def test_good_rounds_reach_every_target_and_the_page_says_so():
    good, text = said([Round(1, GOOD), Round(8, GOOD)])
    assert good
    assert "Warm, 1 client, times a second: median (range) of 1 rounds" in text
    assert "Warm, 8 clients" in text
    assert "40 (40 to 40)" in text
    assert "list and page reach 0.40 of the floor (target 0.3), a contact 0.20 (0.15)" in text
    assert "policy costs at most 1.11 x the filter by hand (target 1.5)" in text


@pytest.mark.parametrize(
    "worse",
    [
        {"list": (10.0, 90.0, 100.0), "page": (10.0, 90.0, 100.0)},
        {"contact": (10.0, 90.0, 100.0)},
        {"list": (40.0, 50.0, 100.0)},
    ],
)
def test_one_target_missed_is_enough_whichever_it_is(worse):
    assert not said([Round(1, GOOD), Round(8, GOOD | worse)])[0]
    assert not said([Round(1, GOOD | worse), Round(8, GOOD)])[0]


def test_a_margin_forgives_a_noisy_machine_and_no_more():
    little_worse = GOOD | {"contact": (12.0, 90.0, 100.0)}
    assert not said([Round(1, little_worse)])[0]
    assert said([Round(1, little_worse)], margin=1.6)[0]
    assert not said([Round(1, GOOD | {"contact": (6.0, 90.0, 100.0)})], margin=1.6)[0]


def test_no_margin_forgives_a_statement_too_many():
    assert not said([Round(1, GOOD)], asked={"list": STATEMENTS + 1}, margin=100)[0]


def test_list_and_page_count_together_by_their_geometric_mean():
    uneven = GOOD | {"list": (90.0, 90.0, 100.0), "page": (10.0, 90.0, 100.0)}
    assert "list and page reach 0.30" in said([Round(1, uneven)])[1]
