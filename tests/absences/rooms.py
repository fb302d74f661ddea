"""The rooms' doors, opened at first use: Django is ready only once the worker has its database."""

from __future__ import annotations

from importlib import import_module


class Lazy:
    """A module that is imported when something of it is asked for."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, attribute: str) -> object:
        return getattr(import_module(self._name), attribute)


absences = Lazy("porchlight.absences.api")
coming_home = Lazy("porchlight.flows.coming_home")
leaving = Lazy("porchlight.flows.leaving")
people = Lazy("porchlight.people.api")
policy = Lazy("porchlight.policy.api")
stage = Lazy("porchlight.project.stage")
teams = Lazy("porchlight.teams.api")


def in_house(name: str):
    return stage.in_house(name)


def acting(actor, *, youth: bool = False, language: str = "en"):
    return stage.acting(actor, youth=youth, language=language)
