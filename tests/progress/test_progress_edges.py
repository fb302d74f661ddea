"""Every function where there is nothing, where something is unknown, and where there is a single event.

A function whose input cannot hold one of the three says why in `CANNOT`; a test asks for each of the others.
"""

from __future__ import annotations

import json

import pytest

from porchlight.progress.evaluate import FUNCTIONS, evaluate

NOTHING, UNKNOWN, SINGLE = "zero exposure", "unknown days", "a single event"
NONE = {"count": 0, "days": 0}
QUIET = {"count": 0, "days": 7}
ONCE = {"count": 1, "days": 7}
RULE = {
    "phi": 1.5,
    "pattern_on": 0.8,
    "pattern_off": 0.6,
    "pattern_looks": 2,
    "sustained_on": 0.975,
    "sustained_off": 0.7,
    "sustained_looks": 3,
    "reference_weeks": 8,
    "recent_min": 4,
    "recent_max": 12,
    "min_days": 5,
    "min_events": 3,
}
AGREE = {"on": 0.9, "keep": 0.7, "looks": 1}
PRIORS = {"prior_a": 0.5, "prior_b": 0}
WEEK = ["2026-01-05T00:00", "2026-01-12T00:00"]
ZONE = {"zone": "America/Los_Angeles"}


def gate(now, before, known=1.0):
    return {
        "now": {**now, "known": known},
        "before": {**before, "known": 1.0},
        "min_days": 4,
        "min_known": 0.8,
    }


def row(ident, stop, ev, x=0, start=0):
    return {"id": ident, "start": start, "stop": stop, "ev": ev, "x": x}


def without_x(*rows):
    return {"rows": [{name: value for name, value in one.items() if name != "x"} for one in rows]}


def absences(days, returned):
    return {"days": days, "returned": returned}


def no(*names):
    return dict.fromkeys(names)


def all_of(*names):
    """Whatever the numbers are, these are the names, and none is None."""
    return lambda output: set(output) == set(names) and None not in output.values()


