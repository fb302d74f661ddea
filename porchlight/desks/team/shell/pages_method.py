"""How small change is counted: the method in full, and this agency's own figure."""

from __future__ import annotations

from django.http import HttpRequest

from porchlight.desks.team.shell.frame import page
from porchlight.desks.team.shell.method_text import method
from porchlight.policy.api import Answer, SignedIn, Visit, door
from porchlight.progress import api as progress


@door("method", needs=SignedIn(), house="team")
def method_page(request: HttpRequest, visit: Visit) -> Answer:
    """What is counted, what is not, and how often that would be wrong; for a caregiver, in a few lines."""
    sections = () if visit.role == "CG" else method()
    return page(visit, "method.html", here="", sections=sections, own=progress.counting(by=visit))
