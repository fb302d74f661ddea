"""Which sentence an audience may have, as a key and its slots. The sentences themselves stand in `words.py`.

Rows are guarded by policy; this refuses once more, by tier, whoever asks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from porchlight.progress.errors import NotForThem
from porchlight.progress.words import FACTS, PARTS, fits, topics_of

Slots = Mapping[str, int]


class Audience(StrEnum):
    """Who would read it. There is no word for police, probation or an agency: nothing is phrased for them."""

    YOUTH = "youth"
    TEAM = "team"
    COURT = "court"


@dataclass(frozen=True)
class Item:
    """Something that may be said: a key of `words.FACTS` and its numbers or parts.

    `approved`: the young person said that the court may read it.
    """

    fact: str
    slots: Slots = field(default_factory=dict)
    approved: bool = False


@dataclass(frozen=True)
class Preferences:
    """What the young person asked for: numbers or none (the usual), and topics that they hid."""

    numbers: bool = False
    hidden: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Phrase:
    """A text key (fact, variant, language) and what fills it."""

    fact: str
    variant: str
    language: str
    slots: Slots

    @property
    def key(self) -> str:
        """The key by which the sentence is reviewed."""
        return f"{self.fact}.{self.variant}.{self.language}"

    @property
    def text(self) -> str:
        """The reviewed sentence, filled."""
        words = FACTS[self.fact]
        chosen = {"court": words.for_court, "numbers": words.with_numbers}.get(self.variant) or words.plain
        return chosen[self.language].format(**self._filled())

    def _filled(self) -> dict[str, object]:
        if FACTS[self.fact].tier < 3:
            return dict(self.slots)
        named = [part for name, part in PARTS.items() if name in self.slots]
        said = [part.about_them if self.variant == "court" else part.to_them for part in named]
        return {"parts": ", ".join(one[self.language] for one in said)}


def phrase(item: Item, *, audience: Audience | str, language: str, preferences: Preferences | None = None) -> Phrase:
    """The key and slots for one thing that may be said, in `en` or `es`.

    The team always reads numbers, the young person only if they asked, the court never. The court has what
    lasts alone, and that only once the young person said yes. Raises `NotForThem` for
    anything else, `ValueError` for any other audience.
    """
    wanted = preferences or Preferences()
    if not fits(item.fact, item.slots) or language not in ("en", "es"):
        raise NotForThem
    variant = _variant(item, audience=Audience(audience), wanted=wanted)
    return Phrase(item.fact, variant, language, item.slots)


def _variant(item: Item, *, audience: Audience, wanted: Preferences) -> str:
    words = FACTS[item.fact]
    if audience is Audience.COURT:
        if words.for_court is None or not item.approved:
            raise NotForThem
        return "court"
    if audience is Audience.YOUTH and topics_of(item.fact, item.slots) & wanted.hidden:
        raise NotForThem
    with_numbers = audience is Audience.TEAM or wanted.numbers
    return "numbers" if with_numbers and words.with_numbers else "plain"