CASES = [
    ("andersen_gill", NOTHING, {"rows": []}, {**no("log_ratio", "robust_se", "naive_se"), "n_events": 0}),
    (
        "andersen_gill",
        UNKNOWN,  # the second was followed from day 5 on: not at risk when the first left
        {"rows": [row(1, 3, 1, x=1), row(2, 9, 0, start=5)]},
        {**no("log_ratio", "robust_se", "naive_se"), "n_events": 1},
    ),
    (
        "andersen_gill",
        SINGLE,
        {"rows": [row(1, 3, 1, x=1), row(2, 9, 0)]},
        {**no("log_ratio", "robust_se", "naive_se"), "n_events": 1},
    ),
    ("dispersion", NOTHING, {"counts": [0, 0], "days": [0, 0]}, no("phi")),
    ("dispersion", UNKNOWN, {"counts": [2, 9, 2], "days": [7, 0, 7]}, {"phi": 0}),
    ("dispersion", SINGLE, {"counts": [1, 0], "days": [7, 7]}, {"phi": 1}),
    ("exposure_days", NOTHING, {"stays": [], "window": WEEK, **ZONE}, {"days": 0}),
    (
        "exposure_days",
        UNKNOWN,
        {"stays": [[WEEK[0], "2026-01-06T00:00"], ["2026-01-11T00:00", None]], "window": WEEK, **ZONE},
        {"days": 2},
    ),
    ("exposure_days", SINGLE, {"stays": [[WEEK[0], None]], "window": WEEK, **ZONE}, {"days": 7}),
    ("fewer_fact", NOTHING, gate(NONE, ONCE), {"say_fewer": False, "reasons": ["too_few_days"]}),
    ("fewer_fact", UNKNOWN, gate(QUIET, ONCE, known=0.7), {"say_fewer": False, "reasons": ["not_enough_known"]}),
    ("fewer_fact", SINGLE, gate(QUIET, ONCE), {"say_fewer": True, "reasons": []}),
    ("g_chart", NOTHING, {"gaps": []}, no("center", "upper", "lower", "geom_upper_00135")),
    ("g_chart", SINGLE, {"gaps": [4]}, all_of("center", "upper", "lower", "geom_upper_00135")),
    ("gap_time", NOTHING, {"rows": []}, no("log_ratio", "robust_se")),
    (
        "gap_time",
        UNKNOWN,  # neither gap is over
        {"rows": [{"id": n, "k": 1, "gap": 4, "ev": 0, "x": n} for n in (0, 1)]},
        no("log_ratio", "robust_se"),
    ),
    (
        "gap_time",
        SINGLE,
        {"rows": [{"id": n, "k": 1, "gap": 4 + n, "ev": 1 - n, "x": n} for n in (0, 1)]},
        no("log_ratio", "robust_se"),
    ),
    ("gas_t", NOTHING, {"scores": [], "weights": [], "rho": 0.3}, no("t")),
    ("gas_t", SINGLE, {"scores": [1], "weights": [1], "rho": 0.3}, {"t": 60}),
    ("km_curve", NOTHING, absences([], []), {"time": [], "still_away": [], "std_err": []}),
    ("km_curve", UNKNOWN, absences([3, 5], [0, 0]), {"time": [], "still_away": [], "std_err": []}),
    ("km_curve", SINGLE, absences([3], [1]), {"time": [3], "still_away": [0], "std_err": [None]}),
    ("longest_stay", NOTHING, {"runs_by_week": [0, 0], "warmup_weeks": 0}, {"best_yet": [False, False]}),
    ("longest_stay", UNKNOWN, {"runs_by_week": [5, 0, 5], "warmup_weeks": 1}, {"best_yet": [False, False, False]}),
    ("longest_stay", SINGLE, {"runs_by_week": [5], "warmup_weeks": 0}, {"best_yet": [True]}),
    ("mcf", NOTHING, {"rows": []}, {"time": [], "mean_cumulative": []}),
    (
        "mcf",
        UNKNOWN,  # the second was not followed on day 4
        without_x(row(1, 4, 1), row(2, 3, 0), row(2, 9, 1, start=5)),
        {"time": [4, 9], "mean_cumulative": [1, 2]},
    ),
    ("mcf", SINGLE, without_x(row(1, 4, 1), row(2, 9, 0)), {"time": [4], "mean_cumulative": [0.5]}),
    (
        "prob_rate_lower",
        NOTHING,
        {"before": ONCE, "now": NONE, **PRIORS, "phi": 1.5},
        no("probability", "ratio_q05", "ratio_q50", "ratio_q95"),
    ),
    (
        "prob_rate_lower",
        SINGLE,
        {"before": ONCE, "now": QUIET, **PRIORS, "phi": 1.5},
        all_of("probability", "ratio_q05", "ratio_q50", "ratio_q95"),
    ),
    (
        "prob_share_higher",
        NOTHING,
        {"before": {"yes": 0, "of": 0}, "now": {"yes": 1, "of": 1}, "prior_a": 0.5, "prior_b": 0.5},
        no("probability", "fisher_p_greater"),
    ),
    (
        "prob_share_higher",
        SINGLE,
        {"before": {"yes": 0, "of": 1}, "now": {"yes": 1, "of": 1}, "prior_a": 1, "prior_b": 1},
        {"probability": 5 / 6, "fisher_p_greater": 0.5},
    ),
    ("rank_sum_exact", NOTHING, {"before": [], "now": [2]}, no("u", "p_less")),
    ("rank_sum_exact", SINGLE, {"before": [3], "now": [2]}, {"u": 0, "p_less": 0.5}),
    (
        "rate_ratio_exact",
        NOTHING,
        {"before": NONE, "now": ONCE, "confidence": 0.95},
        no("ratio", "ci_low", "ci_high", "p_two_sided", "p_lower", "p_lower_mid"),
    ),
    (
        "rate_ratio_exact",
        SINGLE,
        {"before": ONCE, "now": QUIET, "confidence": 0.95},
        {"ratio": 0, "ci_low": 0, "ci_high": 39, "p_two_sided": 1, "p_lower": 0.5, "p_lower_mid": 0.25},
    ),
    ("recognition_combined", NOTHING, {"probabilities": {"leaving": []}, "blocked": [], **AGREE}, {"shown": []}),
    (
        "recognition_combined",
        UNKNOWN,
        {"probabilities": {"leaving": [0.95], "contact": [None]}, "blocked": [False], **AGREE},
        {"shown": [False]},
    ),
    (
        "recognition_combined",
        SINGLE,
        {"probabilities": {"leaving": [0.95]}, "blocked": [False], **AGREE},
        {"shown": [False]},
    ),
    (
        "recognition_series",
        NOTHING,
        {"counts": [0] * 14, "days": [0] * 14, **RULE},
        {"tier": ["facts_only"] * 14, "p_recent_4": [None] * 14, "p_sustained": [None] * 14},
    ),
    (
        "recognition_series",
        UNKNOWN,
        {"counts": [5] * 8 + [0] * 6, "days": [6] * 8 + [0] * 6, **RULE},
        lambda output: output["tier"] == ["facts_only"] * 14 and output["p_sustained"] == [None] * 14,
    ),
    (
        "recognition_series",
        SINGLE,
        {"counts": [1] + [0] * 13, "days": [6] * 14, **RULE},
        {"tier": ["facts_only"] * 14, "p_recent_4": [None] * 14, "p_sustained": [None] * 14},
    ),
    (
        "return_times",
        NOTHING,
        {"before": absences([], []), "now": absences([], []), "horizon_days": 7},
        no(
            "median_before",
            "median_now",
            "restricted_mean_before",
            "restricted_mean_now",
            "logrank_chi2",
            "logrank_p",
        ),
    ),
    (
        "return_times",
        UNKNOWN,
        {"before": absences([2], [0]), "now": absences([3], [0]), "horizon_days": 7},
        {
            **no("median_before", "median_now", "logrank_chi2", "logrank_p"),
            "restricted_mean_before": 7,
            "restricted_mean_now": 7,
        },
    ),
    (
        "return_times",
        SINGLE,
        {"before": absences([], []), "now": absences([3], [1]), "horizon_days": 7},
        {
            **no("median_before", "restricted_mean_before", "logrank_chi2", "logrank_p"),
            "median_now": 3,
            "restricted_mean_now": 3,
        },
    ),
    ("run_chart", NOTHING, {"values": []}, lambda output: output["median"] is None and not output["runs_signal"]),
    ("run_chart", SINGLE, {"values": [4]}, lambda output: output["median"] == 4 and not output["runs_signal"]),
    (
        "scale_shift",
        NOTHING,
        {"before": [], "now": []},
        no("nap", "p_permutation", "median_before", "median_now"),
    ),
    (
        "scale_shift",
        SINGLE,
        {"before": [1], "now": [3]},
        {"nap": 1, "p_permutation": 0.5, "median_before": 1, "median_now": 3},
    ),
    (
        "t_chart",
        NOTHING,
        {"gaps": []},
        no("mean_gap", "exp_upper_00135", "exp_upper_05", "nelson_center", "nelson_upper", "nelson_lower"),
    ),
    ("t_chart", SINGLE, {"gaps": [5]}, lambda output: output["mean_gap"] == 5 and output["nelson_upper"] is None),
    (
        "tipping_count",
        NOTHING,
        {"before": ONCE, "now": NONE, "phi": 1.5, "threshold": 0.8},
        no("probability", "unseen_leavings_that_undo_it"),
    ),
    (
        "tipping_count",
        SINGLE,
        {"before": ONCE, "now": QUIET, "phi": 1.5, "threshold": 0.8},
        lambda output: output["probability"] < 0.8 and output["unseen_leavings_that_undo_it"] == 0,
    ),
    ("u_chart", NOTHING, {"counts": [0], "days": [0]}, {"center": None, "lower": [None], "upper": [None]}),
    (
        "u_chart",
        UNKNOWN,
        {"counts": [3, 9], "days": [3, 0]},
        {"center": 1, "lower": [0, None], "upper": [1 + 3 / 3**0.5, None]},
    ),
    ("u_chart", SINGLE, {"counts": [1], "days": [1]}, {"center": 1, "lower": [0], "upper": [4]}),
    ("western_electric", NOTHING, {"z": []}, {f"rule{n}": [] for n in (1, 2, 3, 4)}),
    ("western_electric", SINGLE, {"z": [3.5]}, {"rule1": [1], "rule2": [], "rule3": [], "rule4": []}),
    (
        "xmr_limits",
        NOTHING,
        {"values": []},
        no("mean", "mean_moving_range", "lower", "upper", "range_upper"),
    ),
    (
        "xmr_limits",
        SINGLE,
        {"values": [4]},
        {"mean": 4, **no("mean_moving_range", "lower", "upper", "range_upper")},
    ),
]

