"""Which page modules belong to which house. A module that is not loaded here has no doors."""

from __future__ import annotations

from importlib import import_module
from pkgutil import walk_packages

HOUSES = {"team": ("porchlight.desks.team",), "youth": ("porchlight.desks.youth",)}


def load(house: str) -> None:
    """Import every `pages…` and `cards…` module of the house's desks, so that its doors and slots exist."""
    for name in HOUSES[house]:
        package = import_module(name)
        for found in walk_packages(package.__path__, prefix=f"{name}."):
            if found.name.rsplit(".", 1)[-1].startswith(("pages", "cards")):
                import_module(found.name)
