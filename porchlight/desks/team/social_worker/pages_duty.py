"""One duty: its questions, its hold, and what shows that it was done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from porchlight.absences import api as absences
from porchlight.desks.forms import SHORT, Form
from porchlight.desks.team.shell.frame import page
from porchlight.desks.team.social_worker import absence_words as words
from porchlight.desks.team.social_worker.pages_absence import CHANGES
from porchlight.desks.team.social_worker.whole import SeeWhole
from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from porchlight.people import api as people
from porchlight.policy.api import Answer, Category, Go, Visit, door
from porchlight.teams import api as teams

Act = Callable[[Visit, absences.DutySheet, Form], None]


@door("y/<uuid:youth>/duty/<uuid:duty>", needs=SeeWhole(Category.ABSENCE), house="team")
def duty_page(request: HttpRequest, visit: Visit, youth: UUID, duty: UUID) -> Answer:
    """What stands before it, what is asked for, and all that was said about it."""
    return _duty(visit, youth, duty, Form())


@door("y/<uuid:youth>/duty/<uuid:duty>", needs=CHANGES, house="team", method="POST")
def act_on_duty(request: HttpRequest, visit: Visit, youth: UUID, duty: UUID) -> Answer:
    """Answer its questions, look at a hold, or record what was done."""
    form = Form(request.POST)
    act = ACTS.get(form.value("act"))
    found = absences.duty(youth, duty_id=duty, by=visit)
    if act is None or found is None:
        raise Refused
    act(visit, found, form)
    if form.errors:
        return _duty(visit, youth, duty, form)
    return Go(f"/y/{youth}/duty/{duty}" if form.value("act") in ("gate", "review") else f"/y/{youth}/absence")


def _gate(visit: Visit, duty: absences.DutySheet, form: Form) -> None:
    said = {
        gate.key: form.choice(f"gate-{gate.key}", absences.ANSWERS, need="No, yes, or unsure. Unsure is fine.")
        for gate in duty.rule.gates
    }
    if not form.errors:
        absences.answer_gate(duty.youth, duty_id=duty.id, answers=said, by=visit)


def _review(visit: Visit, duty: absences.DutySheet, form: Form) -> None:
    verdict = form.choice("verdict", ("send", "hold_back"), need="Send it, or hold it back?")
    reason = form.text("reason", need="Please say why, in a few words.")
    if not form.errors:
        absences.review_hold(duty.youth, duty_id=duty.id, verdict=verdict, reason=reason, by=visit)


def _done(visit: Visit, duty: absences.DutySheet, form: Form) -> None:
    said = {
        field: form.text(
            f"field-{field}",
            need=f"{words.field_name(field)}: please fill it in, to show that it was done.",
            most=SHORT,
        )
        for field in absences.fields_of(duty.rule)
    }
    late = _late_word(duty, form)
    if not form.errors:
        absences.complete_duty(duty.youth, duty_id=duty.id, words=said, late_because=late, by=visit)


def _withheld(visit: Visit, duty: absences.DutySheet, form: Form) -> None:
    reason = form.text("withheld_reason", need="Please say why it was not sent.")
    late = _late_word(duty, form, name="unsent_late")
    if not form.errors:
        absences.withhold_notice(duty.youth, duty_id=duty.id, reason=reason, late_because=late, by=visit)


def _nobody(visit: Visit, duty: absences.DutySheet, form: Form) -> None:
    known = form.text("how_known", need="Please say how we know that there is nobody.")
    if not form.errors:
        absences.nobody_to_tell(duty.youth, duty_id=duty.id, how_known=known, by=visit)


def _late(visit: Visit, duty: absences.DutySheet, form: Form) -> None:
    reason = form.text("late_because", need="A few words are enough.")
    if not form.errors:
        absences.explain_late(duty.youth, duty_id=duty.id, reason=reason, by=visit)


def _late_word(duty: absences.DutySheet, form: Form, *, name: str = "late_because") -> str:
    asked = duty.is_late and "late" not in duty.kinds
    return form.text(name, need="Please say what held it up. It is for learning, not for blame." if asked else "")


ACTS: dict[str, Act] = {
    "gate": _gate,
    "review": _review,
    "done": _done,
    "withheld": _withheld,
    "nobody": _nobody,
    "late": _late,
}


def _duty(visit: Visit, youth: UUID, duty: UUID, form: Form) -> Answer:
    found = absences.duty(youth, duty_id=duty, by=visit)
    if found is None:
        raise Refused
    values: dict[str, Any] = {
        "youth": youth,
        "form": form,
        "duty": found,
        "called": people.called(youth, by=visit),
        "evidence": absences.evidence(youth, duty_id=duty, by=visit),
        "fields": [(field, words.field_name(field)) for field in absences.fields_of(found.rule)],
        "who": {beside.seat: beside.name for beside in teams.team_of(youth, by=visit)},
        "changes": CHANGES.answered(visit, youth),
        "reviews": visit.role == "SUP",
        "is_notice": found.key.startswith(absences.NOTICE),
        "asks_late": found.is_late and "late" not in found.kinds,
        "words": words,
        "at": clock.now(),
    }
    return page(visit, "duty.html", status=422 if form.errors else 200, **values)
