"""What was typed when the door had just closed: read it again, send it, or let it go."""

from __future__ import annotations

from django.http import HttpRequest

from porchlight.desks.forms import Form
from porchlight.policy import drafts
from porchlight.policy.api import Answer, Go, Page, SignedIn, Visit, door


@door("n/19", needs=SignedIn(), house="youth")
def kept(request: HttpRequest, visit: Visit) -> Answer:
    """The kept forms of whoever came in; each goes where it was going, when they send it.

    Whoever came in with a start code, which is used up now, comes to where five words are made.
    """
    found = drafts.waiting(key=visit.extras["process_key"])
    if found:
        return Page("kept.html", {"kept": found})
    return Go("/n/14" if visit.extras.get("way") == "start" else "/", keep=False)


@door("n/19", needs=SignedIn(), house="youth", method="POST")
def let_go(request: HttpRequest, visit: Visit) -> Answer:
    """Take one away."""
    found = [draft.id for draft in drafts.waiting(key=visit.extras["process_key"])]
    row = Form(request.POST).uuid("draft", found)
    if row:
        drafts.drop(row)
    return Go("/n/19", keep=False)
