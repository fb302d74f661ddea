"""Addresses come from doors alone."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, include, path

from porchlight.policy.api import Door, doors
from porchlight.project import desks
from porchlight.project.watchman import not_found, out_of_order

Pattern = URLPattern | URLResolver


class Dispatch:
    """The doors of one address. Only the watchman may go through them."""

    def __init__(self, by_method: dict[str, Door]) -> None:
        self.doors = by_method

    def __call__(self, request: HttpRequest, **params: Any) -> HttpResponse:
        raise RuntimeError("a door was opened without the watchman")


def patterns(house: str) -> list[Pattern]:
    """One pattern for each address that has a door."""
    desks.load(house)
    routes: dict[str, dict[str, Door]] = {}
    for door in doors(house):
        routes.setdefault(door.route, {})[door.method] = door
    return _nested({route: Dispatch(found) for route, found in routes.items()})


def _nested(views: Mapping[str, Dispatch]) -> list[Pattern]:
    """Addresses that begin with the same part stand below it: an address is then found without trying all of them."""
    found: list[Pattern] = []
    for part, here in groupby(sorted(views.items()), lambda item: "".join(item[0].partition("/")[:2])):
        below = {route.removeprefix(part): view for route, view in here}
        if len(below) == 1:
            found += [path(f"{part}{route}", view) for route, view in below.items()]
        else:
            found.append(path(part, include(_nested(below))))
    return found


def handler404(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """An address that nobody made looks like one that is not for you."""
    return not_found(request)


def handler500(request: HttpRequest) -> HttpResponse:
    """Something broke on our side, and the page says so calmly."""
    return out_of_order(request)
