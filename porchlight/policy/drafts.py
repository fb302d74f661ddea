"""What was typed and not sent: after the door had closed, or while the page changed its language.

Nothing typed is lost, and nobody but its writer ever sees it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from porchlight.kernel.ids import new_id
from porchlight.policy.visit import Visit, ask
from porchlight.vault.api import open_for, seal_for

CARRIED = "carried:"  # before the address: for that page alone, in its other language
NEVER = frozenset({"once", "password", "draft"})  # a key, a secret, another draft: not kept


@dataclass(frozen=True)
class Kept:
    """One kept form: where it was going and what was typed, field by field."""

    id: UUID
    path: str
    fields: dict[str, list[str]]
    at: datetime


def keep(owner: UUID, path: str, fields: Mapping[str, list[str]], *, key: bytes) -> bool:
    """Seal what was typed for the owner of the session that had just closed; False when there was nothing to keep."""
    row, kept = new_id(), {name: values for name, values in fields.items() if name not in NEVER and any(values)}
    if kept:
        sealed = seal_for(key, json.dumps(kept), bound=f"{owner}|{path}|{row}")
        ask("SELECT pl.keep_draft(%s, %s, %s, %s)", [row, owner, path, sealed])
    return bool(kept)


def carry(owner: UUID, path: str, fields: Mapping[str, list[str]], *, key: bytes) -> None:
    """Seal what is being typed on a page of whoever is signed in, in place of what was carried there before."""
    for draft in _found(CARRIED + path, key=key):
        drop(draft.id)
    keep(owner, CARRIED + path, fields, key=key)


def carried(path: str, *, key: bytes) -> Kept | None:
    """What whoever is signed in was typing on that page when its language changed."""
    return next(iter(_found(CARRIED + path, key=key)), None)


def waiting(*, key: bytes) -> list[Kept]:
    """What was sent too late and is kept for whoever is signed in, oldest first."""
    return _found("/", key=key)


def drop(row: UUID) -> None:
    """Take one away: it was sent, or is not wanted any more."""
    ask("SELECT pl.drop_draft(%s)", [row])


def _found(begins: str, *, key: bytes) -> list[Kept]:
    """Those whose address begins so; all of it, where it names a page."""
    rows = ask("SELECT id, owner, path, sealed, made_at FROM pl.drafts()")
    return [
        Kept(row, path, json.loads(open_for(key, sealed, bound=f"{owner}|{path}|{row}")), at)
        for row, owner, path, sealed, at in rows
        if (path.startswith(begins) if begins == "/" else path == begins)
    ]


def sent_again(row: str, visit: Visit) -> None:
    """Take a kept form away once it was sent again and something was written. An unknown one is nobody's."""
    if row and any(event.verb == "write" for event in visit.events):
        with suppress(ValueError):
            drop(UUID(row))


def owner_of(visit: Visit) -> UUID | None:
    """Whose session it was, when it closed a moment ago."""
    found = visit.person or visit.extras.get("youth")
    return found if isinstance(found, UUID) else None
