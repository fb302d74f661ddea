"""What states, kinds and seats are called on these pages, in the reader's language."""

from __future__ import annotations

from django.utils.translation import gettext as _

from porchlight.adoption.policies import api as policies
from porchlight.policy.api import Visit

ASKED = {"yes": True, "no": False}


def state_words() -> dict[str, str]:
    """The name of every state that a policy can be in."""
    return {
        "none": _("nothing yet"),
        "drafting": _("drafting"),
        "consulted": _("consulted"),
        "adopted": _("adopted"),
        "in_use": _("in use"),
        "reviewed": _("reviewed"),
    }


def row_words(visit: Visit) -> dict[str, str]:
    """What the notice asks for, row by row."""
    return {one.key: policies.said(one, "says", visit.language) for one in policies.shipped().rows}


def kind_words(visit: Visit, field: str = "name") -> dict[str, str]:
    """Each kind of conflict: its name, or `looks_like`, `because`, `instead`."""
    return {one.key: policies.said(one, field, visit.language) for one in policies.shipped().conflicts}


def partner_words(visit: Visit) -> dict[str, str]:
    """Each partner of a protocol."""
    return {one.key: policies.said(one, "name", visit.language) for one in policies.shipped().partners}


def section_words(visit: Visit) -> dict[str, str]:
    """Each section of a protocol."""
    return {one.key: policies.said(one, "name", visit.language) for one in policies.shipped().sections}


def sending_words(visit: Visit) -> dict[str, dict[str, str]]:
    """What goes to the State, each with its name, to whom it goes and what nobody has looked up yet."""
    fields = ("name", "to", "not_verified")
    sendings = policies.shipped().sendings
    return {one.key: {field: policies.said(one, field, visit.language) for field in fields} for one in sendings}


def not_yet_words(why: policies.SectionsMissing | policies.NothingNew, visit: Visit) -> str:
    """Why a protocol can't be put forward yet, with the sections that it lacks."""
    if isinstance(why, policies.NothingNew):
        return _(why.said)
    names = ", ".join(section_words(visit)[one.key] for one in why.lacking)
    said = _("They are: %(names)s.") % {"names": names}
    return f"{_(why.sentence)} {said}"


def asked_words(was: bool | None) -> str:
    """Whether somebody was asked, as a form says it."""
    return next((name for name, value in ASKED.items() if value is was), "")
