"""Answer cases written as JSON, for the command line and for anybody who checks the engine."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Mapping
from typing import get_type_hints

from porchlight.progress import rules
from porchlight.progress.rules.errors import BadInput, UnreadableCases
from porchlight.progress.shapes import must_fit

FUNCTIONS: Mapping[str, Callable[..., Mapping[str, object]]] = {
    "andersen_gill": rules.andersen_gill,
    "dispersion": rules.dispersion,
    "exposure_days": rules.exposure_days,
    "fewer_fact": rules.fewer_fact,
    "g_chart": rules.g_chart,
    "gap_time": rules.gap_time,
    "gas_t": rules.gas_t,
    "km_curve": rules.km_curve,
    "longest_stay": rules.longest_stay,
    "mcf": rules.mcf,
    "prob_rate_lower": rules.prob_rate_lower,
    "prob_share_higher": rules.prob_share_higher,
    "rank_sum_exact": rules.rank_sum_exact,
    "rate_ratio_exact": rules.rate_ratio_exact,
    "recognition_combined": rules.recognition_combined,
    "recognition_series": rules.recognition_series,
    "return_times": rules.return_times,
    "run_chart": rules.run_chart,
    "scale_shift": rules.scale_shift,
    "t_chart": rules.t_chart,
    "tipping_count": rules.tipping_count,
    "u_chart": rules.u_chart,
    "western_electric": rules.western_electric,
    "xmr_limits": rules.xmr_limits,
}


def evaluate(text: str) -> str:
    """Answer {"cases": [{"id", "fn", "input"}, ...]} with {"results": [{"id", "output"}, ...]}, in order.

    A case with an unknown function or bad input has "error", a sentence, instead of "output"; the others are
    answered all the same. Raises `UnreadableCases` when the text holds no list of cases at all.
    """
    results = [_result(case) for case in _cases(text)]
    return json.dumps({"results": results}, allow_nan=False)


def _cases(text: str) -> list[object]:
    try:
        read = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableCases from error
    if not isinstance(read, dict) or not isinstance(read.get("cases"), list):
        raise UnreadableCases
    cases: list[object] = read["cases"]
    return cases


def _result(case: object) -> dict[str, object]:
    named = case if isinstance(case, dict) else {}
    answer: dict[str, object] = {"id": _named(named.get("id"))}
    try:
        answer["output"] = _answer(named)
    except BadInput as trouble:
        answer["error"] = str(trouble)
    except ArithmeticError:
        answer["error"] = str(BadInput("These numbers are too large or too small to work with."))
    return answer


def _answer(case: Mapping[str, object]) -> Mapping[str, object]:
    name, given = case.get("fn"), case.get("input")
    function = FUNCTIONS.get(name) if isinstance(name, str) else None
    if function is None:
        raise BadInput("There is no function of this name.")
    if not isinstance(given, dict):
        raise BadInput("The input is a record of named values.")
    hints = get_type_hints(function)
    wanted = list(inspect.signature(function).parameters)
    for argument in sorted(set(wanted) ^ set(given)):
        raise BadInput(f"{argument} is missing or is not known.")
    for argument in wanted:
        must_fit(given[argument], hint=hints[argument], at=argument)
    first, *others = wanted
    output = function(given[first], **{argument: given[argument] for argument in others})
    return _finite(output)


def _finite(output: Mapping[str, object]) -> Mapping[str, object]:
    try:
        json.dumps(output, allow_nan=False)
    except ValueError as error:
        raise BadInput("These numbers are too large or too small to work with.") from error
    return output


def _named(given: object) -> str | int | float | None:
    if isinstance(given, bool) or not isinstance(given, str | int | float):
        return None
    return given if given == given else None  # noqa: PLR0124 - because NaN is the one value unlike itself
