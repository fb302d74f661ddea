"""My ways in: new words, a card to print, when this closes by itself, and when somebody came in."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from porchlight.desks.forms import Form
from porchlight.desks.youth.frame import HERE
from porchlight.ownspace import api as ownspace
from porchlight.policy.api import Answer, Go, Page, Visit, door


@door("n/14", needs=HERE, house="youth")
def ways(request: HttpRequest, visit: Visit) -> Answer:
    """What opens this place, and the last times that somebody came in."""
    ways_said = {"words": _("with words"), "card": _("with the card"), "start": _("with a start code")}
    parts = {
        "night": _("at night"),
        "morning": _("in the morning"),
        "afternoon": _("in the afternoon"),
        "evening": _("in the evening"),
    }
    came = [(ways_said[way], at, parts[part]) for way, at, part in ownspace.came_in(by=visit)]
    minutes = [
        (str(one), ngettext("%(num)d minute", "%(num)d minutes", one) % {"num": one}) for one in ownspace.CLOSING
    ]
    values = {"came": came, "way": visit.extras.get("way", ""), "minutes": minutes}
    return Page("ways.html", values | {"closes": str(ownspace.closes_after(by=visit))})


@door("n/14", needs=HERE, house="youth", method="POST")
def new_words(request: HttpRequest, visit: Visit) -> Answer:
    """Five new words, shown on this page only; or a new card's code to print."""
    form = Form(request.POST)
    if form.choice("make", ("words", "card")) == "card":
        return Page("card.html", {"code": ownspace.new_card(by=visit)})
    language = form.choice("list", ("en", "es")) or visit.language
    return Page("words.html", {"words": ownspace.new_words(language, by=visit)})


@door("n/14/1", needs=HERE, house="youth", method="POST")
def close_after(request: HttpRequest, visit: Visit) -> Answer:
    """Keep after how many quiet minutes this closes by itself."""
    minutes = Form(request.POST).choice("minutes", [str(one) for one in ownspace.CLOSING])
    if minutes:
        ownspace.close_after(int(minutes), by=visit)
    return Go("/n/14")
