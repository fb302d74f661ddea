"""How small change is counted, in few words."""

from __future__ import annotations

from django.http import HttpRequest

from porchlight.desks.youth.frame import HERE
from porchlight.policy.api import Answer, Page, Visit, door
from porchlight.progress import api as progress


@door("n/24", needs=HERE, house="youth")
def how_it_is_counted(request: HttpRequest, visit: Visit) -> Answer:
    """What is counted, what is not, who sees it, how to hide it, and how rough it is."""
    return Page("counted.html", {"phi": progress.agency_config(visit.actor, by=visit).phi})
