"""Addresses come from doors alone."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from porchlight.policy.api import Door, doors
from porchlight.project import desks
from porchlight.project.watchman import not_found, out_of_order


class Dispatch:
    """The doors of one address. Only the watchman may go through them."""

    def __init__(self, by_method: dict[str, Door]) -> None:
        self.doors = by_method

    def __call__(self, request: HttpRequest, **params: Any) -> HttpResponse:
        raise RuntimeError("a door was opened without the watchman")


def patterns(house: str) -> list[URLPattern]:
    """One pattern for each address that has a door."""
    desks.load(house)
    routes: dict[str, dict[str, Door]] = {}
    for door in doors(house):
        routes.setdefault(door.route, {})[door.method] = door
    return [path(route, Dispatch(found)) for route, found in routes.items()]


def handler404(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """An address that nobody made looks like one that is not for you."""
    return not_found(request)


def handler500(request: HttpRequest) -> HttpResponse:
    """Something broke on our side, and the page says so calmly."""
    return out_of_order(request)
