"""How it feels: three questions of ours, at most once a week, for me alone."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.desks.forms import Form
from porchlight.desks.youth.frame import HERE
from porchlight.policy.api import Answer, Go, Page, Visit, door
from porchlight.progress import api as progress

WEEKS = 26  # on the page, newest first


@door("n/26", needs=HERE, house="youth")
def how_it_feels(request: HttpRequest, visit: Visit) -> Answer:
    """The questions, and what I picked before."""
    found = progress.how_it_feels(visit.actor, by=visit)
    values = {"found": found, "weeks": found.weeks[:WEEKS], "questions": questions(), "picks": picks()}
    return Page("feeling.html", values)


@door("n/26", needs=HERE, house="youth", method="POST")
def say(request: HttpRequest, visit: Visit) -> Answer:
    """Keep what I picked for this week; what I skipped stays as it was."""
    form = Form(request.POST)
    said = {item: form.choice(item, [str(pick) for pick in progress.PICKS]) for item in progress.ITEMS}
    picked = {item: int(value) for item, value in said.items() if value}
    progress.say_how_it_feels(visit.actor, picked=picked, by=visit)
    return Go("/n/26")


def questions() -> dict[str, str]:
    """The three sentences, by code."""
    said = (_("I feel safe"), _("I belong with someone"), _("I have a say in my life"))
    return dict(zip(progress.ITEMS, said, strict=True))


def picks() -> tuple[str, ...]:
    """The five answers, from the lowest."""
    return (_("Not at all"), _("A little"), _("Sort of"), _("Mostly"), _("Very much"))
