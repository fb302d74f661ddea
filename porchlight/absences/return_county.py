"""The county's values that coming home stands on."""

from __future__ import annotations

from datetime import datetime, timedelta

from porchlight.kernel.county import due_at
from porchlight.policy.api import the_county

LINES = ("return.line.welcome", "return.line.food", "return.line.sleep", "return.line.health")


def number_to_call() -> str:
    """The county's own number at this hour: its staffed desk, else its child-welfare line. May be empty."""
    county = the_county()
    desk = county.text("desk.number", "en") if county.yes("desk.staffed") else ""
    return desk or county.hotline


def door_words(language: str) -> tuple[str, tuple[str, ...]]:
    """The county's word to whoever opens the door, and its four short lines: welcome, food, sleep, health."""
    county = the_county()
    return county.text("return.word", language), tuple(county.text(key, language) for key in LINES)


def sleep_first() -> timedelta:
    """How long after a return nobody talks about agreements."""
    return the_county().duration("agreement.sleep_first")


def sleeps_until(back_at: datetime) -> datetime:
    """The first moment at which anybody may ask whether there is something to agree on."""
    return back_at + sleep_first()


def longest_agreement() -> timedelta:
    """The longest that an agreed response may last."""
    return the_county().duration("agreement.longest")


def talk_by(back_at: datetime) -> datetime:
    """By when staff offer the talk, in UTC. For staff alone: the young person may wait as long as they like."""
    county = the_county()
    return due_at(back_at, county.rule("return.conversation"), county)
