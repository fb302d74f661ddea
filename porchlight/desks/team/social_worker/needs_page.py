"""What the pages of the needs map share: who looks, who may help, which words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from porchlight.desks.forms import SHORT, Form
from porchlight.desks.team.social_worker.needs_words import BEFORE_WORDS, matters_words, verdict_words
from porchlight.kernel.coded import coded
from porchlight.needs import api as needs
from porchlight.people import api as people
from porchlight.policy.api import Action, Category, Grain, See, Visit
from porchlight.policy.grid import the_grid
from porchlight.teams import api as teams

KNOWS_THEM = See(Category.IDENTITY, Grain.SLICE)


def name_of(visit: Visit, youth: UUID) -> str:
    """What to call them here; a seat that was given one row alone may not know."""
    called = people.called(youth, by=visit).name if KNOWS_THEM.answered(visit, youth) else ""
    return called or _("a young person")


def beside(visit: Visit, youth: UUID) -> tuple[teams.Beside, ...]:
    """Everybody beside them, where this seat may know."""
    return teams.once_each(teams.team_of(youth, by=visit)) if KNOWS_THEM.answered(visit, youth) else ()


def may_write(visit: Visit, youth: UUID) -> bool:
    """Whether this seat keeps the whole map, not one row of it."""
    return visit.may(youth, Category.NEEDS, Grain.FULL, Action.WRITE).every


def can_be_given(people_beside: tuple[teams.Beside, ...]) -> list[tuple[str, str]]:
    """Those whom a yes can let see a row: value and text."""
    return [
        (str(one.seat), f"{one.name}, {one.role_name}")
        for one in people_beside
        if needs.opening(the_grid().cell(one.role, Category.NEEDS)) != needs.CLOSED
    ]


def sees_anyway(people_beside: tuple[teams.Beside, ...], seat: UUID | None) -> bool:
    """Whether that seat's role reads every map, so that no yes is asked."""
    role = next((one.role for one in people_beside if one.seat == seat), "")
    return needs.opening(the_grid().cell(role, Category.NEEDS)) == needs.OPEN_ANYWAY


def need_words(visit: Visit) -> dict[str, Any]:
    """What templates of the map ask for by name."""
    return {
        "label": lambda code: coded("needs").label(code, visit.language),
        "barrier": lambda code: coded("barriers").label(code, "en"),
        "matters": matters_words(),
        "verdicts": verdict_words(),
        "before": BEFORE_WORDS,
    }


@dataclass(frozen=True)
class Said:
    """What a form said about a need in the young person's view."""

    matters: int | None
    gets_now: str
    verdict: str


def read_answer(form: Form) -> Said:
    """The three answers; each may be skipped."""
    matters = form.choice("matters", matters_words())
    return Said(int(matters) if matters else None, form.text("gets_now"), form.choice("verdict", verdict_words()))


@dataclass(frozen=True)
class Given:
    """What a form said about who meets a need."""

    seat: UUID | None
    who: str
    starts_on: date
    due_on: date | None
    often: str
    next_step: str
    barrier: str


def read_giving(form: Form, *, offered: list[tuple[str, str]], today: date) -> Given:
    """Who, since when, how often, the next step and its date, what stands in the way."""
    seat = form.uuid("seat", [UUID(value) for value, _text in offered])
    who = form.text("who", most=SHORT)
    if seat is None and not who:
        form.wrong("seat", "Please pick somebody, or write who it is.")
    return Given(
        seat=seat,
        who=who,
        starts_on=form.day("starts_on") or today,
        due_on=form.day("due_on"),
        often=form.text("often", most=SHORT),
        next_step=form.text("next_step", most=SHORT),
        barrier=form.choice("barrier", coded("barriers").by_code),
    )
