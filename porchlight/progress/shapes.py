"""Whether a JSON value has the shape that a function's own type hints ask for: the only schema."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from types import NoneType, UnionType
from typing import Union, get_args, get_origin, get_type_hints, is_typeddict

from porchlight.progress.rules.errors import BadInput


def must_fit(value: object, *, hint: object, at: str) -> None:
    """Raise `BadInput`, naming the place, unless the value fits the hint.

    Numbers are finite and never true or false; a record has all its fields and no other; a list fits
    element by element.
    """
    if not _fits(value, hint):
        raise BadInput(f"{at} is not what this function takes.")
    if is_typeddict(hint) and isinstance(value, dict):
        _record_fits(value, hint=hint, at=at)
    elif get_origin(hint) is Sequence or get_origin(hint) is list:
        for place, element in enumerate(_elements(value)):
            must_fit(element, hint=get_args(hint)[0], at=f"{at}[{place}]")
    elif get_origin(hint) is Mapping and isinstance(value, dict):
        for name, element in value.items():
            must_fit(element, hint=get_args(hint)[1], at=f"{at}.{name}")


def _record_fits(value: Mapping[str, object], *, hint: object, at: str) -> None:
    fields = get_type_hints(hint)
    for name in sorted(set(fields) ^ set(value)):
        raise BadInput(f"{at}.{name} is missing or is not known.")
    for name, field in fields.items():
        must_fit(value[name], hint=field, at=f"{at}.{name}")


def _elements(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _fits(value: object, hint: object) -> bool:
    """Whether the outermost kind fits; what is inside is looked at by `must_fit`."""
    if get_origin(hint) in {Union, UnionType}:
        return any(_fits(value, choice) for choice in get_args(hint))
    if hint is float:
        return _is_number(value)
    if hint is bool or hint is str:
        return type(value) is hint
    if hint is NoneType:
        return value is None
    if get_origin(hint) in {Sequence, list}:
        return isinstance(value, list)
    return isinstance(value, dict)


def _is_number(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    try:
        return math.isfinite(value)
    except OverflowError:
        return False
