"""Verification from outside: every hash is made again from what is stored, with nothing taken on trust."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

LAST = 2**63 - 1


@dataclass(frozen=True)
class Report:
    """`good` when every sealed leaf is what it was. `first_bad` names the first segment that is not."""

    good: bool
    segments: int
    leaves: int
    unsealed: int
    first_bad: int | None = None
    why: str = ""

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def leaf_hash(salt: bytes, event: str) -> bytes:
    """RFC 6962's leaf, salted: SHA-256 of 0x00, salt, event."""
    return hashlib.sha256(b"\x00" + salt + event.encode()).digest()


def merkle_root(leaves: Sequence[bytes]) -> bytes:
    """RFC 6962's root of the leaves in order; the hash of nothing for none."""
    level = list(leaves)
    if not level:
        return hashlib.sha256(b"").digest()
    while len(level) > 1:
        pairs = [level[i : i + 2] for i in range(0, len(level), 2)]
        level = [hashlib.sha256(b"\x01" + p[0] + p[1]).digest() if len(p) > 1 else p[0] for p in pairs]
    return level[0]


def chain(before: bytes, root: bytes, *, count: int, first: int, horizon: int) -> bytes:
    """The link from one segment to the next."""
    return hashlib.sha256(before + root + f"{count}|{first}|{horizon}".encode()).digest()


def verify() -> Report:
    """Check every segment in order; stops at the first that does not hold. Run as the worker's login."""
    before, expected_first, leaves = b"", 0, 0
    segments = _rows("SELECT * FROM pl.audit_segments()")
    for number, (_, first, horizon, count, root, link) in enumerate(segments, start=1):
        rows = _rows("SELECT * FROM pl.audit_leaves(%s, %s)", first, horizon)
        why = _wrong(rows, count=count, root=bytes(root))
        if not why and (
            first != expected_first
            or chain(before, bytes(root), count=count, first=first, horizon=horizon) != bytes(link)
        ):
            why = "the chain is broken"
        if why:
            return Report(False, len(segments), leaves, 0, number, why)
        before, expected_first, leaves = bytes(link), horizon, leaves + count
    unsealed = len(_rows("SELECT id FROM pl.audit_leaves(%s, %s)", expected_first, LAST))
    return Report(True, len(segments), leaves, unsealed)


def _wrong(rows: Sequence[tuple[Any, ...]], *, count: int, root: bytes) -> str:
    if len(rows) != count:
        return f"{count} leaves were sealed, {len(rows)} are here"
    hashes = []
    for leaf_id, at, youths, salt, event, stored in rows:
        made = leaf_hash(bytes(salt), event)
        if made != bytes(stored) or not _told(event, at=at, youths=youths):
            return f"leaf {leaf_id} was changed"
        hashes.append(made)
    return "" if merkle_root(hashes) == root else "the root does not fit the leaves"


def _told(event: str, *, at: datetime, youths: Sequence[UUID]) -> bool:
    """Whether the columns by which leaves are found say the same as the sealed event."""
    said = json.loads(event)
    return datetime.fromisoformat(said["at"]) == at and said.get("youths", []) == [str(youth) for youth in youths]


def _rows(statement: str, *values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())
