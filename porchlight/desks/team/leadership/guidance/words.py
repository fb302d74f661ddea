"""What guidance's codes are called, in the reader's language: caregivers read these pages too."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from porchlight.adoption.guidance import api as guidance
from porchlight.desks.team.shell.roles import role_words

STAFF = tuple(code for code in role_words() if code != "PAR")  # a parent's seat reads the library and is sent nothing
LANGUAGES = {"en": "English", "es": "Español"}
ADDRESSES = {"guidance": "/guidance/v/{}"}  # where each kind of thing that is sent can be read


def evidence_words() -> dict[str, str]:
    """How well a document's advice is tested; it stands wherever the title does."""
    return {
        "none": _("Advice from practice. No study is known."),
        "promising": _("Promising. Not tested with this group."),
        "tested": _("Tested with this group."),
    }


def part_words() -> dict[str, str]:
    """The parts of the series."""
    return {"introduction": _("Introduction"), "role": _("For one role"), "systemic": _("For whole agencies")}


def moment_words() -> dict[str, str]:
    """The moments at which a document may show."""
    return {
        "plan_begins": _("A plan begins"),
        "someone_left": _("Someone left"),
        "someone_came_home": _("Someone came home"),
        "hearing_nears": _("A hearing is near"),
        "violation_weighed": _("We weigh how to answer a broken rule"),
    }


def reader_words() -> dict[str, str]:
    """Who reads a document beside those who sign in."""
    return {"board": _("Board of supervisors"), "public": _("Everybody, without signing in")}


def whom_words() -> dict[str, str]:
    """The three ways to say who gets what is sent."""
    return {
        "some": _("People in the roles and agencies that I pick"),
        "all": _("Everybody that I can send to"),
        "names": _("People whose names I write"),
    }


def progress_words(done: int, *, of: int, asks: bool, documents: int) -> str:
    """How many of those who got it have read it, or have opened it where nobody was asked to say so."""
    several, values = documents > 1, {"done": done, "num": of}
    if asks:
        said = _("%(done)s of %(num)s said that they have read it")
        every = _("%(done)s of %(num)s said that they have read all of it")
    else:
        said, every = _("%(done)s of %(num)s have opened it"), _("%(done)s of %(num)s have opened all of it")
    return (every if several else said) % values


def names_of(roles: Sequence[str]) -> list[str]:
    """Whom a document or a sending is for; naming no role means everybody."""
    return [name for role, name in role_words().items() if role in roles] or [_("everybody")]


def for_whom(roles: Sequence[str], agencies: Sequence[str] = ()) -> str:
    """The same in one line, with the agencies where there are some."""
    said = ", ".join(names_of(roles))
    return f"{said} ({', '.join(agencies)})" if agencies else said


def address_of(sheet: guidance.ItemSheet) -> str:
    """Where that can be read."""
    return ADDRESSES[sheet.kind].format(sheet.subject)


def said_of(sheet: guidance.ItemSheet | guidance.AtMoment | guidance.GuideSheet) -> str:
    """The line under a title: its grade of evidence, where it is guidance."""
    return evidence_words().get(sheet.evidence, "")
