from __future__ import annotations

import json

import pytest

from porchlight.progress import rules
from porchlight.progress.evaluate import FUNCTIONS, evaluate
from porchlight.progress.rules import UnreadableCases

GOOD = {"id": "good", "fn": "run_chart", "input": {"values": [1, 2, 3]}}


def results(*cases: object) -> list[dict[str, object]]:
    answer: dict[str, list[dict[str, object]]] = json.loads(evaluate(json.dumps({"cases": cases})))
    return answer["results"]


@pytest.mark.parametrize(
    "bad",
    [
        {"id": "b", "fn": "guess", "input": {}},
        {"id": "b", "fn": ["run_chart"], "input": {}},
        {"id": "b", "fn": "run_chart"},
        {"id": "b", "fn": "run_chart", "input": [1, 2]},
        {"id": "b", "fn": "run_chart", "input": {}},
        {"id": "b", "fn": "run_chart", "input": {"values": [1], "extra": 1}},
        {"id": "b", "fn": "run_chart", "input": {"values": 3}},
        {"id": "b", "fn": "run_chart", "input": {"values": ["3"]}},
        {"id": "b", "fn": "run_chart", "input": {"values": [True]}},
        {"id": "b", "fn": "run_chart", "input": {"values": [None]}},
        {"id": "b", "fn": "run_chart", "input": {"values": [float("nan")]}},
        {"id": "b", "fn": "run_chart", "input": {"values": [10**400]}},
        {"id": "b", "fn": "xmr_limits", "input": {"values": [1e308, -1e308]}},
        {"id": "b", "fn": "dispersion", "input": {"counts": [1e308, 1e308], "days": [1, 1]}},
        {"id": "b", "fn": "rank_sum_exact", "input": {"before": [1, 2], "now": [-1]}},
        {"id": "b", "fn": "mcf", "input": {"rows": [{"id": 1, "start": 0, "stop": 1}]}},
        {"id": "b", "fn": "mcf", "input": {"rows": [{"id": 1, "start": 0, "stop": 1, "ev": 1, "more": 1}]}},
        {
            "id": "b",
            "fn": "recognition_combined",
            "input": {
                "probabilities": {"a": [0.5, "x"]},
                "blocked": [False, False],
                "on": 1,
                "keep": 1,
                "looks": 1,
            },
        },
    ],
)
def test_a_bad_case_is_an_error_on_that_case_alone(bad):
    first, middle, last = results(GOOD, bad, GOOD)
    assert first == last
    assert first["output"]["median"] == 2
    assert middle["id"] == "b"
    assert "output" not in middle
    assert middle["error"].startswith("PL-PRG-001: ")


@pytest.mark.parametrize("case", [None, 3, "case", []])
def test_a_case_that_is_no_record_is_an_error_without_a_name(case):
    assert results(case)[0]["id"] is None
    assert "error" in results(case)[0]


def test_an_error_names_the_place_and_repeats_nothing_of_what_was_typed():
    (result,) = results({"id": 1, "fn": "dispersion", "input": {"counts": [1, "a name"], "days": [1, 1]}})
    assert "counts[1]" in result["error"]
    assert "a name" not in result["error"]


@pytest.mark.parametrize("text", ["", "not json", "[]", "{}", '{"cases": 3}', "[" * 100_000])
def test_a_text_without_cases_is_refused_as_a_whole(text):
    with pytest.raises(UnreadableCases):
        evaluate(text)


def test_no_case_gives_no_result():
    assert evaluate('{"cases": []}') == '{"results": []}'


def test_what_cannot_be_computed_is_null():
    (result,) = results({"id": 1, "fn": "dispersion", "input": {"counts": [], "days": []}})
    assert result == {"id": 1, "output": {"phi": None}}


def test_the_same_text_gives_the_same_answer():
    text = json.dumps({"cases": [GOOD, GOOD]})
    assert evaluate(text) == evaluate(text)


def test_every_function_is_one_of_the_rules_by_its_own_name():
    for name, function in FUNCTIONS.items():
        assert getattr(rules, name) is function
        assert function.__name__ == name
        assert function.__doc__
