"""The third and fourth net, as functions: what rooms export, and what their sheets hold."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Iterator
from dataclasses import is_dataclass
from importlib import import_module
from types import ModuleType
from typing import Any, get_type_hints

from django.db import models

import porchlight
from porchlight.policy.guard import Need

# These make the guards, so they cannot stand behind them; nobody but rooms and the watchman calls them.
BENEATH = ("kernel", "vault", "policy", "audit")


def doors_of_rooms() -> Iterator[ModuleType]:
    """Every `api` module of a room that stands on policy."""
    for found in pkgutil.iter_modules(porchlight.__path__):
        if found.ispkg and found.name not in (*BENEATH, "desks", "flows", "project"):
            package = import_module(f"porchlight.{found.name}")
            if any(module.name == "api" for module in pkgutil.iter_modules(package.__path__)):
                yield import_module(f"porchlight.{found.name}.api")


def unguarded(door: ModuleType) -> list[str]:
    """Exported names that are neither guarded nor a value, a sheet, an error or a pure rule."""
    return [name for name in door.__all__ if not _allowed(getattr(door, name))]


def _allowed(exported: Any) -> bool:
    if inspect.isclass(exported):
        return not issubclass(exported, models.Model | models.Manager)
    if not callable(exported):
        return not isinstance(exported, models.QuerySet | models.Manager | ModuleType)
    return isinstance(getattr(exported, "guard", None), Need) or is_rule(exported)


def is_rule(function: Any) -> bool:
    """A pure function of a `rules` module: it has no row, no clock and no visit to be guarded against."""
    return "rules" in inspect.unwrap(function).__module__.split(".")


def rows_in(door: ModuleType) -> list[str]:
    """Guarded functions and sheets that promise a row of a table instead of a frozen sheet."""
    return [name for name in door.__all__ if _promises_rows(getattr(door, name))]


def _promises_rows(exported: Any) -> bool:
    if inspect.isclass(exported) and is_dataclass(exported):
        frozen = exported.__dataclass_params__.frozen  # type: ignore[attr-defined]
        return not frozen or any(map(_holds_row, get_type_hints(exported).values()))
    if callable(exported) and hasattr(exported, "guard"):
        return _holds_row(get_type_hints(inspect.unwrap(exported)).get("return"))
    return False


def _holds_row(kind: Any) -> bool:
    if inspect.isclass(kind) and issubclass(kind, models.Model | models.QuerySet | models.Manager):
        return True
    return any(_holds_row(part) for part in getattr(kind, "__args__", ()))
