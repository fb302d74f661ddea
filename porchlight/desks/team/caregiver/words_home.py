"""The words for coming home that are the same on every screen: labels of codes, and the rights."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from porchlight.absences import api as absences
from porchlight.kernel.coded import coded

NOT_FOR_TICKING = ("other", "not_said", "not_sure")
Options = list[tuple[str, str]]


def ways_home(language: str) -> Options:
    """How they came, for a list to pick from; the first means that nobody said."""
    ways = [way for way in coded("ways_back") if way.code not in (*NOT_FOR_TICKING, *absences.NOT_A_WAY_HOME)]
    return [("", _("I don't know, or I'll leave it")), *((way.code, way.label(language)) for way in ways)]


def comforts(language: str) -> Options:
    """What may be needed first."""
    return [(one.code, one.label(language)) for one in coded("comforts") if one.code not in NOT_FOR_TICKING]


def labels_of(list_name: str, codes: Iterable[str], language: str) -> list[str]:
    """What codes of one coded list say."""
    return [coded(list_name).label(code, language) for code in codes]


def urgent(language: str) -> Options:
    """What somebody may see at the door, without asking."""
    words = {
        "injury": _("Hurt"),
        "withdrawal": _("Sick or shaking, as without a substance"),
        "hungry": _("Very hungry"),
        "exhausted": _("Very tired"),
        "frightened": _("Frightened"),
        "none_seen": _("Nothing like that"),
        "unsure": _("Not sure"),
    }
    return [(code, words[code]) for code in absences.URGENT]


def bed_states() -> Options:
    """What can be true about the bed."""
    return [
        (absences.BedState.OPEN, _("Held, and opened at any hour")),
        (absences.BedState.CALL_FIRST, _("Held, but call first")),
        (absences.BedState.ELSEWHERE, _("Not held: there is another place tonight")),
        (absences.BedState.UNKNOWN, _("We don't know yet")),
    ]


def agreement_kinds() -> Options:
    """What an agreement may be."""
    words = {
        "repair_talk": _("A talk to make things good again"),
        "checkin_time": _("Another time for checking in"),
        "plan_review": _("Looking at the plan together"),
        "shared_ride": _("Going there together for some days"),
        "night_charging": _("The phone charges in another room at night"),
        "other": _("Something else"),
    }
    return [(kind, words[kind]) for kind in absences.KINDS]


def rights() -> dict[str, str]:
    """What is theirs by right, so that no agreement may touch it."""
    return {
        "food": _("food, at any time"),
        "clothing": _("their clothes"),
        "bed": _("a bed and a room to sleep in"),
        "medication": _("their medicine"),
        "calls": _("their phone, calls and texts, and talks with their lawyer, worker, CASA or mentor"),
        "searches": _("their own things stay private"),
        "locks": _("no locking in and no locking out"),
        "shaming": _("nobody is made small in front of others"),
        "allowance": _("the money that is theirs"),
        "celebrations": _("birthdays, holidays and ceremonies"),
        "group": _("nobody else in the home is part of it"),
        "school": _("school and what belongs to it"),
        "care": _("to see a doctor, a nurse or a therapist"),
        "family": _("time with their family"),
        "faith": _("their faith"),
    }


def blocked_sentence(touched: Iterable[str]) -> str:
    """Why words can't be saved: the rights that they touch, by name."""
    known = rights()
    named = "; ".join(known[right] for right in touched)
    return _("This can't be part of an agreement. Theirs by right: %(rights)s.") % {"rights": named}
