"""A form's random key: it proves that we drew the form for this session, and makes a repeat harmless."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping, Sequence

from porchlight.kernel import clock
from porchlight.kernel.errors import Trouble
from porchlight.kernel.ids import new_id
from porchlight.policy.visit import Visit, ask

EARLIER = "SELECT answer FROM policy_once WHERE made_by = %s AND key = %s"
KEEP = "INSERT INTO policy_once (id, made_by, key, answer, made_at) VALUES (%s, %s, %s, %s, %s) RETURNING id"


class StaleForm(Trouble):
    """The form was not drawn for this session."""

    code = "PL-POL-010"
    sentence = "This page was open for too long, so we did not save yet. Your text is still here: send it again."
    repair = "The form's key does not fit the session: an old tab, or a form from another site."


def fresh(visit: Visit, key: bytes) -> str:
    """A new key for one form of this session."""
    nonce = secrets.token_urlsafe(12)
    return f"{nonce}.{_mark(nonce, visit, key)}"


def check(once: str, visit: Visit, key: bytes) -> None:
    """Raises `StaleForm` unless this house drew `once` for this session."""
    nonce, _, mark = once.partition(".")
    if not hmac.compare_digest(mark.encode(errors="replace"), _mark(nonce, visit, key).encode()):
        raise StaleForm


def sending(once: str, path: str, fields: Mapping[str, Sequence[str]]) -> str:
    """What a repeat has in common with the first sending: the key, the address and every word of it.

    A page holds several forms under one key, so the key alone would answer the second form with the first's answer
    and lose what was typed.
    """
    words = json.dumps([once, path, sorted((name, list(values)) for name, values in fields.items())])
    return hashlib.sha256(words.encode()).hexdigest()


def earlier_answer(sent: str, visit: Visit) -> str | None:
    """Where the first sending of this form led, if it was sent before."""
    rows = ask(EARLIER, [visit.actor, sent])
    return rows[0][0] if rows else None


def keep_answer(sent: str, visit: Visit, answer: str) -> None:
    """Remember where it led. The unique key makes the second of two racing sendings fail."""
    ask(KEEP, [new_id(), visit.actor, sent, answer, clock.now()])


def _mark(nonce: str, visit: Visit, key: bytes) -> str:
    bound = nonce.encode(errors="replace") + (visit.session or b"nobody")
    return hmac.new(key, bound, hashlib.sha256).hexdigest()[:32]
