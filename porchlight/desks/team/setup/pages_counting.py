"""How small change is counted at a supervisor's own agency, and whether the third kind is said there."""

from __future__ import annotations

from django.http import HttpRequest

from porchlight.desks.forms import Form
from porchlight.desks.team.shell.frame import page
from porchlight.policy.api import Answer, Go, Holding, Visit, door
from porchlight.progress import api as progress

SUPERVISOR = Holding(("SUP",))
NOT_LOOKED = "Please say that you looked at your own figure first."


@door("counting", needs=SUPERVISOR, house="team")
def counting(request: HttpRequest, visit: Visit) -> Answer:
    """The agency's figures of the last night, and the switch."""
    return _page(visit, Form())


@door("counting", needs=SUPERVISOR, house="team", method="POST")
def switch_on(request: HttpRequest, visit: Visit) -> Answer:
    """Switch the third kind on, for this agency, when its condition holds."""
    form = Form(request.POST)
    looked_at = form.choice("looked", _figures(visit), need=NOT_LOOKED)
    try:
        progress.switch_on(looked_at=float(looked_at) if looked_at else None, by=visit)
    except (progress.NoOwnFigure, progress.TooFewMonths) as not_yet:
        form.errors[:] = [("looked", not_yet.said)]
    except progress.FigureMoved as moved:
        form.errors = form.errors or [("looked", moved.said)]
    return _page(visit, form) if form.errors else Go("/counting")


@door("counting/off", needs=SUPERVISOR, house="team", method="POST")
def switch_off(request: HttpRequest, visit: Visit) -> Answer:
    """Switch it off."""
    progress.switch_off(by=visit)
    return Go("/counting")


def _figures(visit: Visit) -> list[str]:
    own = progress.counting(by=visit)
    return [str(own.phi)] if own and own.phi is not None else []


def _page(visit: Visit, form: Form) -> Answer:
    own = progress.counting(by=visit)
    status = 422 if form.errors else 200
    return page(visit, "counting.html", here="", status=status, form=form, own=own, why_not=progress.why_not_yet(own))
