"""Doors: a URL exists only through `@door`, and says there what it needs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest

from porchlight.policy.guard import Need
from porchlight.policy.visit import Visit


@dataclass(frozen=True)
class Page:
    """An answer to show: a template of this house and the sheets it may use."""

    template: str
    values: Mapping[str, Any] = field(default_factory=dict)
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Go:
    """An answer that sends the browser on by 303, after a form did its work."""

    to: str
    cookies: Mapping[str, str | None] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    keep: bool = True  # whether a repeated form may be answered with this again


@dataclass(frozen=True)
class Paper:
    """An answer to keep or print: a file with its name and what kind it is."""

    body: bytes
    name: str
    kind: str = "application/pdf"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


Answer = Page | Go | Paper
View = Callable[..., Answer]


@dataclass(frozen=True)
class Door:
    """One method of one address of one house."""

    house: str
    route: str
    method: str
    needs: Need
    view: View
    name: str
    form: bool = True  # a POST that is a form of ours and so carries its key

    def open(self, request: HttpRequest, visit: Visit, **params: Any) -> Answer:
        """Run the view. The watchman has already asked what the door needs."""
        return self.view(request, visit, **params)


_doors: dict[tuple[str, str, str], Door] = {}


def door(route: str, *, needs: Need, house: str, method: str = "GET", form: bool = True) -> Callable[[View], View]:
    """Give the view an address in one house. Two doors on one address and method are a mistake."""

    def wrap(view: View) -> View:
        key = (house, route, method)
        if key in _doors:
            raise ValueError(f"{house} {method} /{route} has a door already: {_doors[key].name}")
        _doors[key] = Door(house, route, method, needs, view, f"{view.__module__}.{view.__name__}", form)
        return view

    return wrap


def doors(house: str) -> Iterator[Door]:
    """Every door of a house, in the order of addresses."""
    for key in sorted(_doors):
        if key[0] == house:
            yield _doors[key]


def doors_at(house: str, route: str) -> dict[str, Door]:
    """The doors on one address by method."""
    return {door.method: door for door in doors(house) if door.route == route}
