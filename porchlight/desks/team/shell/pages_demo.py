"""Coming in by name, in the demo only."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from porchlight.desks.forms import SHORT, Form
from porchlight.desks.team.shell import demo
from porchlight.policy.api import Answer, Anybody, Go, Visit, door
from porchlight.policy.network import network_key
from porchlight.teams import api as teams


@door("demo", needs=Anybody(), house="team", method="POST")
def come_in_by_name(request: HttpRequest, visit: Visit) -> Answer:
    """One tap for a newcomer. Only in the demo, only on this computer, only for its invented people."""
    email = Form(request.POST).text("email", most=SHORT)
    if not settings.DEMO or settings.PRODUCTION or email not in {person.email for person in demo.people()}:
        return Go("/sign-in/", keep=False)
    session = teams.sign_in(
        email,
        demo.PASSWORD,
        network=network_key(request.META.get("REMOTE_ADDR", "")),
        key=visit.extras["process_key"],
        by=visit,
    )
    return Go("/kept", cookies={teams.COOKIE: session.cookie}, keep=False) if session else Go("/sign-in/", keep=False)
