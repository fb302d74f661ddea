"""What was published: pages that anybody may read without signing in, link to and print. Nothing follows who reads."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.adoption.publishing import api as publishing
from porchlight.kernel.errors import Refused
from porchlight.policy.api import Answer, Anybody, Page, Paper, Visit, door, the_county


@door("published", needs=Anybody(), house="team")
def published(request: HttpRequest, visit: Visit) -> Answer:
    """Everything that the county has published, by what it is; copies in the reader's language first."""
    found = sorted(publishing.publications(by=visit), key=lambda one: one.language != visit.language)
    groups = [(kinds()[kind], [one for one in found if one.kind == kind]) for kind in publishing.KINDS]
    values = {"groups": [group for group in groups if group[1]], "county": the_county().place.name}
    return Page("adoption/published.html", values)


@door("published/<uuid:row>", needs=Anybody(), house="team")
def one(request: HttpRequest, visit: Visit, row: UUID) -> Answer:
    """One published text."""
    found = publishing.publication(row, by=visit)
    if found is None:
        raise Refused
    return Page(
        "adoption/published_one.html", {"one": found, "kind": kinds()[found.kind], "county": the_county().place.name}
    )


@door("published/<uuid:row>/file", needs=Anybody(), house="team")
def file(request: HttpRequest, visit: Visit, row: UUID) -> Answer:
    """A published PDF."""
    found = publishing.published_file(row, by=visit)
    if found is None:
        raise Refused
    return Paper(found[1], f"{found[0]}.pdf")


def kinds() -> dict[str, str]:
    """What each kind is called, in the reader's language."""
    return {
        "definition": _("What we agreed on"),
        "guidance": _("Guidance"),
        "protocol": _("Protocols between agencies"),
        "minutes": _("Minutes of the steering committee"),
        "picture": _("How far we have come"),
    }
