"""In which order the parts of a draft stand."""

from __future__ import annotations

from uuid import UUID

from porchlight.adoption.definition import queries, rules
from porchlight.adoption.definition.commands import CHAIR, LOCK, version_now
from porchlight.adoption.definition.errors import TextIsClosed
from porchlight.adoption.definition.models import PartsOrder
from porchlight.adoption.ground.rows import here
from porchlight.policy.api import Event, Visit, ask, guarded


@guarded(CHAIR)
def move_part(version: UUID, *, part: UUID, past: UUID, is_up: bool, by: Visit) -> None:
    """Let a part of the draft stand just before another (`is_up`) or just after it. Raises `TextIsClosed`.

    One mover waits for the other, so that what both wanted is kept; and who asks twice has moved it once.
    """
    ask(LOCK, [str(version)])
    if version_now(version, by=by).state != rules.DRAFT:
        raise TextIsClosed
    now = tuple(one.passage for one in queries.passages(version, by=by))
    order = rules.moved(now, part, past=past, is_up=is_up)
    if order != now:
        edition = PartsOrder.objects.filter(definition=version).count() + 1
        PartsOrder.objects.create(**here(by), definition=version, edition=edition, parts=list(order))
    by.note(Event("write", "adoption.move_part", why=str(version)))
