"""Time in care, when leaving was possible: what every rate is counted over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TypedDict
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from porchlight.progress.rules.errors import BadInput

SECONDS_A_DAY = 86_400


class Exposure(TypedDict):
    days: float


def exposure_days(stays: Sequence[Sequence[str | None]], *, window: Sequence[str], zone: str) -> Exposure:
    """Days in care inside the window, as elapsed time: a spring clock-change week has 167 hours.

    `stays` are [came, left] in local time of `zone`, "2026-01-05T22:00"; `left` None means still in care.
    `window` is [from, until]. Stays that overlap count once. A day is 86,400 seconds. A local time that
    happens twice in autumn is its first. Raises `BadInput` for a stay or window that ends before it begins.
    """
    local = _zone(zone)
    if len(window) != 2:
        raise BadInput("A window has a beginning and an end.")
    opens, closes = (_moment(text, zone=local) for text in window)
    if closes < opens:
        raise BadInput("A window ends after it begins.")
    spans = sorted(_span(stay, zone=local, closes=closes) for stay in stays)
    seconds = 0.0
    counted_until = opens
    for came, left in spans:
        begins = max(came, counted_until)
        ends = min(left, closes)
        if ends > begins:
            seconds += (ends - begins).total_seconds()
            counted_until = ends
    return {"days": seconds / SECONDS_A_DAY}


def _span(stay: Sequence[str | None], *, zone: ZoneInfo, closes: datetime) -> tuple[datetime, datetime]:
    if len(stay) != 2 or stay[0] is None:
        raise BadInput("A stay has a beginning, and an end or null.")
    came = _moment(stay[0], zone=zone)
    if stay[1] is None:
        return came, max(came, closes)
    left = _moment(stay[1], zone=zone)
    if left < came:
        raise BadInput("A stay ends after it begins.")
    return came, left


def _moment(text: str, *, zone: ZoneInfo) -> datetime:
    try:
        local = datetime.fromisoformat(text)
    except ValueError as error:
        raise BadInput("A local time looks like 2026-01-05T22:00.") from error
    if local.tzinfo is not None:
        raise BadInput("A local time carries no offset; the zone is given once.")
    try:
        return local.replace(tzinfo=zone).astimezone(UTC)
    except OverflowError as error:
        raise BadInput("This time lies outside the calendar.") from error


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise BadInput("This time zone is not known.") from error
