"""What the pages about goals share: the names of the rungs, and what a form said."""

from __future__ import annotations

from django.utils.translation import gettext as _

from porchlight.desks.forms import SHORT, Form
from porchlight.desks.youth.frame import Choosable, people_beside
from porchlight.policy.api import Category, Visit
from porchlight.progress import api as progress


def rung_names() -> tuple[str, ...]:
    """What the five rungs are called, from the lowest."""
    return (
        _("How it is on a hard day"),
        _("On the way there"),
        _("What I hope for"),
        _("A bit better than I hoped"),
        _("Much better than I hoped"),
    )


def places() -> list[tuple[str, str]]:
    """The rungs as choices, the highest first."""
    return [(str(number), name) for number, name in reversed(list(enumerate(rung_names())))]


def read_place(form: Form) -> int | None:
    """Which rung was picked; None when it was skipped."""
    found = form.choice("place", [value for value, _name in places()])
    return int(found) if found else None


def read_rungs(form: Form) -> list[str]:
    """The words of the five rungs, from the lowest; each may be empty. Read as the page shows them: highest first."""
    highest_first = [form.text(f"rung{number}", most=SHORT) for number in reversed(range(len(rung_names())))]
    return highest_first[::-1]


def may_be_picked(visit: Visit) -> list[Choosable]:
    """Those of my team to whom I can show a goal."""
    people = people_beside(visit)
    return [one for one in people if progress.can_be_shown(one.role, category=Category.RECOGNITION)]
