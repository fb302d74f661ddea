"""The signed context: who is asking, for at most 60 seconds, on this backend alone."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import psycopg
from django.db import connection

from porchlight.kernel import clock
from porchlight.kernel.errors import Trouble

LIFETIME = timedelta(seconds=60)
SET = """SELECT CASE WHEN coalesce(current_setting('pl.context', true), '') = ''
            THEN set_config('pl.context', %s, true) END, set_config('pl.about', %s, true)"""
BLOCK = 64  # bytes; SHA-256's block, as HMAC needs it


class ContextAlreadySet(Trouble):
    """A request began on a connection that still carried another's context."""

    code = "PL-POL-001"
    sentence = "Something went wrong on our side. Nothing was lost. Please try again."
    repair = "A context outlived its transaction: look for code that sets pl.context outside the watchman."


@dataclass(frozen=True)
class Identity:
    """Who asks: a seat (`kind` "seat") or a young person ("youth"), in which layer, and why."""

    kind: str
    actor: UUID
    layer: str = "house"
    purpose: str = "care"


def pads(key: bytes) -> tuple[bytes, bytes]:
    """The inner and outer pad of HMAC-SHA-256, as `pl_secret.context_key` keeps them."""
    block = (key if len(key) <= BLOCK else hashlib.sha256(key).digest()).ljust(BLOCK, b"\0")
    return bytes(b ^ 0x36 for b in block), bytes(b ^ 0x5C for b in block)


def sign(identity: Identity, *, login: str, pid: int, issued: float, key: bytes) -> str:
    """The context as one line of text, its last field the signature of the rest."""
    said = "|".join((
        login,
        identity.kind,
        str(identity.actor),
        identity.layer,
        identity.purpose,
        f"{issued:.3f}",
        f"{issued + LIFETIME.total_seconds():.3f}",
        str(pid),
    ))  # fmt: skip
    return f"{said}|{hmac.new(key, said.encode(), hashlib.sha256).hexdigest()}"


def put_on(identity: Identity, *, key: bytes, about: UUID | None = None) -> None:
    """Set the context on the current transaction, which must carry none yet.

    The value travels as a server-side parameter, so that no list of running statements shows it. `about` is the one
    young person whom the request is about: until its end nobody else's rows are seen or written. It is not signed,
    as it can only take away.
    """
    connection.ensure_connection()
    raw = connection.connection
    text = sign(
        identity,
        login=raw.info.user,
        pid=raw.info.backend_pid,
        issued=clock.wall().timestamp(),
        key=key,
    )
    with psycopg.Cursor(raw) as cursor:
        cursor.execute(SET, [text, str(about or "")])
        if cursor.fetchone()[0] is None:  # type: ignore[index]  # because this SELECT always gives one row
            raise ContextAlreadySet
