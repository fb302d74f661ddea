"""The rota of one's own agency: a week with its gaps named, a shift added, a shift ended."""

from __future__ import annotations

from datetime import date, time, timedelta
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.desks.forms import Form
from porchlight.desks.team.shell.frame import page
from porchlight.kernel import clock
from porchlight.policy.api import Answer, Go, Holding, Visit, door
from porchlight.teams import api as teams

KEEPERS = Holding(("SW", "SUP", "ADM"))
NOBODY = "nobody"
WEEK = timedelta(days=7)
AHEAD = timedelta(days=28)  # as far as the page leads by itself; `?week=` shows any
HOURS = [f"{hour:02}:{minute:02}" for hour in range(24) for minute in (0, 30)]


@door("rota", needs=KEEPERS, house="team")
def rota(request: HttpRequest, visit: Visit) -> Answer:
    """This week, or the one that `?week=` names by any of its days."""
    return _page(visit, Form(request.GET))


@door("rota", needs=KEEPERS, house="team", method="POST")
def add(request: HttpRequest, visit: Visit) -> Answer:
    """Add a shift on one weekday, on every day, or on one date."""
    form = Form(request.POST)
    seats = _seats(visit)
    who = form.choice("seat", {str(seat) for seat in seats} | {NOBODY}, need=_("Please pick who."))
    order = form.choice("order", teams.ORDERS, need=_("Please pick first, second or desk."))
    when = form.choice("when", _whens(), need=_("Please pick the day."))
    day = form.day("day", need=_("Please pick the date.") if when == "date" else "")
    starts = form.choice("starts", HOURS, need=_("Please pick the hour when it begins."))
    ends = form.choice("ends", HOURS, need=_("Please pick the hour when it ends."))
    if who == NOBODY and when and when != "date":
        form.wrong("seat", _("Nobody can be picked for one date only. For every week, end the shift."))
    if form.errors:
        return _page(visit, form)
    seat = None if who == NOBODY else UUID(who)
    weekday = int(when) if when.isdigit() else None
    hours = {"starts": time.fromisoformat(starts), "ends": time.fromisoformat(ends)}
    teams.add_shift(seat=seat, order=order, weekday=weekday, day=day if when == "date" else None, by=visit, **hours)
    return Go("/rota")


@door("rota/<uuid:shift>/end", needs=KEEPERS, house="team", method="POST")
def end(request: HttpRequest, visit: Visit, shift: UUID) -> Answer:
    """End a shift now; what is unread goes to whoever is on call then."""
    teams.end_shift(shift, by=visit)
    return Go("/rota")


def _page(visit: Visit, form: Form) -> Answer:
    shifts, seats = teams.shifts(by=visit), _seats(visit)
    today = clock.county_time(clock.now()).date()
    chosen = _week_of(form, today)
    blocks = teams.week(shifts, monday=chosen)
    orders = order_words()
    used = [order for order in orders if any(getattr(block.seats, order) for block in blocks)] or ["first"]
    values = {
        "blocks": blocks,
        "used": used,
        "columns": [_("When"), *(orders[order] for order in used)],
        "gaps": [block for block in blocks if block.is_gap],
        "shifts": shifts,
        "seats": seats,
        "week": WEEK,
        "monday": chosen,
        "before": (chosen - WEEK).isoformat() if chosen > today - WEEK else "",
        "after": (chosen + WEEK).isoformat() if chosen < today + AHEAD else "",
        "orders": orders,
        "whens": _whens(),
        "nobody": NOBODY,
        "times": [(hour, time.fromisoformat(hour)) for hour in HOURS],
        "form": form,
    }
    return page(visit, "rota.html", here="/rota", status=422 if form.errors else 200, **values)


def order_words() -> dict[str, str]:
    """First, second and desk, as the page says them."""
    return {"first": _("First"), "second": _("Second"), "desk": _("24-hour desk")}


def _whens() -> dict[str, str]:
    days = (_("Mondays"), _("Tuesdays"), _("Wednesdays"), _("Thursdays"), _("Fridays"), _("Saturdays"), _("Sundays"))
    return {"every": _("Every day"), **{str(n): day for n, day in enumerate(days)}, "date": _("One date only")}


def _seats(visit: Visit) -> dict[UUID, str]:
    """Everybody of this agency who can be on call; a caregiver asks those on call, so is not among them."""
    own = (seat for seat in teams.seats(by=visit) if seat.agency == visit.own_agency and seat.role != "CG")
    return {seat.id: seat.name for seat in own}


def _week_of(form: Form, today: date) -> date:
    try:
        day = date.fromisoformat(form.value("week"))
    except ValueError:
        day = today
    return day - timedelta(days=day.weekday())
