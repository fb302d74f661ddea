"""A paper of a meeting, or any other file of the county, to open."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest

from porchlight.adoption.files import api as files
from porchlight.kernel.errors import Refused
from porchlight.policy.api import Answer, OfCounty, Paper, Visit, door


@door("files/<uuid:row>", needs=OfCounty(), house="team")
def file(request: HttpRequest, visit: Visit, row: UUID) -> Answer:
    """One PDF that the county keeps."""
    found = files.file_body(row, by=visit)
    if found is None:
        raise Refused
    return Paper(found[1], found[0])
