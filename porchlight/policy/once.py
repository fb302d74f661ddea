"""A form's random key: it proves that we drew the form for this session, and makes a repeat harmless."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping, Sequence

from porchlight.kernel.errors import Trouble
from porchlight.policy.models import OnceKey
from porchlight.policy.visit import Visit


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
    found = OnceKey.objects.filter(made_by=visit.actor, key=sent).values_list("answer", flat=True)
    return found.first()


def keep_answer(sent: str, visit: Visit, answer: str) -> None:
    """Remember where it led. The unique key makes the second of two racing sendings fail."""
    OnceKey.objects.create(made_by=visit.actor, key=sent, answer=answer)


def _mark(nonce: str, visit: Visit, key: bytes) -> str:
    bound = nonce.encode(errors="replace") + (visit.session or b"nobody")
    return hmac.new(key, bound, hashlib.sha256).hexdigest()[:32]
