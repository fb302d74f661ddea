"""What stands around every staff page: where to go with this hat, and what harm reduction means here."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from porchlight.policy.api import Page, Visit

DEFINITION = {"href": "/harm-reduction", "version": "1", "standing": ""}


def page(visit: Visit, template: str, *, here: str = "", status: int = 200, **values: Any) -> Page:
    """A page in the team's frame. `here` is the address of the menu entry that it belongs to."""
    frame = {"nav": menu(visit), "at": here, "definition": definition()}
    return Page(template, frame | values, status=status)


def menu(visit: Visit) -> list[tuple[str, str]]:
    """The entries for this hat; what is not built, or not for this hat, is not shown."""
    entries = [("/", _("Young people"))]
    if visit.role == "ADM":
        entries = [("/setup/", _("Setup"))]
    if visit.role in ("SW", "SUP", "ADM"):
        entries.append(("/rota", _("Rota")))
    entries.append(("/services", _("Services")))
    return entries


def definition() -> dict[str, str]:
    """The line in the foot of every staff screen."""
    return DEFINITION | {"standing": _("draft, not ratified yet")}
