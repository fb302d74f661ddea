"""Every reference case of the pure functions, through the same door as the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from porchlight.progress.evaluate import FUNCTIONS, evaluate

CASES = json.loads((Path(__file__).parent / "cases.json").read_text(encoding="utf-8"))["cases"]
WITHOUT_A_CASE = {
    "andersen_gill",
    "g_chart",
    "gap_time",
    "km_curve",
    "longest_stay",
    "t_chart",
    "u_chart",
    "western_electric",
}


def passes(got: object, want: object, *, within: dict[str, float]) -> bool:
    if isinstance(want, dict):
        return (
            isinstance(got, dict)
            and got.keys() == want.keys()
            and all(passes(got[key], want[key], within=within) for key in want)
        )
    if isinstance(want, list):
        return (
            isinstance(got, list)
            and len(got) == len(want)
            and all(passes(one, other, within=within) for one, other in zip(got, want, strict=True))
        )
    if want is None or isinstance(want, bool | str):
        return type(got) is type(want) and got == want
    if isinstance(got, bool) or not isinstance(got, int | float):
        return False
    return abs(got - want) <= within["abs"] + within["rel"] * abs(want)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['id']}-{case['fn']}")
def test_a_reference_case_comes_out_within_its_tolerance(case):
    result = json.loads(evaluate(json.dumps({"cases": [case]})))["results"][0]
    assert result["id"] == case["id"]
    assert "error" not in result
    assert passes(result["output"], case["expected"], within=case["tolerance"]), result["output"]


def test_the_comparison_itself_can_fail():
    exact = {"abs": 0.0, "rel": 0.0}
    assert not passes(0.5, 0.6, within={"abs": 0.01, "rel": 0.0})
    assert not passes(True, 1, within=exact)
    assert not passes(1, True, within=exact)
    assert not passes(None, 0.0, within=exact)
    assert not passes([1.0], [1.0, 2.0], within=exact)
    assert not passes({"a": 1.0, "b": 2.0}, {"a": 1.0}, within=exact)


def test_every_function_has_a_reference_case_or_tests_of_its_own():
    assert {case["fn"] for case in CASES} | WITHOUT_A_CASE == set(FUNCTIONS)
