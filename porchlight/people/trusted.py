"""People whom a young person trusts, named by them alone or together with their worker."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from porchlight.kernel import clock
from porchlight.kernel.ids import new_id
from porchlight.people.models import Trusted
from porchlight.people.rules import Naming, OneMore, one_more_trusted
from porchlight.policy.api import Action, Category, Change, Grain, See, Visit, guarded

ASK_IF_AWAY = ("no", "if", "yes")
SEALED = ("name", "reach", "hours", "may_know")


@dataclass(frozen=True)
class TrustedSheet:
    """Somebody trusted: what they are called, how and when to reach them, what they may know.

    `ask_if_away`: may we ask them about the young person when they are away? no, if ("only if …"), yes.
    """

    youth: UUID
    id: UUID
    name: str
    reach: str
    hours: str
    may_know: str
    ask_if_away: str


@guarded(See(Category.CONTACT, Grain.SLICE))
def trusted(youth: UUID, *, by: Visit) -> tuple[TrustedSheet, ...]:
    """The people the young person named, oldest first, as far as they are open to this visit."""
    rows = Trusted.objects.filter(youth_id=youth, ended_at=None).order_by("made_at", "id")
    return tuple(
        TrustedSheet(
            youth=youth,
            id=row.trusted_id,
            ask_if_away=row.ask_if_away,
            **{
                field: by.key(youth).open(getattr(row, field), place=f"people_trusted.{field}", row=row.id)
                for field in SEALED
            },
        )
        for row in rows
    )


@guarded(See(Category.CONTACT, Grain.SLICE))
def one_more(youth: UUID, *, since: datetime, by: Visit) -> tuple[OneMore, ...]:
    """When the young person themselves put one more person on their list, since a moment; never whom.

    Nothing for a visit that reads only some of the list: it could not know who came off.
    """
    if not by.may(youth, Category.CONTACT, Grain.SLICE, Action.READ).every:
        return ()
    rows = Trusted.objects.filter(youth_id=youth).values_list("trusted_id", "made_by", "made_at", "ended_at")
    found = one_more_trusted((Naming(*row) for row in rows), youth=youth)
    return tuple(one for one in found if one.at >= since)


@guarded(Change(Category.CONTACT, Grain.SLICE))
def trust(youth: UUID, *, said: TrustedSheet, by: Visit) -> None:
    """Keep what was said about somebody; it replaces what was said of the same one before."""
    no_longer_trusted(youth, trusted_id=said.id, by=by)
    row = new_id()
    Trusted.objects.create(
        id=row,
        agency_id=by.own_agency,
        youth_id=youth,
        made_by=by.actor,
        trusted_id=said.id,
        ask_if_away=said.ask_if_away,
        **{
            field: by.key(youth).seal(getattr(said, field), place=f"people_trusted.{field}", row=row)
            for field in SEALED
        },
    )


@guarded(Change(Category.CONTACT, Grain.SLICE))
def no_longer_trusted(youth: UUID, *, trusted_id: UUID, by: Visit) -> None:
    """Take somebody off the list."""
    Trusted.objects.filter(youth_id=youth, trusted_id=trusted_id, ended_at=None).update(ended_at=clock.now())


def new_trusted_id() -> UUID:
    """An identity for somebody new."""
    return new_id()
