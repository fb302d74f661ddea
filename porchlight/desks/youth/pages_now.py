"""Help right now, for anybody: where to go, and what this page can and can't hide.

No sign-in, nothing sent, nothing kept. Addresses say nothing: an area is six signs of its identifier.
"""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.desks.youth.places import place
from porchlight.directory import api as directory
from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from porchlight.policy.api import Answer, Anybody, Go, Page, Visit, door

EVERYWHERE = "0"
A_PAGE = 6  # cards: a page that a small phone can hold; with 10 it could weigh over 30 kB


@door("n/2", needs=Anybody(), house="youth")
def where(request: HttpRequest, visit: Visit) -> Answer:
    """Pick a part of the county, or everywhere. We never ask where somebody is."""
    areas = directory.areas(by=visit)
    if not areas:
        return Go(f"/n/2/{EVERYWHERE}/1")
    language = directory.spoken(visit.language)
    return Page("where.html", {"areas": [(area.mark, area.name.read_in(language)) for area in areas]})


@door("n/2/<slug:area>/<int:part>", needs=Anybody(), house="youth")
def places(request: HttpRequest, visit: Visit, area: str, part: int) -> Answer:
    """Who is there now for somebody who is away, a few at a time."""
    title, found = _found(area, visit)
    shown = found[(part - 1) * A_PAGE : part * A_PAGE] if part > 0 else ()
    if not shown and (found or part != 1):
        raise Refused
    language = directory.spoken(visit.language)
    cards = [place(choice, at=clock.now(), language=language) for choice in shown]
    return Page("places.html", {
        "title": title,
        "cards": cards,
        "more": f"/n/2/{area}/{part + 1}" if len(found) > part * A_PAGE else "",
        "order": directory.ORDER_IN_WORDS.read_in(language),
    })  # fmt: skip


@door("n/13", needs=Anybody(), house="youth")
def about(request: HttpRequest, visit: Visit) -> Answer:
    """What the way out does, what it can't do, and how to clear up. Not a promise."""
    return Page("about.html")


def _found(mark: str, visit: Visit) -> tuple[str, tuple[directory.Choice, ...]]:
    """The area's name and what is there. An area that nobody named is nothing."""
    if mark == EVERYWHERE:
        return _("Everywhere"), directory.open_while_away(by=visit)
    area = next((area for area in directory.areas(by=visit) if area.mark == mark), None)
    if area is None:
        raise Refused
    name = area.name.read_in(directory.spoken(visit.language))
    return name, directory.open_while_away(by=visit, area=area.id)
