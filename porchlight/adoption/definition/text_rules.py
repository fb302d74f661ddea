"""The whole text of a version in one order: what is signed, compared by fingerprint, printed and published. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from porchlight.adoption.definition.rules import TEXTS
from porchlight.adoption.definition.sheets import GapSheet, PassageSheet


def whole(passages: Iterable[PassageSheet], written_by: Mapping[str, str]) -> tuple[str, ...]:
    """Every text of a version, in the order of its page: what the fingerprint is made from."""
    return tuple(_texts(passages, written_by))


def in_language(one: PassageSheet, language: str) -> tuple[str, str, str]:
    """Heading, words and the language that they are in: English where nobody has written the Spanish yet."""
    if language == "es" and one.words_es:
        return one.heading_es or one.heading, one.words_es, "es"
    return one.heading, one.words, "en"


def spanish_gap(editions: Sequence[PassageSheet]) -> GapSheet | None:
    """What the Spanish of a part lacks, by all its editions, the oldest first; None when nothing is known to lack."""
    newest = editions[-1]
    if not newest.words_es:
        return GapSheet(newest, is_older=False)
    is_older = False
    for before, after in pairwise(editions):
        if (after.heading_es, after.words_es) != (before.heading_es, before.words_es):
            is_older = False
        elif (after.heading, after.words) != (before.heading, before.words):
            is_older = True
    return GapSheet(newest, is_older=True) if is_older else None


def _texts(passages: Iterable[PassageSheet], written_by: Mapping[str, str]) -> Iterator[str]:
    for one in passages:
        yield from (one.kind, one.heading, one.words, one.heading_es, one.words_es)
    for kind in TEXTS:
        yield f"{kind}: {written_by.get(kind, '')}"
