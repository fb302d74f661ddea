"""The ladder of a goal that was shown, and what we promised, drawn for the team."""

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
from porchlight.desks.team.social_worker.goals_words import rung_words
from porchlight.progress import api as progress

BECAME = {
    progress.Standing.OPEN: "open",
    progress.Standing.KEPT: "kept",
    progress.Standing.KEPT_LATE: "late",
    progress.Standing.NOT_KEPT: "not_kept",
}


def draw_ladder(goal: progress.GoalSheet) -> Picture:
    """Their five steps, the highest first, and where they say they are. No step carries a number."""
    words = LadderWords(
        title=goal.words,
        about=_("Five steps, the highest first. A lamp stands where they say they are."),
        here=_("They say they are here"),
        no_words=_("No words yet"),
        columns=(_("Step"), _("Where they are")),
    )
    named = [f"{name}: {own}" if own else name for name, own in zip(rung_words(), goal.rungs, strict=True)]
    rungs = [Rung(text, number == goal.place) for number, text in enumerate(named)]
    return ladder(rungs[::-1], words=words, key=f"steps-{goal.id}")


def draw_promises(made: Sequence[progress.PromiseSheet], *, days: Sequence[str]) -> Picture:
    """One mark for each promise. `days`: by when, in words, in the same order."""
    words = PromisesWords(
        title=_("What we promised and what we did"),
        about=_("One mark for each promise. The table below says the same."),
        became={"kept": _("Kept"), "late": _("Kept late"), "open": _("Not yet"), "not_kept": _("Not kept")},
        columns=(_("What"), _("By when"), _("What came of it")),
    )
    drawn = [Promise(one.words, day, BECAME[one.standing]) for one, day in zip(made, days, strict=True)]
    return promises(drawn, words=words, key="promises")
