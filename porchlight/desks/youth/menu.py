"""The first screen's choices, for somebody who came in and for somebody who did not."""

from __future__ import annotations

from django.utils.translation import gettext as _

from porchlight.desks.youth.frame import Choosable

Choice = tuple[str, ...]  # address, words, a hint; "first" as a fourth marks the one that stands out


def right_now() -> list[Choice]:
    """What is there for anybody, signed in or not, and before everything else."""
    return [
        ("/n/3", _("I'm not safe"), _("People you can call now"), "first"),
        ("/n/2", _("Where can I go now"), _("You do not have to go back first.")),
    ]


def before_sign_in(*, was_here: bool) -> list[Choice]:
    """What is useful to anybody and tells of nothing. The way in leads through what the way out can't do.

    Nothing is stored to know a first visit by. Only whoever was here a moment ago goes straight in.
    """
    come_in = "/n/1" if was_here else "/n/13"
    return [*right_now(), (come_in, _("Come in"), _("with your five words or your card"))]


def at_home() -> list[Choice]:
    """The house: what can be done now comes first."""
    return [
        *right_now(),
        ("/n/7", _("I'm OK"), _("Tell only the people you pick")),
        ("/n/8", _("I want to come back"), _("at any hour")),
        ("/n/9", _("I want something to change"), _("Say it to the people on call")),
    ]


def groups(lawyers: list[Choosable]) -> list[tuple[str, list[Choice]]]:
    """The rest of the house, quieter. With a lawyer on the team their name and number stand here."""
    mine: list[Choice] = [
        ("/n/4", _("My plan"), ""),
        ("/n/10", _("What I need"), ""),
        ("/n/25", _("My goals"), ""),
        ("/n/26", _("How it feels"), ""),
        ("/n/11", _("Kind words"), ""),
        ("/n/29", _("Looking back"), ""),
        ("/n/14", _("My ways in"), ""),
    ]
    people: list[Choice] = [
        ("/n/5", _("My people"), ""),
        *(_lawyers(lawyers) or [("/n/5", _("My lawyer"), _("How to ask who that is"))]),
        ("/n/6", _("Messages"), ""),
        ("/n/27", _("What we promised"), ""),
        ("/n/15", _("People I trust"), ""),
    ]
    return [(_("What is mine"), mine), (_("Who is with me"), people)]


def _lawyers(lawyers: list[Choosable]) -> list[Choice]:
    return [_lawyer(one, "".join(sign for sign in one.phone if sign in "+0123456789")) for one in lawyers]


def _lawyer(one: Choosable, number: str) -> Choice:
    said = _("My lawyer, %(name)s") % {"name": one.name}
    if number:
        return (f"tel:{number}", said, _("Call %(number)s") % {"number": one.phone})
    return (f"/n/6?to={one.seat}", said, _("Write to them"))
