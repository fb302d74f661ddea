"""Words about the committee, in the reader's language."""

from __future__ import annotations

from django.utils.translation import gettext as _

from porchlight.adoption.steering.api import LIVED, OTHER, Gap, PlaceSheet, Stands
from porchlight.desks.team.leadership.policies.words import partner_words
from porchlight.policy.api import Visit


def place_words(visit: Visit) -> dict[str, str]:
    """For whom a place at the table is."""
    return partner_words(visit) | {LIVED: _("Lived experience"), OTHER: _("Somebody else")}


def body_words() -> dict[str, str]:
    """The committee and what may stand beside it."""
    return {"committee": _("Steering committee"), "taskforce": _("Taskforce")}


def came_words() -> dict[str, str]:
    """Who came for a place, to pick from."""
    return {"holder": _("Came"), "alternate": _("The stand-in came"), "nobody": _("Nobody came")}


def attendance(place: PlaceSheet, came: str) -> tuple[str, str]:
    """Who it is about and whether they came: the stand-in where it was the stand-in."""
    if came == "alternate":
        return place.alternate or place.holder, _("Came, standing in")
    if came == "holder":
        return place.holder, _("Came")
    return (place.holder, _("Did not come")) if place.holder else (_("Vacant"), "")


def how_words() -> dict[str, str]:
    """How something was decided."""
    return {"agreed": _("Everybody agreed"), "most": _("Most agreed"), "put_off": _("Put off")}


def stands_words() -> dict[Stands, tuple[str, str]]:
    """Where an action stands: the words and the mark beside them."""
    return {
        Stands.OPEN: (_("To do"), "waiting"),
        Stands.LATE: (_("The day has passed"), "soon"),
        Stands.DONE: (_("Done"), "done"),
        Stands.NOT_DONE: (_("Not done"), "open"),
    }


def gap_words(gap: Gap, *, places: dict[str, str]) -> str:
    """What the committee lacks, in a sentence."""
    if gap.partner == LIVED:
        return {
            "few": _("At least two people with lived experience belong here, and each is paid."),
            "unpaid": _("Somebody with lived experience is not paid for this work."),
        }[gap.why]
    said = {"missing": _("No place yet for: %(who)s."), "vacant": _("Nobody holds the place of: %(who)s.")}
    return said[gap.why] % {"who": places[gap.partner]}
