"""Policies, a conflict that is being fixed, and a protocol that waits for answers, in the demo's county."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from porchlight.adoption.ground.api import CaseFree, case_free
from porchlight.adoption.policies import api as policies
from porchlight.kernel import clock
from porchlight.policy.api import Visit
from porchlight.project.stage import acting, in_house

if TYPE_CHECKING:
    from uuid import UUID

    from porchlight.project.seed.county import County

CHAIR, SERVICES, PROBATION = "Chair Lena Moss", "Grace Lindqvist", "Officer Dana Reyes"
OPEN_BED = """## While somebody is away

- The bed stays theirs for as long as the plan says, and nobody else is put there.
- Clothes, letters and pictures stay where they are.

## When they come back

Food first, then sleep. Questions wait until the next day."""
WORDS = "We write what happened and what was needed. Nobody is named after what was done to them."
TERMS = """## Before we answer a broken term

We sit down with the young person and look at the whole: what happened before, what they needed, what we had promised.

## What we try first

The mildest answer that can work. We write down why."""
SECTIONS = {
    "team_approach": "Whoever hears first calls the others within a day. The young person says who sits at the table.",
    "case_management": "Children's Services holds the threads. A hand-over is done by two people in one room.",
    "services": "Each agency keeps a list of what stays open while somebody is away, and looks at it every spring.",
    "away": "We stay in touch. Nobody asks where somebody is before asking how they are.",
    "coming_home": "- A light on the porch\n- Something warm to eat\n- No questions until they have slept",
}
PARTNERS = {
    "human_services": "Sample County Children's Services",
    "probation": "Sample County Probation",
    "mental_health": "Sample County Mental Health Plan",
    "public_health": "Sample County Public Health",
    "juvenile_court": "Sample County Juvenile Court",
    "education_office": "Sample Unified School District",
    "survivors": "Lantern Advocates",
}


def tell(county: County) -> None:
    """Offices are given; now what their holders wrote down."""
    with in_house("team"):
        _registers(county)
        _conflict(county)
        _protocol(county)


def _registers(county: County) -> None:
    bed = _policy(
        county, SERVICES, "A bed stays a bed", serves=("S4", "S5", "R2"), body=OPEN_BED, owner="Elena Marsh",
        survivors="They asked that nobody packs up a room. It says so now.", review_in=200,
    )  # fmt: skip
    _steps(county, SERVICES, bed, drafting=190, consulted=150, adopted=120, in_use=90)
    words = _policy(
        county, SERVICES, "The words in our reports", serves=("S3", "S15"), body=WORDS,
        owner=SERVICES, survivors="", review_in=None,
    )  # fmt: skip
    _steps(county, SERVICES, words, drafting=30)
    terms = _policy(
        county, PROBATION, "Answers to a broken term", serves=("R6", "S6"), body=TERMS, owner=PROBATION,
        survivors="Two meetings with Lantern Advocates; the second half is theirs.", review_in=-12,
    )  # fmt: skip
    _steps(county, PROBATION, terms, drafting=400, consulted=380, adopted=370)


def _policy(
    county: County, lead: str, title: str, *, serves: tuple[str, ...], body: str, owner: str, survivors: str,
    review_in: int | None,
) -> UUID:  # fmt: skip
    with acting(county.seats[lead]) as by:
        draft = policies.PolicyDraft(
            title=_said(title, by), serves=serves, owner=county.seats[owner], owner_name=owner,
            review_on=None if review_in is None else _day(-review_in), survivors_asked=bool(survivors) or None,
            survivors_gave=_said(survivors, by), body=_said(body, by),
        )  # fmt: skip
        return policies.register_policy(draft, by=by)


def _steps(county: County, lead: str, policy: UUID, **days_ago: int) -> None:
    with acting(county.seats[lead]) as by:
        for state, ago in days_ago.items():
            policies.record_step(policy, state=state, on=_day(ago), by=by)


def _conflict(county: County) -> None:
    home = county.agencies["Harbor House"]
    with _days_ago(45), acting(county.seats["Bee Watkins"]) as bee:
        phones = policies.name_conflict(
            "takes_phones",
            about=home,
            what=_said("House rules keep all phones at the desk overnight.", bee),
            by=bee,
        )
        levels = policies.name_conflict(
            "absence_costs", about=home, what=_said("A night away puts somebody back to the first level.", bee), by=bee
        )
    with _days_ago(40), acting(county.seats["Ruth Alvarez"]) as ruth:
        for row, due in ((phones, 10), (levels, -20)):
            policies.plan_fix(row, owner=ruth.actor, owner_name=ruth.name, due=_day(due), by=ruth)
    with acting(county.seats["Tom Okafor"]) as tom:
        what = _said("The letter about school trips asks for two signatures, also where one is enough.", tom)
        policies.name_conflict(
            "needless_signature", about=county.agencies["Sample Unified School District"], what=what, by=tom
        )


def _protocol(county: County) -> None:
    with _days_ago(25), acting(county.seats[CHAIR]) as chair:
        row = policies.start_protocol(_said("How we work together for those who were exploited", chair), by=chair)
        for section, body in SECTIONS.items():
            policies.write_section(row, section=section, body=_said(body, chair), after=None, by=chair)
        seats = {partner: (county.agencies[name], name) for partner, name in PARTNERS.items()}
        policies.seat_partners(row, {**seats, "sheriff": None}, by=chair)
        policies.put_forward(row, by=chair)
    for name, days in ((SERVICES, 20), ("Nurse Joy Tran", 18), ("Bee Watkins", 15)):
        with _days_ago(days), acting(county.seats[name]) as signatory:
            policies.sign_protocol(row, number=1, by=signatory)
    with _days_ago(12), acting(county.seats[PROBATION]) as dana:
        because = _said("We have nobody at the desk between four and six yet. We sign once we do.", dana)
        policies.do_not_sign(row, number=1, because=because, by=dana)


def _said(words: str, by: Visit) -> CaseFree:
    return case_free(words, by=by, dated=True)


def _days_ago(days: int) -> AbstractContextManager[None]:
    return clock.standing_still(datetime.combine(_day(days), time(11), tzinfo=clock.COUNTY_ZONE))


def _day(days_ago: int) -> date:
    return clock.county_time(clock.wall()).date() - timedelta(days=days_ago)
