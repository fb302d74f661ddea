"""What harm reduction means here, for everybody; and where the county's definition stands."""

from __future__ import annotations

from collections import Counter
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.adoption.definition import api as definition
from porchlight.desks.team.leadership.definition import copies, showing, words
from porchlight.desks.team.shell.frame import page
from porchlight.policy.api import Answer, Go, InOffice, OfCounty, Office, Paper, SignedIn, Visit, door

PRACTICE = "/practice"
CHAIR = InOffice((Office.CHAIR,))


@door("harm-reduction", needs=SignedIn(), house="team")
def harm_reduction(request: HttpRequest, visit: Visit) -> Answer:
    """The text in force, else the newest draft, saying so; a few lines of ours where the county has none."""
    found = showing.newest(by=visit) if OfCounty().answered(visit, None) else None
    values = showing.text_values(found, by=visit) if found else {}
    if not values.get("parts"):
        return page(visit, "harm_reduction.html", here="")
    return page(visit, "adoption/definition_in_force.html", here="", **values)


@door("definition", needs=OfCounty(), house="team")
def overview(request: HttpRequest, visit: Visit) -> Answer:
    """Where things stand: the county's versions, the agencies' own wordings, and what this seat may do next."""
    found = definition.versions(by=visit)
    return page(
        visit,
        "adoption/definition.html",
        here=PRACTICE,
        versions=[(one, words.standing_of(one)) for one in found],
        draft=next((one for one in found if one.state == definition.DRAFT), None),
        wordings=definition.wordings(by=visit),
        **showing.offices_of(visit),
    )


@door("definition", needs=CHAIR, house="team", method="POST")
def open_round(request: HttpRequest, visit: Visit) -> Answer:
    """Open a draft."""
    return Go(f"/definition/{definition.open_round(by=visit)}")


@door("definition/<uuid:version>", needs=OfCounty(), house="team")
def version(request: HttpRequest, visit: Visit, version: UUID) -> Answer:
    """One version whole: its text, who wrote it, what each agency said."""
    one = showing.version_of(version, by=visit)
    found, is_draft = definition.comments(version, by=visit), one.state == definition.DRAFT
    values = showing.text_values(one, by=visit) | showing.offices_of(visit)
    return page(
        visit,
        "adoption/definition_version.html",
        here=PRACTICE,
        comments=Counter(comment.passage for comment in found),
        gone=showing.gone(values["parts"], found, version=version, by=visit),
        unanswered=definition.open_comments(found),
        gaps=definition.spanish_gaps(version, by=visit) if is_draft and values["drafts"] else (),
        published=showing.published_on(one, by=visit) if values["chairs"] and not is_draft else "",
        published_at=request.build_absolute_uri("/published"),
        kinds=words.kinds(),
        **values,
    )


@door("definition/<uuid:version>/paper", needs=OfCounty(), house="team")
def paper(request: HttpRequest, visit: Visit, version: UUID) -> Answer:
    """The same as a PDF in the reader's language, with its fingerprint on every sheet."""
    one = showing.version_of(version, by=visit)
    name = _("What harm reduction means here")
    return Paper(copies.printed(one, by=visit), f"{name}, {one.number}.pdf")
