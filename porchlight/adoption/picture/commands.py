"""Saying how far one has come."""

from __future__ import annotations

from uuid import UUID

from porchlight.adoption.ground.rows import ours
from porchlight.adoption.ground.words import CaseFree
from porchlight.adoption.picture.indicators import indicators_of
from porchlight.adoption.picture.models import Statement
from porchlight.kernel.errors import Refused
from porchlight.policy.api import Event, InOffice, Office, Visit, guarded
from porchlight.teams import api as teams


@guarded(InOffice((Office.LEAD,)))
def say_level(indicator: str, *, level: int, words: CaseFree, by: Visit) -> UUID:
    """Say how far the own agency has come with one indicator. Raises `Refused` for one that does not concern it."""
    kind = next((one.kind for one in teams.agencies_of_county(by=by) if one.id == by.own_agency), "")
    if indicator not in {one.key for one in indicators_of(kind)} or level not in range(6):
        raise Refused
    row = Statement.objects.create(**ours(by), indicator=indicator, level=level, words=words)
    by.note(Event("write", "adoption.say_level", why=str(row.id)))
    return row.id
