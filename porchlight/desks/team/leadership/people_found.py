"""Picking a person in a form: at most fifty names, the others by a search inside the form. Nothing typed is lost.

Whoever was picked stays picked while somebody looks for another name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from porchlight.desks.forms import SHORT, Form
from porchlight.policy.api import Visit
from porchlight.teams import api as teams

MOST = 50  # names in one list


class Finds(Protocol):
    """A read of people: those in whose name some words stand, of some seats, at most so many."""

    def __call__(
        self, *, by: Visit, named: str = "", among: Collection[UUID] | None = None, most: int | None = None
    ) -> tuple[teams.Colleague, ...]: ...


@dataclass(frozen=True)
class People:
    """Whom a form offers, as value and name; what was looked for; whether there are more than these."""

    options: list[tuple[str, str]]
    search: str
    is_cut: bool


def is_search(form: Form) -> bool:
    """Whether the form was sent to look for a name, and not to be kept."""
    return form.value("do") == "find"


def offered(visit: Visit, form: Form, field: str, *, find: Finds = teams.colleagues) -> People:
    """Those that were picked in that field, then at most fifty in whose name the words of the search stand."""
    search = form.value("find").strip()[:SHORT]
    found = find(named=search, most=MOST + 1, by=visit)
    first = picked(visit, form, field, find=find)
    already = {one.seat for one in first}
    others = [one for one in found[:MOST] if one.seat not in already]
    return People([(str(one.seat), one.name) for one in (*first, *others)], search, len(found) > MOST)


def picked(visit: Visit, form: Form, field: str, *, find: Finds = teams.colleagues) -> tuple[teams.Colleague, ...]:
    """Those whom that field of the form names, if they may be picked at all."""
    among = list(_seats(form.values(field)))
    return find(among=among, by=visit) if among else ()


def the_one(
    visit: Visit, form: Form, field: str, *, need: str, find: Finds = teams.colleagues
) -> teams.Colleague | None:
    """The one person whom that field names; `need` is the sentence for when it names none."""
    found = picked(visit, form, field, find=find)
    if not found:
        form.wrong(field, need)
    return found[0] if found else None


def _seats(values: Iterable[str]) -> Iterable[UUID]:
    for value in values:
        try:
            yield UUID(value)
        except ValueError:
            continue
