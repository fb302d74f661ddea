"""Our own practice in the demo: who holds which office, a committee that has met, talks of a coach."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from porchlight.adoption.coaching import api as coaching
from porchlight.adoption.ground.api import CaseFree, case_free
from porchlight.adoption.picture import api as picture
from porchlight.adoption.steering import api as steering
from porchlight.kernel import clock
from porchlight.policy.api import Office, Visit
from porchlight.project.seed import adoption_definition, adoption_guidance, adoption_policies, adoption_training
from porchlight.project.stage import acting, in_house
from porchlight.teams import api as teams

if TYPE_CHECKING:
    from porchlight.project.seed.county import County

CHAIR = "Chair Lena Moss"
AGENDA = """- A bed after midnight, in every home
- Who answers the phone between four and six
- What we promised in spring, and what came of it"""
MINUTES = """## A bed after midnight

Three homes keep a bed free at any hour. Two need a second person on the late shift first. Grace asks them by the end of
the month what it would take.

## The phone between four and six

Nobody was on call then for two weeks in autumn. The rota is whole again. We look at it once more in January."""


def tell(county: County, data: dict[str, Any]) -> None:
    """Offices first, then what people did in them."""
    with in_house("team"):
        _offices(county, data)
        _committee(county)
        _coaching(county)
        _statements(county)
    for part in (adoption_definition, adoption_guidance, adoption_policies, adoption_training):
        part.tell(county)


def _offices(county: County, data: dict[str, Any]) -> None:
    held = [(p["name"], o) for agency in data["agencies"] for p in agency["people"] for o in p.get("offices", ())]
    with acting(county.administrator) as adm:
        for name, office in held:
            teams.give_office(county.seats[name], office=Office(office), by=adm)


def _committee(county: County) -> None:
    begins = datetime.combine(_day(30), time(14), tzinfo=clock.COUNTY_ZONE)
    with clock.standing_still(begins - timedelta(days=20)), acting(county.seats[CHAIR]) as chair:
        body = steering.found_body(
            "committee", name=_said("Steering committee of Sample County", chair),
            purpose=_said("One message to every young person, whoever of us they meet.", chair), by=chair,
        )  # fmt: skip
        for partner, holder, alternate, paid in PLACES:
            steering.set_place(
                body, partner=partner, name=CaseFree(), holder=_said(holder, chair),
                alternate=_said(alternate, chair), paid=paid, by=chair,
            )  # fmt: skip
        meeting = steering.call_meeting(
            body, starts_at=begins, venue=_said("Library, room 2", chair), agenda=_said(AGENDA, chair), by=chair
        )
        steering.call_meeting(
            body, starts_at=begins + timedelta(days=60), venue=_said("Library, room 2", chair),
            agenda=_said("- The late shift, once more", chair), by=chair,
        )  # fmt: skip
    with clock.standing_still(begins + timedelta(hours=2)), acting(county.seats[CHAIR]) as chair:
        for place in steering.places_of(body, by=chair):
            steering.note_attendance(meeting, place=place.id, came="holder" if place.holder else "nobody", by=chair)
        steering.decide_on(
            meeting, words=_said("Every home keeps one bed free after midnight by next summer.", chair), how="agreed",
            by=chair,
        )  # fmt: skip
        for words, owner, days in ACTIONS:
            due = _day(30) + timedelta(days=days)
            steering.ask_for(meeting, words=_said(words, chair), owner=_said(owner, chair), due_on=due, by=chair)
        steering.write_minutes(meeting, words=_said(MINUTES, chair), after=0, by=chair)
    with clock.standing_still(begins + timedelta(days=7)), acting(county.seats[CHAIR]) as chair:
        steering.approve_minutes(meeting, number=1, by=chair)


PLACES = (
    ("human_services", "Grace Lindqvist", "", False),
    ("probation", "Officer Dana Reyes", "", False),
    ("mental_health", "Dr. Sam Ortiz", "", False),
    ("public_health", "Nurse Joy Tran", "", False),
    ("juvenile_court", "Clerk Omar Haddad", "", False),
    ("education_office", "Ms. Iris Chen", "", False),
    ("sheriff", "", "", False),
    ("lived_experience", "Bee Watkins", "Kim Vale", True),
    ("lived_experience", "", "", True),
)
ACTIONS = (
    ("Ask two homes what a bed after midnight would take", "Grace Lindqvist", 21),
    ("Look at the rota between four and six again", "Dr. Sam Ortiz", 75),
)
TALKS = (
    ("Elena Marsh", 40, "Asking what somebody needs before asking anything else.", "The form begins with a reason.",
     "A shorter form for the first night", 20, True),
    ("Tom Okafor", 12, "Writing down what went well on its own day.", "", "An hour on Fridays for it", -10, None),
)  # fmt: skip


def _coaching(county: County) -> None:
    for name, days_ago, strategy, barrier, support, due_ago, kept in TALKS:
        with acting(county.seats["Grace Lindqvist"]) as grace:
            row = coaching.write_coaching(
                county.seats[name], on_day=_day(days_ago), strategy=_said(strategy, grace),
                barrier=_said(barrier, grace), support=_said(support, grace), support_by=_day(due_ago), by=grace,
            )  # fmt: skip
        if kept is not None:
            with acting(county.seats[name]) as coached:
                coaching.say_support(row, kept=kept, why=_said("It is in use since Monday.", coached), by=coached)


SAYS = (
    ("Grace Lindqvist", "A04", 3, "Every worker was shown how in spring."),
    ("Officer Dana Reyes", "A08", 4, "The sheet is filled in before anybody decides."),
    ("Dr. Sam Ortiz", "A06", 4, "Nobody was closed for being away this year."),
    ("Bee Watkins", "A16", 2, "Survivors are paid by the hour."),
)  # fmt: skip


def _statements(county: County) -> None:
    for name, indicator, level, words in SAYS:
        with acting(county.seats[name]) as lead:
            picture.say_level(indicator, level=level, words=_said(words, lead), by=lead)


def _said(words: str, by: Visit) -> CaseFree:
    return case_free(words, by=by, dated=True)


def _day(days_ago: int) -> date:
    return clock.county_time(clock.wall()).date() - timedelta(days=days_ago)
