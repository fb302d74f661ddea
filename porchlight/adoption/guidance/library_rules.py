"""The library, pure: for whom a document is, what stands first, what is past its day, what shows at a moment."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar
from uuid import UUID

from porchlight.adoption.guidance.shipped import PARTS, ShippedDocument

LANGUAGES = ("en", "es")
READERS = ("board", "public")
ORDER = tuple(PARTS)
T = TypeVar("T")


@dataclass(frozen=True)
class GuideSheet:
    """A document as the library shows it, in one language.

    `version` and `guide` are empty for a document that comes with the product and was not taken over; `key` is the
    product's key of it. `evidence` is a key of `EVIDENCE`. `number` counts the versions in that language.
    """

    title: str
    language: str
    part: str
    evidence: str
    publisher: str
    roles: tuple[str, ...]
    review_on: date
    key: str = ""
    guide: UUID | None = None
    version: UUID | None = None
    number: int = 0
    agencies: tuple[UUID, ...] = ()
    readers: tuple[str, ...] = ()
    file: UUID | None = None
    body: str = ""
    is_mine: bool = False
    made_by: UUID | None = None

    @property
    def comes_along(self) -> bool:
        """Whether it comes with the product and no county has taken it over."""
        return self.version is None


def came_along(one: ShippedDocument) -> GuideSheet:
    """A document of the product as a sheet; its own heading is left to the page."""
    return GuideSheet(
        title=one.title, language=one.language, part=one.part, evidence=one.evidence, publisher=one.publisher,
        roles=one.roles, review_on=one.review, key=one.key, body=without_title(one.body, one.title),
    )  # fmt: skip


def without_title(body: str, title: str) -> str:
    """The text without its first line where that says the title again."""
    first, _, rest = body.lstrip().partition("\n")
    return rest.lstrip("\n") if first.strip() == f"# {title}" else body


def in_order(sheets: Iterable[GuideSheet], *, role: str, agency: UUID | None, language: str) -> tuple[GuideSheet, ...]:
    """What is for this role and agency first, then by part of the series and title; their own language before others.

    >>> a = GuideSheet("A", "en", "role", "none", "P", ("PO",), date(2027, 1, 1))
    >>> b = GuideSheet("B", "en", "role", "none", "P", ("CG",), date(2027, 1, 1))
    >>> [one.title for one in in_order((a, b), role="CG", agency=None, language="en")]
    ['B', 'A']
    """
    marked = (replace(one, is_mine=is_for(one, role=role, agency=agency)) for one in sheets)
    return tuple(
        sorted(
            marked,
            key=lambda one: (not one.is_mine, ORDER.index(one.part), one.language != language, one.title.casefold()),
        )
    )


def is_for(one: GuideSheet, *, role: str, agency: UUID | None) -> bool:
    """Whether it is written for that role at that agency; naming nobody means everybody."""
    return (not one.roles or role in one.roles) and (not one.agencies or agency in one.agencies)


def is_past(review_on: date, *, today: date) -> bool:
    """Whether the day by which somebody was to look at it again has passed; on the day itself it has not."""
    return review_on < today


def says(one: GuideSheet, *, words: str) -> bool:
    """Whether all these words stand in its title, publisher or text, in any case. No words: yes."""
    text = f"{one.title} {one.publisher} {one.body}".casefold()
    return all(word in text for word in words.casefold().split())


@dataclass(frozen=True)
class Tied:
    """One version of a document that is tied to a moment."""

    guide: UUID
    version: UUID
    title: str
    evidence: str
    language: str


@dataclass(frozen=True)
class AtMoment:
    """What one quiet line says: where it leads, the document's title, language and grade, how many more there are."""

    to: str
    title: str
    language: str
    evidence: str
    more: int = 0


def at_moment(
    tied: Iterable[Tied], *, kept: Collection[str], shipped: Iterable[ShippedDocument], moment: str, role: str,
    language: str,
) -> AtMoment | None:  # fmt: skip
    """The one line for that moment and role: what the county tied, newest first; else what comes with the product.

    `kept` are the product's documents that the county took over: those show only where the county ties them.
    """
    own = _each_once(((one.guide, one.language, one) for one in tied), language)
    if own:
        first = own[0]
        return AtMoment(f"/guidance/v/{first.version}", first.title, first.language, first.evidence, len(own) - 1)
    along = _each_once(
        (
            (one.key, one.language, one)
            for one in shipped
            if moment in one.moments and role in one.roles and one.key not in kept
        ),
        language,
    )
    along.sort(key=lambda one: one.roles[0] != role)
    if not along:
        return None
    at = f"/guidance/s/{along[0].key}/{along[0].language}"
    return AtMoment(at, along[0].title, along[0].language, along[0].evidence, len(along) - 1)


def _each_once(found: Iterable[tuple[object, str, T]], language: str) -> list[T]:
    """Each document once, in the reader's language where there is one, in the order of their first appearance."""
    best: dict[object, tuple[str, T]] = {}
    for key, spoken, one in found:
        if key not in best or (spoken == language and best[key][0] != language):
            best[key] = (spoken, one)
    return [one for _, one in best.values()]
