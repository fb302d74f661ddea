from __future__ import annotations

import math
from itertools import pairwise

import pytest

from porchlight.progress.rules import BadInput, andersen_gill, gap_time, mcf


def followed(youth: float, events: list[float], *, x: float, until: float = 30) -> list[dict[str, float]]:
    """One young person at risk from 0 until the end, leaving at these times."""
    edges = [0.0, *events, until]
    return [
        {"id": youth, "start": start, "stop": stop, "ev": float(stop in events), "x": x}
        for start, stop in pairwise(edges)
    ]


FOUR = [
    *followed(1, [2.0, 9.0, 11.0, 20.0], x=1),
    *followed(2, [5.0, 14.0], x=1),
    *followed(3, [7.0, 25.0], x=0),
    *followed(4, [16.0], x=0),
]


def test_the_mean_cumulative_count_divides_by_those_at_risk_then():
    rows = [
        {"id": 1, "start": 0, "stop": 4, "ev": 1},
        {"id": 1, "start": 4, "stop": 10, "ev": 0},
        {"id": 2, "start": 0, "stop": 4, "ev": 1},
        {"id": 2, "start": 6, "stop": 8, "ev": 1},
    ]
    assert mcf(rows) == {"time": [4, 8], "mean_cumulative": pytest.approx([1, 1.5])}


def test_nobody_and_no_leaving_give_empty_lists():
    assert mcf([]) == {"time": [], "mean_cumulative": []}
    assert mcf([{"id": 1, "start": 0, "stop": 9, "ev": 0}]) == {"time": [], "mean_cumulative": []}


def test_a_single_leaving_of_a_single_youth_counts_one():
    assert mcf([{"id": 1, "start": 0, "stop": 9, "ev": 1}]) == {"time": [9], "mean_cumulative": [1]}


def test_with_equal_groups_always_at_risk_the_ratio_is_that_of_the_counts():
    model = andersen_gill(FOUR)
    # Six leavings against three, two young people each: everything has a closed form.
    share, events = 6 / 9, 9
    information = events * share * (1 - share)
    own = [(1 - share) * (4 - 3), (1 - share) * (2 - 3), share * (2 - 1.5), share * (1 - 1.5)]
    assert model["log_ratio"] == pytest.approx(math.log(2))
    assert model["naive_se"] == pytest.approx(1 / math.sqrt(information))
    assert model["robust_se"] == pytest.approx(math.sqrt(sum(one**2 for one in own)) / information)
    assert model["n_events"] == events


def test_tied_leavings_follow_efron():
    rows = [
        {"id": 1, "start": 0, "stop": 5, "ev": 1, "x": 1},
        {"id": 2, "start": 0, "stop": 5, "ev": 1, "x": 0},
        {"id": 3, "start": 0, "stop": 9, "ev": 0, "x": 0},
    ]
    # 1 = t / (t + 2) + t / (t + 3) has the root t = sqrt(6).
    assert andersen_gill(rows)["log_ratio"] == pytest.approx(math.log(6) / 2)


def test_a_youth_who_joins_at_the_very_time_of_a_leaving_was_not_yet_at_risk():
    late = [{"id": 5, "start": 2.0, "stop": 30.0, "ev": 0, "x": 0.0}]
    later = [{"id": 5, "start": 2.5, "stop": 30.0, "ev": 0, "x": 0.0}]
    assert andersen_gill([*FOUR, *late]) == andersen_gill([*FOUR, *later])


def test_another_scale_of_x_rescales_the_answer():
    tenfold = [{**row, "x": row["x"] * 10 + 3} for row in FOUR]
    one, other = andersen_gill(FOUR), andersen_gill(tenfold)
    assert other["log_ratio"] == pytest.approx(one["log_ratio"] / 10)
    assert other["robust_se"] == pytest.approx(one["robust_se"] / 10)


def test_the_order_of_rows_changes_nothing():
    assert andersen_gill(FOUR[::-1])["robust_se"] == pytest.approx(andersen_gill(FOUR)["robust_se"])


@pytest.mark.parametrize(
    "rows",
    [
        [],
        followed(1, [], x=1) + followed(2, [], x=0),
        followed(1, [3.0], x=1) + followed(2, [4.0], x=1),
        followed(1, [3.0], x=1) + followed(2, [], x=0),
    ],
    ids=["nobody", "no leaving", "no difference in x", "leavings in one group alone"],
)
def test_rows_that_cannot_tell_give_no_number(rows):
    model = andersen_gill(rows)
    assert model["log_ratio"] is None
    assert model["robust_se"] is None
    assert model["naive_se"] is None


def gaps(k: float) -> list[dict[str, float]]:
    return [
        {"id": 1, "k": k, "gap": 5, "ev": 1, "x": 1},
        {"id": 2, "k": k, "gap": 5, "ev": 1, "x": 0},
        {"id": 3, "k": k, "gap": 9, "ev": 0, "x": 0},
    ]


def test_each_order_of_leaving_is_compared_only_with_itself():
    one, both = gap_time(gaps(1)), gap_time([*gaps(1), *gaps(2)])
    assert one["log_ratio"] == pytest.approx(math.log(6) / 2)
    assert both["log_ratio"] == pytest.approx(math.log(6) / 2)
    # The same three young people twice: clustering sees that nothing new was learnt.
    assert both["robust_se"] == pytest.approx(one["robust_se"])


def test_leaving_on_the_very_day_of_return_counts():
    at_once = [{**row, "gap": row["gap"] - 5} for row in gaps(1)]
    assert gap_time(at_once)["log_ratio"] == pytest.approx(math.log(6) / 2)


def test_no_gap_gives_no_number():
    assert gap_time([]) == {"log_ratio": None, "robust_se": None}
    assert gap_time(gaps(1)[:1]) == {"log_ratio": None, "robust_se": None}


@pytest.mark.parametrize("change", [{"stop": 0}, {"ev": 2}, {"start": math.nan}, {"x": math.inf}], ids=str)
def test_stretches_that_do_not_fit_together_are_refused(change):
    with pytest.raises(BadInput):
        andersen_gill([{**FOUR[0], **change}])


def test_a_gap_of_less_than_nothing_is_refused():
    with pytest.raises(BadInput):
        gap_time([{**gaps(1)[0], "gap": -1}])


def test_each_youth_waiting_once_is_the_same_model_from_the_return_as_from_the_beginning():
    waits = [(1, 2.0, 1, 1), (2, 9.0, 1, 1), (3, 7.0, 1, 0), (4, 16.0, 1, 0), (5, 20.0, 0, 0), (6, 1.0, 0, 1)]
    by_gap = gap_time([{"id": youth, "k": 1, "gap": gap, "ev": ev, "x": x} for youth, gap, ev, x in waits])
    by_time = andersen_gill([
        {"id": youth, "start": 0, "stop": gap, "ev": ev, "x": x} for youth, gap, ev, x in waits
    ])  # fmt: skip
    assert by_gap["log_ratio"] == pytest.approx(by_time["log_ratio"])
    assert by_gap["robust_se"] == pytest.approx(by_time["robust_se"])
    assert by_gap["robust_se"] > 0


@pytest.mark.parametrize("wrong", [{"start": -math.inf}, {"stop": math.inf}, {"start": math.nan}, {"stop": 0.0}])
def test_a_stretch_without_a_beginning_or_an_end_is_refused(wrong):
    with pytest.raises(BadInput):
        mcf([{"id": 1, "start": 0.0, "stop": 4.0, "ev": 1} | wrong])
