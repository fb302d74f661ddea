"""The first page of every seat, and the page of one young person."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest

from porchlight.desks.team.shell import slots
from porchlight.desks.team.shell.frame import page
from porchlight.people import api as people
from porchlight.policy.api import Answer, Category, Grain, See, SignedIn, Visit, door

BESIDE_NOBODY = ("SC", "ST", "AUD")  # hats that no team takes in: their work is how we work


@door("", needs=SignedIn(), house="team")
def home(request: HttpRequest, visit: Visit) -> Answer:
    """What is next, then fifty names at most, found by their beginning; nobody else's are counted."""
    search, after = request.GET.get("q", "")[:100], request.GET.get("after", "")[:100]
    parts = [] if search or after else slots.parts(visit)
    about = frozenset(youth for part in parts for youth in part.about)
    found = people.my_young_people(by=visit, search=search, after=after, also=about)
    values: dict[str, Any] = {
        "found": found,
        "full": len(found) == people.PAGE,
        "search": search,
        "parts": parts,
        "names": {one.youth: one.name for one in people.names_of(about, by=visit)},
        "beside_nobody": visit.role in BESIDE_NOBODY,
    }
    return page(visit, "home.html", **values)


@door("y/<uuid:youth>/", needs=See(Category.IDENTITY, Grain.SLICE), house="team")
def young_person(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """One picture of a young person: the cards that this hat may see, the next right thing first."""
    called = people.called(youth, by=visit)
    return page(visit, "young_person.html", called=called, youth=youth, cards=slots.cards(visit, youth))
