"""What was typed when the door had just closed: read it again, send it, or let it go."""

from __future__ import annotations

import re
from uuid import UUID

from django.http import HttpRequest

from porchlight.adoption.definition import api as definition
from porchlight.desks.forms import Form
from porchlight.people import api as people
from porchlight.policy import drafts
from porchlight.policy.api import Answer, Go, OfCounty, Page, SignedIn, Visit, door

ABOUT = re.compile(r"^/y/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/")


@door("kept", needs=SignedIn(), house="team")
def kept(request: HttpRequest, visit: Visit) -> Answer:
    """The kept forms of whoever came in; each goes where it was going, when they send it."""
    found = drafts.waiting(key=visit.extras["process_key"])
    if not found:
        return Go(_next(visit), keep=False)
    about = {draft.id: UUID(path[1]) for draft in found if (path := ABOUT.match(draft.path))}
    names = {one.youth: one.name for one in people.names_of(set(about.values()), by=visit)}
    return Page("kept.html", {"kept": found, "about": {row: names.get(youth, "") for row, youth in about.items()}})


@door("kept", needs=SignedIn(), house="team", method="POST")
def let_go(request: HttpRequest, visit: Visit) -> Answer:
    """Take one away."""
    found = [draft.id for draft in drafts.waiting(key=visit.extras["process_key"])]
    row = Form(request.POST).uuid("draft", found)
    if row:
        drafts.drop(row)
    return Go("/kept", keep=False)


def _next(visit: Visit) -> str:
    """Where they were going; first, once, what the county agreed on."""
    return "/definition/first" if OfCounty().answered(visit, None) and definition.unread(by=visit) else "/"
