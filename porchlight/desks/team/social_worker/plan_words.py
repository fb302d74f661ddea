"""Who can see one section of a plan, in words for staff."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from uuid import UUID

from django.utils.translation import gettext as _

from porchlight.safety.api import ON_CALL


def by_name(youth: str, seats: AbstractSet[UUID], team: Mapping[UUID, str], *, me: UUID) -> str:
    """The young person, this seat, which reads it now, and the others by name. Who left the team sees it no more."""
    names = [youth, _("you")]
    names += [name for seat, name in team.items() if seat in seats and seat != me]
    return ", ".join([*names, *([_("whoever is on call at night")] if ON_CALL in seats else [])])


def how_many(youth: str, others: AbstractSet[UUID]) -> str:
    """The same where this seat may not know who stands beside."""
    if not others:
        return _("%(name)s and you") % {"name": youth}
    return _("%(name)s, you, and %(count)s more whom they picked") % {"name": youth, "count": len(others)}
