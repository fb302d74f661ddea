"""Reading the form of a sending: what goes out, to whom, asking for what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from porchlight.adoption.ground.api import CaseFree
from porchlight.adoption.guidance import api as guidance
from porchlight.desks.forms import Form
from porchlight.desks.team.leadership.guidance.words import STAFF, whom_words
from porchlight.desks.team.leadership.plain import plain
from porchlight.kernel import clock
from porchlight.policy.api import Visit
from porchlight.teams import api as teams

MOST_NAMES = 20_000  # characters


@dataclass(frozen=True)
class Letter:
    """A sending as the form says it."""

    items: tuple[guidance.Item, ...]
    to: guidance.Audience
    asks: bool
    due_on: date | None
    note: CaseFree


def letter(form: Form, visit: Visit, *, versions: Sequence[guidance.GuideSheet]) -> Letter | None:
    """What the form says; None when something needs another look."""
    chosen = form.choices("versions", {str(one.version) for one in versions})
    if not chosen:
        form.wrong("versions", _("Please pick at least one document."))
    to = _audience(form, visit)
    due_on = form.day("due_on")
    if due_on and due_on < clock.county_time(clock.now()).date():
        form.wrong("due_on", _(guidance.DayPassed.sentence))
    note = plain(form, "note", by=visit, dated=True)
    if form.errors or to is None:
        return None
    items = tuple(_item(one) for one in versions if str(one.version) in chosen)
    return Letter(items, to, asks=bool(form.choice("asks", ("yes",))), due_on=due_on, note=note)


def _item(one: guidance.GuideSheet) -> guidance.Item:
    assert one.version is not None  # noqa: S101 - because the list of versions holds none that the county lacks
    assert one.guide is not None  # noqa: S101 - because a version has a document
    title = CaseFree(one.title)  # words that passed when they were kept
    return guidance.Item("guidance", one.version, one.guide, title, one.language, one.evidence)


def _audience(form: Form, visit: Visit) -> guidance.Audience | None:
    whom = form.choice("whom", whom_words(), need=_("Please say who gets it."))
    agencies = {agency.id: agency.name for agency in teams.agencies_of_county(by=visit)}
    if whom == "all":
        return guidance.Audience()
    if whom == "names":
        return _by_name(form, visit, agencies)
    roles = form.choices("roles", STAFF)
    picked = tuple(UUID(one) for one in form.choices("agencies", {str(agency) for agency in agencies}))
    if whom and not roles and not picked:
        form.wrong("roles", _("Please pick a role or an agency."))
    return guidance.Audience(roles=roles, agencies=picked) if whom else None


def _by_name(form: Form, visit: Visit, agencies: dict[UUID, str]) -> guidance.Audience | None:
    lines = form.text("names", need=_("Please write at least one name."), most=MOST_NAMES)
    found = guidance.named(lines, seats=teams.seats_of_county(by=visit), agencies=agencies)
    if found.unknown:
        unknown = _("We found nobody in this county called: %(names)s.")
        form.wrong("names", unknown % {"names": "; ".join(found.unknown[:5])})
    if found.several:
        shared = _("Several people share this name: %(names)s. Write the agency after it, with a comma.")
        form.wrong("names", shared % {"names": "; ".join(found.several[:5])})
    return guidance.Audience(seats=found.seats) if found.seats else None
