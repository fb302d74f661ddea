"""The catalogue of errors, from the trees of `Trouble` in every room."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

import porchlight
from porchlight.kernel.errors import Trouble
from porchlight.project.catalogue.tables import table

HEAD = ("code", "name", "when", "what the person reads", "what the operator does")
ASIDE = ("migrations", "settings", "__main__")  # modules that raise nothing of ours, or run when they are imported


def drawn() -> str:
    """A section a room: its tree, then one row for each error. Django must be set up."""
    load_everything()
    by_room: dict[str, list[type[Trouble]]] = defaultdict(list)
    for trouble in troubles():
        by_room[trouble.__module__.split(".")[1]].append(trouble)
    return "\n\n".join(_room(name, found) for name, found in sorted(by_room.items()))


def load_everything() -> None:
    """Import every module of the product: a class that nobody imported does not exist yet."""
    for name in _modules("porchlight", list(porchlight.__path__)):
        import_module(name)


def _modules(package: str, places: list[str]) -> Iterator[str]:
    for found in iter_modules(places):
        if found.name in ASIDE:
            continue
        name = f"{package}.{found.name}"
        yield name
        if found.ispkg:
            yield from _modules(name, list(import_module(name).__path__))


def troubles() -> list[type[Trouble]]:
    """`Trouble` and everything below it that the product defines, by code."""
    every: list[type[Trouble]] = [Trouble, *_below(Trouble)]
    ours = {trouble for trouble in every if trouble.__module__.startswith("porchlight.")}
    return sorted(ours, key=lambda trouble: (trouble.code, trouble.__name__))


def _below(trouble: type[Trouble]) -> Iterator[type[Trouble]]:
    for child in trouble.__subclasses__():
        yield child
        yield from _below(child)


def _room(name: str, found: list[type[Trouble]]) -> str:
    rows = [_row(trouble) for trouble in found]
    return f"## {name}\n\n```\n{_tree(found)}\n```\n\n{table(HEAD, rows)}"


def _row(trouble: type[Trouble]) -> tuple[str, ...]:
    when = (trouble.__doc__ or "").strip().split("\n\n")[0]
    return f"`{trouble.code}`", f"`{trouble.__name__}`", when, trouble.sentence, trouble.repair


def _tree(found: list[type[Trouble]]) -> str:
    tops = [trouble for trouble in found if trouble.__mro__[1] not in found]
    return "\n".join(line for top in tops for line in _branch(top, found, depth=0))


def _branch(trouble: type[Trouble], found: list[type[Trouble]], *, depth: int) -> Iterator[str]:
    yield f"{'    ' * depth}{trouble.__name__}"
    for child in found:
        if child.__mro__[1] is trouble:
            yield from _branch(child, found, depth=depth + 1)
