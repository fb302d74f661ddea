"""Young people of their own for tests of the needs map, and needs on it."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date
from uuid import UUID

from porchlight.kernel.errors import Refused

TODAY = date(2026, 11, 20)


def young_person(cast, *roles: str, name: str = "Sky") -> UUID:
    """Somebody whom the cast's social worker welcomed, with these other roles beside them."""
    from porchlight.people import api as people
    from porchlight.teams import api as teams

    with as_seat(cast["SW"]) as sw:
        names = people.names_by_audience(legal=name, used=name, pronoun="they", ticked=frozenset({"team", "home"}))
        youth = people.welcome(names=names, legal_name=name, birth_date=date(2010, 3, 2), language="en", by=sw)
        for role in roles:
            teams.join_team(youth, seat=cast[role].seat, footing="CFT_832", by=sw)
    return youth


@contextmanager
def as_seat(member):
    from porchlight.project.stage import acting, in_house

    with in_house("team"), acting(member.seat) as visit:
        yield visit


@contextmanager
def as_youth(youth: UUID):
    from porchlight.project.stage import acting, in_house

    with in_house("youth"), acting(youth, youth=True) as visit:
        yield visit


def named_by(youth: UUID, *, code: str = "N07", matters: int | None = 3, verdict: str = "", now: str = "") -> UUID:
    """A need that the young person named in their own house."""
    from porchlight.needs import api as needs

    with as_youth(youth) as me:
        return needs.name_need(youth, code=code, matters=matters, gets_now=now, verdict=verdict, by=me)


def give(cast, youth: UUID, need: UUID, role: str = "ADV", **more: object) -> None:
    from porchlight.needs import api as needs

    with as_seat(cast["SW"]) as sw:
        needs.give_need(youth, need=need, seat=cast[role].seat, starts_on=TODAY, by=sw, **more)


def say(youth: UUID, need: UUID, *, may_see: bool) -> None:
    from porchlight.needs import api as needs

    with as_youth(youth) as me:
        needs.answer_helper(youth, need=need, may_see=may_see, by=me)


def seen_by(member, youth: UUID) -> list[UUID]:
    """The needs that somebody sees, or none when the whole map is closed to them."""
    from porchlight.needs import api as needs

    with as_seat(member) as visit:
        try:
            return [sheet.id for sheet in needs.needs_map(youth, by=visit)]
        except Refused:
            return []
