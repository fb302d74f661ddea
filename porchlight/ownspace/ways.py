"""Coming in with five words, a card or a start code; making new ones. What was typed is never kept."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import datetime
from uuid import UUID

from argon2.low_level import Type, hash_secret_raw

from porchlight.kernel import clock
from porchlight.kernel.errors import Trouble
from porchlight.kernel.secrets import Keys
from porchlight.ownspace import sessions
from porchlight.ownspace.words.rules import (
    make_card_code,
    make_start_code,
    make_words,
    read_card_code,
    read_start_code,
    read_words,
)
from porchlight.policy.api import (
    Anybody,
    Category,
    Change,
    Event,
    Grain,
    SignedIn,
    Visit,
    ask,
    ask_one,
    guarded,
)
from porchlight.policy.network import missed, slow_down
from porchlight.policy.session import NewSession

MEMORY = 19 * 1024  # KiB
PASSES = 2
SALT = b"porchlight ways in, version 1"
CLOSING = range(1, 11)  # minutes that may be chosen
MOST = 128  # characters looked at before any work


class NothingOpened(Trouble):
    """What was typed is no way in. Whether it was close is never told."""

    code = "PL-OWN-001"
    sentence = "That did not open anything. Check each word and try again."
    repair = "A worker can hand out a new start code; nobody can look up the words."


@guarded(Anybody())
def come_in(typed: str, *, network: bytes, language: str, key: bytes, by: Visit) -> NewSession | None:
    """Open a session for whoever these words, card or start code belong to; None when to nobody.

    A miss costs the same work and is counted for the network alone. Raises `TooFast`.
    """
    slow_down(network)
    found = ask_one("SELECT youth, kind FROM pl.use_way(%s)", [lookup(typed)])
    if found is None:
        missed(network)
        by.note(Event("sign_in_missed", "ownspace.come_in"))
        return None
    by.note(Event("sign_in", "ownspace.come_in", youths=(found["youth"],), why=found["kind"]))
    return sessions.begin(found["youth"], way=found["kind"], language=language, key=key)


@guarded(SignedIn())
def new_words(language: str, *, by: Visit) -> tuple[str, ...]:
    """Five new words for the young person who is here; the old ones stop working. Shown once, never kept."""
    words = make_words(language, choose=secrets.randbelow)
    ask("SELECT pl.add_way('words', %s)", [lookup(" ".join(words))])
    by.note(Event("new_way", "ownspace.new_words", youths=(by.actor,)))
    return words


@guarded(SignedIn())
def new_card(*, by: Visit) -> str:
    """A new card's code; the old card stops working. Shown once, never kept."""
    code = make_card_code(choose=secrets.randbelow)
    ask("SELECT pl.add_way('card', %s)", [lookup(code)])
    by.note(Event("new_way", "ownspace.new_card", youths=(by.actor,)))
    return code


@guarded(Change(Category.IDENTITY, Grain.SLICE))
def give_start_code(youth: UUID, *, by: Visit) -> str:
    """A code that a worker hands over, valid once and for 30 minutes. It shows nobody any words."""
    code = make_start_code(choose=secrets.randbelow)
    ask("SELECT pl.give_start(%s, %s)", [youth, lookup(code)])
    return code


@guarded(SignedIn())
def close_after(minutes: int, *, by: Visit) -> None:
    """Close this young person's house after so many quiet minutes, in every browser, from now on."""
    ask("SELECT pl.close_after(%s)", [minutes])


@guarded(SignedIn())
def closes_after(*, by: Visit) -> int:
    """After how many quiet minutes this young person's house closes."""
    row = ask_one("SELECT pl.my_minutes() AS minutes")
    return int(row["minutes"]) if row else min(CLOSING)


@guarded(Anybody())
def leave(*, by: Visit) -> None:
    """End this browser's session, if there is one."""
    if by.session:
        sessions.end(by.session)


@guarded(SignedIn())
def speak(language: str, *, by: Visit) -> None:
    """Read in the other language from here on."""
    ask("SELECT pl.youth_speaks(%s, %s)", [by.session, language])


def lookup(typed: str) -> bytes:
    """The slow, peppered hash under which a way in is found. Anything typed costs the same work."""
    canonical = (
        _marked("card", read_card_code(typed))
        or _marked("start", read_start_code(typed))
        or _marked("words", read_words(typed))
        or f"none {typed[:MOST]}"
    )
    slow = hash_secret_raw(
        canonical.encode(errors="replace"),
        SALT,
        time_cost=PASSES,
        memory_cost=MEMORY,
        parallelism=1,
        hash_len=32,
        type=Type.ID,
    )
    return hmac.new(Keys.here().pepper, slow, hashlib.sha256).digest()


def _marked(kind: str, canonical: str | None) -> str:
    return f"{kind} {canonical}" if canonical else ""


@guarded(SignedIn())
def came_in(*, by: Visit) -> tuple[tuple[str, datetime, str], ...]:
    """The last times somebody came in: how (words, card, start), the day, and the part of the day."""
    rows = ask("SELECT way, started_at FROM pl.my_sessions()")
    return tuple((way, at, part_of_day(at)) for way, at in rows)


def part_of_day(at: datetime) -> str:
    """`night`, `morning`, `afternoon` or `evening` on the county's clock; never an hour."""
    hour = clock.county_time(at).hour
    return ("night", "morning", "afternoon", "evening")[hour // 6]
