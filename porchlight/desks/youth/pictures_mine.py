"""The ladder of a goal and what we promised, drawn for the young person: their words, never a number."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from porchlight.desks.pictures import (
    LadderWords,
    Picture,
    Promise,
    PromisesWords,
    Rung,
    ladder,
    promises,
)
from porchlight.desks.youth.goals_page import rung_names
from porchlight.progress import api as progress

BECAME = {
    progress.Standing.OPEN: "open",
    progress.Standing.KEPT: "kept",
    progress.Standing.KEPT_LATE: "late",
    progress.Standing.NOT_KEPT: "not_kept",
}


def draw_ladder(goal: progress.GoalSheet) -> Picture:
    """My five steps, the highest first, and where I am."""
    words = LadderWords(
        title=_("My steps"),
        about=_("Five steps, the highest first. A lamp stands where I am."),
        here=_("I am here"),
        no_words=_("No words yet"),
        columns=(_("Step"), _("Where I am")),
    )
    named = [f"{name}: {own}" if own else name for name, own in zip(rung_names(), goal.rungs, strict=True)]
    rungs = [Rung(text, number == goal.place) for number, text in enumerate(named)]
    return ladder(rungs[::-1], words=words, key="steps")


def draw_promises(made: Sequence[progress.PromiseSheet], *, days: Sequence[str]) -> Picture:
    """One mark for each promise. `days`: by when, in words, in the same order."""
    words = PromisesWords(
        title=_("What we promised and what we did"),
        about=_("One mark for each promise. The table below says the same."),
        became={
            "kept": _("We did it"),
            "late": _("We did it late"),
            "open": _("Not yet"),
            "not_kept": _("We did not do it"),
        },
        columns=(_("What"), _("By when"), _("What became of it")),
    )
    drawn = [Promise(one.words, day, BECAME[one.standing]) for one, day in zip(made, days, strict=True)]
    return promises(drawn, words=words, key="promises")
