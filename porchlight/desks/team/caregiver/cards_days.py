"""Today on a young person's page, and today for a whole home on its first page."""

from __future__ import annotations

from uuid import UUID

from porchlight.absences import api as absences
from porchlight.desks.team.caregiver.pages_days import SAYS, last_days, this_week
from porchlight.desks.team.caregiver.words import STATUS_KIND, day_options, day_words
from porchlight.desks.team.shell.slots import Filled, first_page_part, youth_card
from porchlight.policy.api import Category, Grain, Holding, See, Visit


@first_page_part(10, needs=Holding(("CG",)))
def today(visit: Visit) -> Filled | None:
    """One tap a day for each young person who lives here."""
    found = absences.my_today(on=this_week()[0], by=visit)
    if not found:
        return None
    values = {"there": found, "options": day_options(), "words": day_words()}
    return Filled("part_today.html", values, about=frozenset(one.youth for one in found))


@youth_card(20, needs=See(Category.DAY_STATUS))
def day_card(visit: Visit, youth: UUID) -> Filled | None:
    """Today, for those who say it: one tap, or "left"."""
    if visit.role not in ("CG", "OC") or not SAYS.answered(visit, youth):
        return None  # a worker finds the days by their link: the page of one young person asks little
    day = this_week()[0]
    said = next(iter(absences.days(youth, since=day, until=day, by=visit)), None)
    status = said.status if said else ""
    values = {"youth": youth, "status": status, "words": day_words(), "kinds": STATUS_KIND, "options": day_options()}
    return Filled("card_day.html", values)


@youth_card(21, needs=See(Category.DAY_STATUS, Grain.SLICE))
def known_card(visit: Visit, youth: UUID) -> Filled | None:
    """For a supervisor: which of the last seven days are confirmed, and how many of the last 28; never how."""
    if See(Category.DAY_STATUS).answered(visit, youth):
        return None
    week, lately = this_week(), last_days(absences.LOOK_BACK)
    known = absences.days_known(youth, since=lately[-1], until=week[0], by=visit)
    confirmed = {day.day for day in known if day.confirmed}
    values = {"week": [(day, day in confirmed) for day in week], "confirmed": len(confirmed), "lately": len(lately)}
    return Filled("card_days_known.html", values)
