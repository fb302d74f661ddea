"""What stands around every staff page: where to go with this hat, and what harm reduction means here."""

from __future__ import annotations

from math import inf
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from porchlight.adoption.definition import api as definitions
from porchlight.desks.team.leadership.definition.words import foot_line
from porchlight.policy.api import Category, Grain, OfCounty, Page, See, Visit

HOME = "/"
NAMED = See(Category.IDENTITY, Grain.SLICE)
HARM_REDUCTION = "/harm-reduction"


def page(visit: Visit, template: str, *, here: str = HOME, status: int = 200, **values: Any) -> Page:
    """A page in the team's frame. `here` is the address of the menu entry that it belongs to.

    `to_them` leads to the young person whom the page is about, or to the first page for a seat that can't open theirs.
    """
    to_them = way_back(visit, values.get("youth"))
    frame = {
        "nav": menu(visit),
        "belongs_to": here,
        "definition": definition(visit, values.get("youth")),
        "to_them": to_them,
    }
    return Page(template, frame | values, status=status)


def way_back(visit: Visit, youth: UUID | None) -> str:
    """The page of that young person, when this seat may open it."""
    return f"/y/{youth}/" if NAMED.answered(visit, youth) else HOME


def menu(visit: Visit) -> list[tuple[str, str]]:
    """The entries for this hat; what is not built, or not for this hat, is not shown."""
    entries = [(HOME, _("Young people"))]
    if visit.role == "ADM":
        entries = [("/setup/", _("Setup"))]
    if visit.role in ("SW", "SUP", "ADM"):
        entries.append(("/rota", _("Rota")))
    if visit.role in ("SUP", "ADM"):
        entries.append(("/promises", _("Promises")))
    entries.append(("/services", _("Services")))
    if visit.county is not None:
        entries.append(("/practice", _("Our practice")))
    return entries


def definition(visit: Visit, youth: UUID | None = None) -> dict[str, str]:
    """The line in the foot of every staff screen: which version this seat's county goes by, and where it stands.

    A page about a young person says what was read last: it has its own statements to make.
    """
    if not OfCounty().answered(visit, None):
        return {"href": HARM_REDUCTION, "version": "", "standing": ""}
    version, standing = foot_line(definitions.foot(by=visit, oldest=definitions.EVERY if youth is None else inf))
    return {"href": HARM_REDUCTION, "version": version, "standing": standing or _("not written by our county yet")}
