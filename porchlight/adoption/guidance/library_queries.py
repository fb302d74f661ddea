"""Reading the library."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from porchlight.adoption.files import api as files
from porchlight.adoption.guidance.library_models import GuideMoment, GuideVersion
from porchlight.adoption.guidance.library_rules import (
    AtMoment,
    GuideSheet,
    Tied,
    at_moment,
    came_along,
    in_order,
    says,
)
from porchlight.adoption.guidance.shipped import MOMENTS, shipped
from porchlight.policy.api import OfCounty, Visit, ask, guarded

NEWEST = """
SELECT DISTINCT ON (v.guide_id, v.language) v.title, v.language, v.part, v.evidence, v.publisher, v.roles,
  v.review_on, g.shipped_key, g.id, v.id, v.number, v.agencies, v.readers, v.file,
  CASE WHEN %s THEN v.body ELSE '' END, v.made_by, g.taken_out_at
FROM adoption_guide AS g JOIN adoption_guide_version AS v ON v.guide_id = g.id
ORDER BY v.guide_id, v.language, v.number DESC
"""

AT_MOMENT = """
SELECT g.id, g.shipped_key, v.id, v.title, v.evidence, v.language
FROM adoption_guide AS g
LEFT JOIN adoption_guide_moment AS m
  ON m.guide_id = g.id AND m.moment = %s AND m.role = %s AND m.ended_at IS NULL AND g.taken_out_at IS NULL
LEFT JOIN LATERAL (
  SELECT DISTINCT ON (language) id, title, evidence, language FROM adoption_guide_version
  WHERE guide_id = g.id ORDER BY language, number DESC) AS v ON m.id IS NOT NULL
WHERE g.shipped_key <> '' OR m.id IS NOT NULL
ORDER BY m.made_at DESC NULLS LAST, g.id
"""


@dataclass(frozen=True)
class Library:
    """The documents that are there, and those that somebody took out."""

    here: tuple[GuideSheet, ...]
    taken_out: tuple[GuideSheet, ...]


@dataclass(frozen=True)
class VersionSheet:
    """One version whole, and where it stands among the versions of its document.

    `newest` is the newest version in its language; `others` are the newest ones in other languages; `numbers` are all
    versions in its language with their days, the newest first.
    """

    sheet: GuideSheet
    made_at: datetime
    newest: UUID
    others: tuple[tuple[str, UUID], ...]
    numbers: tuple[tuple[int, UUID, datetime], ...]
    is_taken_out: bool

    @property
    def is_newest(self) -> bool:
        return self.newest == self.sheet.version


@guarded(OfCounty())
def library(*, by: Visit, words: str = "", language: str = "") -> Library:
    """The newest version of every document in every language, and what comes with the product; for this role first.

    `words` are looked for in titles, pages and the text of PDFs; `language` keeps one language.
    """
    sought = bool(words.strip())
    rows = ask(NEWEST, [sought])
    saying = files.files_saying(words, by=by) if sought and any(row[13] for row in rows) else frozenset()
    found = [(_sheet(row), bool(row[-1])) for row in rows]
    kept = {sheet.key for sheet, _ in found}
    along = [came_along(one) for one in shipped() if one.key not in kept]

    def asked_for(one: GuideSheet) -> bool:
        return (not language or one.language == language) and (says(one, words=words) or one.file in saying)

    def sorted_out(sheets: list[GuideSheet]) -> tuple[GuideSheet, ...]:
        wanted = [replace(one, body="") for one in sheets if asked_for(one)]
        return in_order(wanted, role=by.role, agency=by.agency, language=by.language)

    here = [sheet for sheet, out in found if not out]
    return Library(sorted_out(here + along), sorted_out([sheet for sheet, out in found if out]))


@guarded(OfCounty())
def guide_version(version: UUID, *, by: Visit) -> VersionSheet | None:
    """One version with its text; None where the county has none of that name."""
    rows = ask(
        "SELECT v.title, v.language, v.part, v.evidence, v.publisher, v.roles, v.review_on, g.shipped_key, g.id, v.id, "
        "v.number, v.agencies, v.readers, v.file, CASE WHEN v.id = %s THEN v.body ELSE '' END, v.made_by, v.made_at, "
        "g.taken_out_at FROM adoption_guide_version AS v JOIN adoption_guide AS g ON g.id = v.guide_id "
        "WHERE v.guide_id = (SELECT guide_id FROM adoption_guide_version WHERE id = %s) ORDER BY v.number DESC",
        [version, version],
    )
    one = next((row for row in rows if row[9] == version), None)
    if one is None:
        return None
    newest: dict[str, UUID] = {}
    for row in rows:
        newest.setdefault(row[1], row[9])
    return VersionSheet(
        sheet=_sheet(one),
        made_at=one[16],
        newest=newest[one[1]],
        others=tuple((language, row) for language, row in sorted(newest.items()) if language != one[1]),
        numbers=tuple((row[10], row[9], row[16]) for row in rows if row[1] == one[1]),
        is_taken_out=bool(one[17]),
    )


@guarded(OfCounty())
def newest_of(guide: UUID, *, language: str, by: Visit) -> GuideSheet | None:
    """The newest version of a document in that language, with its text."""
    rows = GuideVersion.objects.filter(guide_id=guide, language=language).order_by("-number")
    version = rows.values_list("id", flat=True).first()
    found = guide_version(version, by=by) if version else None
    return found.sheet if found else None


@guarded(OfCounty())
def moments_of(guide: UUID, *, by: Visit) -> frozenset[tuple[str, str]]:
    """The moments and roles that a document is tied to now."""
    rows = GuideMoment.objects.filter(guide_id=guide, ended_at=None)
    return frozenset(rows.values_list("moment", "role"))


@guarded(OfCounty())
def for_moment(moment: str, *, by: Visit) -> AtMoment | None:
    """The one quiet line for this seat's role at that moment, or None. It asks nothing about any young person."""
    if moment not in MOMENTS:
        raise ValueError(moment)
    rows = ask(AT_MOMENT, [moment, by.role])
    return at_moment(
        [Tied(row[0], *row[2:]) for row in rows if row[2]],
        kept={row[1] for row in rows if row[1]},
        shipped=shipped(),
        moment=moment,
        role=by.role,
        language=by.language,
    )


@guarded(OfCounty())
def at_this_moment(moment: str, *, by: Visit) -> tuple[GuideSheet, ...]:
    """Every document that is tied to that moment for this seat's role; else those that come with the product."""
    rows = GuideMoment.objects.filter(moment=moment, role=by.role, ended_at=None)
    tied = set(rows.values_list("guide_id", flat=True))
    here = library(by=by).here
    found = tuple(one for one in here if one.guide in tied)
    along = {one.key for one in shipped() if moment in one.moments and by.role in one.roles}
    return found or tuple(one for one in here if one.comes_along and one.key in along)


@guarded(OfCounty())
def shipped_guide(key: str, *, language: str, by: Visit) -> GuideSheet | None:
    """A document that comes with the product."""
    return next((came_along(one) for one in shipped() if (one.key, one.language) == (key, language)), None)


def _sheet(row: tuple[Any, ...]) -> GuideSheet:
    title, language, part, evidence, publisher, roles, review, key, guide, version, number, agencies, readers = row[:13]
    return GuideSheet(
        title=str(title), language=str(language), part=str(part), evidence=str(evidence), publisher=str(publisher),
        roles=tuple(roles), review_on=review, key=str(key), guide=guide, version=version, number=number,
        agencies=tuple(agencies), readers=tuple(readers), file=row[13], body=str(row[14]), made_by=row[15],
    )  # fmt: skip
