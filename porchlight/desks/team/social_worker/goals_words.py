"""The words of goals and promises for staff and caregivers."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from porchlight.progress import api as progress


def rung_words() -> tuple[str, ...]:
    """What the five rungs are called, from the lowest; never a number."""
    return (
        _("How it is on a hard day"),
        _("On the way there"),
        _("What they hope for"),
        _("A bit better than they hoped"),
        _("Much better than they hoped"),
    )


def standing_words() -> dict[str, tuple[str, str]]:
    """Where a promise stands by our own word: the text and its mark."""
    return {
        progress.Standing.OPEN: (_("Not yet"), "waiting"),
        progress.Standing.KEPT: (_("Kept"), "done"),
        progress.Standing.KEPT_LATE: (_("Kept late"), "done"),
        progress.Standing.NOT_KEPT: (_("Not kept"), "late"),
    }


def goal_words() -> dict[str, Any]:
    """What templates of goals and promises ask for by name."""
    return {"rungs": rung_words(), "standings": standing_words(), "states": progress.Standing}
