"""The third and fourth net, as functions: what rooms export, and what their sheets hold."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Iterator
from dataclasses import is_dataclass
from importlib import import_module
from types import ModuleType
from typing import Any, get_origin, get_type_hints

from django.db import connection, connections, models

import porchlight
from porchlight.policy.api import ask, ask_one, county_key, end_grant, grant, the_county
from porchlight.policy.guard import Need

# These make the guards, so they cannot stand behind them; nobody but rooms and the watchman calls them.
ASKING = (ask, ask_one, connection, connections, grant, end_grant)
# Which county is in force is no fact about a person, and is asked for before sign-in too.
NOBODYS = (county_key, the_county)
BENEATH = ("kernel", "vault", "policy", "audit")


def doors_of_rooms() -> Iterator[ModuleType]:
    """Every `api` module of a room that stands on policy."""
    for found in pkgutil.iter_modules(porchlight.__path__):
        if found.ispkg and found.name not in (*BENEATH, "desks", "flows", "project"):
            package = import_module(f"porchlight.{found.name}")
            for module in pkgutil.walk_packages(package.__path__, prefix=f"{package.__name__}."):
                if module.name.rsplit(".", 1)[-1] == "api":
                    yield import_module(module.name)


def unguarded(door: ModuleType) -> list[str]:
    """Exported names that are neither guarded nor a value, a sheet, an error or a function that reaches no row."""
    return [name for name in door.__all__ if not _allowed(getattr(door, name))]


def _allowed(exported: Any) -> bool:
    if inspect.isclass(exported):
        return not issubclass(exported, models.Model | models.Manager)
    if get_origin(exported) is not None:
        return True  # an alias of types, such as a Literal
    if not callable(exported):
        return not isinstance(exported, models.QuerySet | models.Manager | ModuleType)
    return is_guarded(exported) or not reaches_rows(exported)


def is_guarded(function: Any) -> bool:
    return isinstance(getattr(function, "guard", None), Need)


def reaches_rows(function: Any, seen: frozenset[Any] = frozenset()) -> bool:
    """Whether the function, or one of ours that it calls past a guard, names a table or asks the database."""
    if function in NOBODYS:
        return False
    names = inspect.getclosurevars(inspect.unwrap(function))
    for named in [*names.globals.values(), *names.nonlocals.values()]:
        if named in ASKING or _is_row(named):
            return True
        ours = inspect.isfunction(named) and named.__module__.startswith("porchlight.")
        if ours and named not in seen and not is_guarded(named) and reaches_rows(named, seen | {function}):
            return True
    return False


def _is_row(named: Any) -> bool:
    kinds = models.Model | models.Manager | models.QuerySet
    return isinstance(named, kinds) or (inspect.isclass(named) and issubclass(named, kinds))


def rows_in(door: ModuleType) -> list[str]:
    """Guarded functions and sheets that promise a row of a table instead of a frozen sheet."""
    return [name for name in door.__all__ if _promises_rows(getattr(door, name))]


def _promises_rows(exported: Any) -> bool:
    if inspect.isclass(exported) and is_dataclass(exported):
        frozen = exported.__dataclass_params__.frozen  # type: ignore[attr-defined]  # because dataclass adds it
        return not frozen or any(map(_holds_row, get_type_hints(exported).values()))
    if callable(exported) and hasattr(exported, "guard"):
        return _holds_row(get_type_hints(inspect.unwrap(exported)).get("return"))
    return False


def _holds_row(kind: Any) -> bool:
    if inspect.isclass(kind) and issubclass(kind, models.Model | models.QuerySet | models.Manager):
        return True
    return any(_holds_row(part) for part in getattr(kind, "__args__", ()))
