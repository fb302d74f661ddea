"""Guidance in the demo: the county took over what comes along, wrote a page of its own, and sent two."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from porchlight.adoption.ground.api import CaseFree, case_free
from porchlight.adoption.guidance import api as guidance
from porchlight.kernel import clock
from porchlight.policy.api import Visit
from porchlight.project.stage import acting, in_house

if TYPE_CHECKING:
    from porchlight.project.seed.county import County

CHAIR, WORKER, CAREGIVER = "Chair Lena Moss", "Elena Marsh", "Denise Bell"
NIGHT = """Somebody answers at any hour in this county. Two people share each night, so that one can sleep.

## What to say

- Who you are, and which home you call from.
- What you need: a bed, a ride, somebody to talk to.

## What nobody asks

- Where the young person was.
- Whose fault it is."""
QUESTION = "Does this hold when a substitute is in the home for the night?"
ANSWER = "Yes. Whoever opens the door may call, and needs no code for it."


def tell(county: County) -> None:
    """Six weeks ago the library, four weeks ago the first sending, last week the second."""
    with in_house("team"):
        with _on(county, CHAIR, days_ago=42) as chair:
            guidance.take_over([one.key for one in guidance.shipped()], by=chair)
            guidance.add_guide(_night_page(chair), by=chair)
        _send(county, "caregiver", roles=("CG",), days_ago=28, asks=True)
        _send(county, "social-worker", roles=("SW", "SUP"), days_ago=6, asks=False)
        _read(county, "caregiver", CAREGIVER, days_ago=26)
        _read(county, "social-worker", WORKER, days_ago=5)
        _a_question(county, days_ago=25)


def _night_page(chair: Visit) -> guidance.Draft:
    today = clock.county_time(clock.now()).date()
    return guidance.Draft(
        title=_said("Calling at night: what you will hear", chair), publisher=_said("Sample County", chair),
        language="en", part="systemic", evidence="none", review_on=today + timedelta(days=365),
        roles=("CG", "SW", "LE"), readers=("public",), body=_said(NIGHT, chair),
    )  # fmt: skip


def _send(county: County, key: str, *, roles: tuple[str, ...], days_ago: int, asks: bool) -> None:
    with _on(county, CHAIR, days_ago=days_ago) as chair:
        items = [_item(one) for one in guidance.library(by=chair).here if one.key == key]
        due_on = clock.county_time(clock.now()).date() + timedelta(days=21) if asks else None
        guidance.send(items, to=guidance.Audience(roles=roles), asks=asks, due_on=due_on, by=chair)


def _item(one: guidance.GuideSheet) -> guidance.Item:
    assert one.version is not None  # noqa: S101 - because the chair took it over just before
    assert one.guide is not None  # noqa: S101 - because a version has a document
    return guidance.Item("guidance", one.version, one.guide, CaseFree(one.title), one.language, one.evidence)


def _given(key: str, by: Visit) -> UUID:
    """The version of that document in English that this seat was sent."""
    versions = {one.version for one in guidance.library(by=by).here if one.key == key and one.language == "en"}
    return next(one.sheet.subject for one in guidance.given_items(None, by=by) if one.sheet.subject in versions)


def _read(county: County, key: str, name: str, *, days_ago: int) -> None:
    with _on(county, name, days_ago=days_ago) as reader:
        guidance.acknowledge(_given(key, reader), by=reader)


def _a_question(county: County, *, days_ago: int) -> None:
    with _on(county, CAREGIVER, days_ago=days_ago) as reader:
        asked = guidance.ask_sender(_given("caregiver", reader), words=_said(QUESTION, reader), by=reader)
    with _on(county, CHAIR, days_ago=days_ago - 1) as chair:
        guidance.answer([asked], words=_said(ANSWER, chair), shown_as=_said(QUESTION, chair), by=chair)


def _said(words: str, by: Visit) -> CaseFree:
    return case_free(words, by=by, dated=True)


@contextmanager
def _on(county: County, name: str, *, days_ago: int) -> Iterator[Visit]:
    """Ten in the morning of that day, as that person."""
    day = clock.county_time(clock.wall()).date() - timedelta(days=days_ago)
    moment = datetime.combine(day, time(10), tzinfo=clock.COUNTY_ZONE)
    with clock.standing_still(moment), acting(county.seats[name]) as visit:
        yield visit
