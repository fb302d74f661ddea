"""Training and talking in the demo: a course, a day held two months ago and one to come, a circle, records brought."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from porchlight.adoption.ground.api import CaseFree, case_free
from porchlight.adoption.training import api as training
from porchlight.kernel import clock
from porchlight.policy.api import Visit
from porchlight.project.stage import acting, in_house

if TYPE_CHECKING:
    from porchlight.project.seed.county import County

TRAINER, LEAD = "Bee Watkins", "Grace Lindqvist"
HELD, AHEAD = 63, 12  # days ago, days to come
OUTLINE = """# What this day is for

We look at the words that we use, and at what they do to the person who reads them later.

- Words that blame, and what to write instead
- Saying what happened, and who said it
- Their own words first

# What we try out

Everybody brings a sentence of their own, with nothing in it that points at anybody. We mend it together."""
THERE = {
    "Elena Marsh": ((2, 3, 3, 2, 2), (4, 4, 4, 3, 4), "Read my notes aloud before I keep them.", "yes"),
    "Tom Okafor": ((3, 3, 2, 2, 3), (4, 5, 3, 4, 4), "Write down what went well on the same day.", "part"),
    "Ruth Alvarez": ((4, 5, 3, 3, 3), (5, 5, 4, 4, 4), "Say welcome first, and ask nothing until tomorrow.", "yes"),
    "Dr. Sam Ortiz": ((3, 4, 4, 3, 3), (4, 4, 5, 4, 4), "Send one line each week, with nothing to answer.", "yes"),
    "Officer Dana Reyes": ((2, 2, 3, 2, 2), (3, 4, 3, 3, 4), "Ask what made the day hard before I decide.", ""),
    LEAD: ((3, 4, 3, 3, 4), (4, 4, 4, 4, 5), "Begin each Monday with one thing that worked.", "not_yet"),
}
NOTES = """We talked about how hard it is to wait.

- Calling each other before a hard talk helps.
- We often say that somebody does not want help, when they do not want this help.

Next time: what we could offer that asks for nothing."""
RECORDS = (
    ["E-mail", "Title", "Completed on", "Hours", "Required set"],
    ["elena.marsh@sample.example", "Privacy at work, by video", "{recently}", "1", "training.confidentiality"],
    ["tom.okafor@sample.example", "Privacy at work, by video", "{long_ago}", "1", "training.confidentiality"],
)


def tell(county: County) -> None:
    """The story, by the product's own commands, each on its own day. Offices have been given before."""
    with in_house("team"):
        session = _session(county)
        for name in THERE:
            _says(county, session, name)
        _circle(county)
        _records(county)
        with acting(county.seats["Tom Okafor"]) as tom:
            what = _said("A morning beside the advocates, at the drop-in", tom)
            training.learned("shadowing", what=what, hours=Decimal(3), done_on=_day(9), by=tom)


def _session(county: County) -> UUID:
    with clock.standing_still(_noon(HELD + 20)), acting(county.seats[TRAINER]) as bee:
        course = training.write_curriculum(
            _said("Words that open doors", bee), hours=Decimal(3), serves=("training.language",),
            outline=_said(OUTLINE, bee), by=bee,
        )  # fmt: skip
        session, _next = (_planned(course, on=_day(days), by=bee) for days in (HELD, -AHEAD))
    with clock.standing_still(_noon(HELD)), acting(county.seats[TRAINER]) as bee:
        training.mark_attended(session, seats=[county.seats[name] for name in THERE], by=bee)
    return session


def _planned(course: UUID, *, on: date, by: Visit) -> UUID:
    room, led_by = _said("Library, room 2", by), _said("Bee Watkins and a colleague", by)
    return training.plan_session(course, held_on=on, room=room, led_by=led_by, survivor_trainer="paid", by=by)


def _says(county: County, session: UUID, name: str) -> None:
    before, after, will, came = THERE[name]
    with clock.standing_still(_noon(HELD)), acting(county.seats[name]) as by:
        training.say_how_sure(session, moment="before", items=before, by=by)
        training.say_how_sure(session, moment="after", items=after, by=by)
        intention = training.will_do_differently(session, words=_said(will, by), by=by)
    if came:
        with acting(county.seats[name]) as by:
            training.say_what_came(intention, came=came, in_the_way=CaseFree(), by=by)


def _circle(county: County) -> None:
    with acting(county.seats[LEAD]) as grace:
        training.keep_circle(
            _day(16), questions=[one.key for one in training.questions_about("readiness")[:2]],
            own_question=_said("What could we offer that asks for nothing?", grace), notes=_said(NOTES, grace),
            seats=[county.seats["Elena Marsh"], county.seats["Tom Okafor"]], others=1, by=grace,
        )  # fmt: skip


def _records(county: County) -> None:
    days = {"recently": _day(40).isoformat(), "long_ago": _day(400).isoformat()}
    table = [[cell.format(**days) for cell in row] for row in RECORDS]
    with acting(county.seats[LEAD]) as grace:
        training.take_over(table, serves="", by=grace)


def _said(words: str, by: Visit) -> CaseFree:
    return case_free(words, by=by, dated=True)


def _day(days_ago: int) -> date:
    return clock.county_time(clock.wall()).date() - timedelta(days=days_ago)


def _noon(days_ago: int) -> datetime:
    return datetime.combine(_day(days_ago), time(12), tzinfo=clock.COUNTY_ZONE)
