"""Moving the parts of a draft, one place at a time."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest

from porchlight.adoption.definition import api as definition
from porchlight.desks.forms import Form
from porchlight.desks.team.leadership.definition.pages_definition import CHAIR
from porchlight.policy.api import Answer, Go, Visit, door


@door("definition/<uuid:version>/move/<uuid:passage>", needs=CHAIR, house="team", method="POST")
def move(request: HttpRequest, visit: Visit, version: UUID, passage: UUID) -> Answer:
    """Move a part past its neighbour and come back to it, wherever it stands now."""
    form = Form(request.POST)
    past = form.uuid("past", [one.passage for one in definition.passages(version, by=visit)])
    definition.move_part(version, part=passage, past=past or passage, is_up=form.value("way") == "up", by=visit)
    return Go(f"/definition/{version}#part-{passage}")
