"""Looking back: what I need and who is there for it now; numbers wait behind a tap."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.desks.pictures import Move, MovesWords, Picture, WeeksWords, moves, weeks
from porchlight.desks.youth.frame import HERE, people_beside
from porchlight.flows.looking_back import Weeks, my_weeks
from porchlight.kernel import clock
from porchlight.kernel.coded import coded
from porchlight.needs import api as needs
from porchlight.policy.api import Answer, Page, Visit, door


@door("n/29", needs=HERE, house="youth")
def looking_back(request: HttpRequest, visit: Visit) -> Answer:
    """Only what is there for me. Nothing compares one time with another unless I open my numbers."""
    mine = needs.needs_map(visit.actor, by=visit)
    today = clock.county_time(clock.now()).date()
    there = [need for need in mine if need.helper and need.verdict != "doesnt" and need.helper.starts_on <= today]
    names = {one.seat: one.name for one in people_beside(visit)} if there else {}
    found = my_weeks(visit.actor, by=visit)
    values = {
        "picture": _moves(there, names=names, language=visit.language) if there else None,
        "numbers": found,
        "chart": partial(_weeks, found) if found else None,
    }
    return Page("looking_back.html", values)


def _moves(there: Sequence[needs.NeedSheet], *, names: dict[UUID, str], language: str) -> Picture:
    words = MovesWords(
        title=_("Who is there for what I need"),
        about=_("One line for each thing that I need. It leads to who is there for it."),
        columns=(_("What I need"), _("What I said"), _("There now")),
    )
    return moves([_move(need, names=names, language=language) for need in there], words=words, key="there")


def _move(need: needs.NeedSheet, *, names: dict[UUID, str], language: str) -> Move:
    helper = need.helper
    seat = names.get(helper.seat, _("Someone on my team")) if helper and helper.seat else ""
    who = ", ".join(part for part in (seat, helper.who if helper else "") if part)
    name = need.words if need.code == "other" else coded("needs").label(need.code, language)
    return Move(name, "not", _("I need this"), is_met=True, now_word=who)


def _weeks(found: Weeks, *, labels: Sequence[str]) -> Picture:
    words = WeeksWords(
        title=_("Times I left, week by week"),
        about=_("From the week of %(first)s to the week of %(last)s. The table below holds the same numbers.")
        % {"first": labels[0], "last": labels[-1]},
        counts=_("Times I left"),
        days=_("Days my team knew of, out of 7"),
        seen=_("they knew six or seven days"),
        not_seen=_("they knew fewer days, so it may be more"),
        middle=_("the middle of the full dots: %s"),
        at_least=_("%s or more"),
        nothing_said=_("nobody said"),
        columns=(_("Week from Monday"), _("Times I left"), _("Days they knew")),
    )
    return weeks(found.weeks, labels=labels, middle=found.middle, words=words, key="weeks")