COUNTED = "its days are those that somebody confirmed: unknown days are already left out, all of them is zero exposure"
LISTED = "its list holds only what somebody saw or said: what is unknown is not in it"
CANNOT = {
    "prob_rate_lower": COUNTED,
    "rate_ratio_exact": COUNTED,
    "tipping_count": COUNTED,
    "prob_share_higher": LISTED,
    "rank_sum_exact": LISTED,
    "scale_shift": LISTED,
    "gas_t": LISTED,
    "g_chart": LISTED,
    "t_chart": LISTED,
    "run_chart": LISTED,
    "western_electric": LISTED,
    "xmr_limits": LISTED,
}


@pytest.mark.parametrize(("name", "edge", "given", "expected"), CASES, ids=[f"{one[0]}, {one[1]}" for one in CASES])
def test_at_the_edge_a_function_says_what_is_true_and_no_more(name, edge, given, expected):
    asked = {"cases": [{"id": 1, "fn": name, "input": given}]}
    (result,) = json.loads(evaluate(json.dumps(asked)))["results"]
    assert "error" not in result, result
    if callable(expected):
        assert expected(result["output"]), result
    else:
        assert result["output"].keys() == expected.keys()
        for key, value in expected.items():
            assert result["output"][key] == (pytest.approx(value) if value is not None else None), key


def test_no_function_is_left_out_at_any_edge():
    held = {(name, edge) for name, edge, *_ in CASES}
    asked = {(name, edge) for name in FUNCTIONS for edge in (NOTHING, UNKNOWN, SINGLE)}
    assert asked - held == {(name, UNKNOWN) for name in CANNOT}
