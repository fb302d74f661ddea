"""Shown once to everybody in the county: the version in force, in plain words. A receipt and nothing else is kept."""

from __future__ import annotations

from django.http import HttpRequest

from porchlight.adoption.definition import api as definition
from porchlight.desks.team.leadership.definition import showing
from porchlight.desks.team.shell.frame import page
from porchlight.policy.api import Answer, Go, OfCounty, Visit, door


@door("definition/first", needs=OfCounty(), house="team")
def first(request: HttpRequest, visit: Visit) -> Answer:
    """The version in force, for a seat that has not been shown it."""
    row = definition.unread(by=visit)
    if row is None:
        return Go("/", keep=False)
    one = showing.version_of(row, by=visit)
    return page(visit, "adoption/definition_first.html", here="", **showing.text_values(one, by=visit))


@door("definition/first", needs=OfCounty(), house="team", method="POST")
def have_read(request: HttpRequest, visit: Visit) -> Answer:
    """Keep the receipt and go on to where they were going."""
    row = definition.unread(by=visit)
    if row is not None:
        definition.keep_receipt(row, by=visit)
    return Go("/")
