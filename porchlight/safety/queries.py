"""The plan as this visit may see it: only the sections that the young person opened to it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from porchlight.policy.api import Category, Grain, See, Visit, ask_one, guarded
from porchlight.safety import rules
from porchlight.safety.models import HealthLine, Words, Writing
from porchlight.safety.rules import State, newest, state

PLACE = "safety_words.words"
WORDS = """(SELECT coalesce(json_agg(json_build_array(o.id, o.writing_id, encode(o.words, 'hex'))), '[]')
     FROM safety_words AS o WHERE o.youth_id = p.youth_id)::text"""
STANDING = """
  SELECT {words} AS words, p.id, p.language, p.medium, p.next_review,
    (SELECT coalesce(json_agg(json_build_array(w.id, w.section_id, w.key, w.together OR w.made_by = w.youth_id,
                                               w.made_at) ORDER BY w.made_at, w.id), '[]')
     FROM safety_writing AS w WHERE w.youth_id = p.youth_id)::text AS writings,
    (SELECT coalesce(json_agg(json_build_array(v.id, v.number, v.made_at, v.writings) ORDER BY v.number), '[]')
     FROM safety_version AS v WHERE v.youth_id = p.youth_id)::text AS versions,
    (SELECT coalesce(json_agg(json_build_array(y.version_id, y.of_youth, y.made_at)), '[]')
     FROM safety_yes AS y WHERE y.youth_id = p.youth_id)::text AS yeses
  FROM safety_plan AS p WHERE p.youth_id = %s LIMIT 1
"""
WITHOUT_WORDS, WITH_WORDS = STANDING.format(words="'[]'"), STANDING.format(words=WORDS)


@dataclass(frozen=True)
class SectionSheet:
    """One section: its words, whose they are, when written."""

    writing: UUID
    section: UUID
    key: str
    words: str
    by_youth: bool
    at: datetime


@dataclass(frozen=True)
class PlanSheet:
    """The plan for this visit: where it stands, which sections are written, and the words that are open to it.

    `next_review` is None where only single sections are open to the visit.
    """

    youth: UUID
    id: UUID
    language: str
    medium: str
    next_review: date | None
    written: tuple[str, ...]
    writings: tuple[UUID, ...]
    sections: tuple[SectionSheet, ...]
    state: State
    version: int
    agreed_at: datetime | None
    versions: tuple[VersionSheet, ...]

    def section(self, key: str) -> SectionSheet | None:
        """The section of that key, if it is written and open to this visit."""
        return next((section for section in self.sections if section.key == key), None)


@dataclass(frozen=True)
class VersionSheet:
    """A version and the yeses it got."""

    id: UUID
    number: int
    at: datetime
    writings: tuple[UUID, ...]
    youth_yes: datetime | None
    worker_yes: datetime | None


@guarded(See(Category.PLAN, Grain.SLICE))
def plan_dates(youth: UUID, *, by: Visit) -> PlanSheet | None:
    """That there is a plan, where it stands, its dates and versions, without a word of it."""
    return _plan(youth, WITHOUT_WORDS, by=by)


@guarded(See(Category.PLAN))
def plan(youth: UUID, *, by: Visit) -> PlanSheet | None:
    """The plan with the words of those sections that are open to this visit. None when nothing of it is.

    Whoever may not know where the whole plan stands gets the sections that were opened to them alone.
    """
    return _plan(youth, WITH_WORDS, by=by) or _only_sections(youth, by=by)


@guarded(See(Category.PLAN))
def version_words(youth: UUID, *, writings: Sequence[UUID], by: Visit) -> dict[UUID, str]:
    """The words of these writings, as far as they are open to this visit."""
    rows = Words.objects.filter(youth_id=youth, writing_id__in=list(writings))
    return {row.writing_id: by.key(youth).open(row.words, place=PLACE, row=row.id) for row in rows}


@guarded(See(Category.PLAN, Grain.SLICE))
def keys_of(youth: UUID, *, by: Visit) -> dict[UUID, str]:
    """Which section each writing ever made belongs to."""
    return dict(Writing.objects.filter(youth_id=youth).values_list("id", "key"))


@guarded(See(Category.SEXUAL_HEALTH))
def health_lines(youth: UUID, *, by: Visit) -> str:
    """What the young person wants a medic of their choice to know; empty when nothing."""
    row = HealthLine.objects.filter(youth_id=youth).order_by("-made_at").first()
    return by.key(youth).open(row.words, place="safety_health.words", row=row.id) if row else ""


def _plan(youth: UUID, statement: str, *, by: Visit) -> PlanSheet | None:
    """One statement for where the plan stands; the words are asked for only where somebody reads them."""
    found = ask_one(statement, [youth])
    if found is None:
        return None
    rows = [_writing(*row) for row in json.loads(found["writings"])]
    current = newest(row for row, _at in rows)
    versions = _versions(json.loads(found["versions"]), json.loads(found["yeses"]))
    last = versions[-1] if versions else None
    agreed = [version for version in versions if version.youth_yes and version.worker_yes]
    return PlanSheet(
        youth=youth,
        id=found["id"],
        language=found["language"],
        medium=found["medium"],
        next_review=found["next_review"],
        written=tuple(writing.key for writing in current),
        writings=tuple(writing.id for writing in current),
        sections=_sections(youth, current, {row.id: at for row, at in rows}, json.loads(found["words"]), by=by),
        state=state(
            current,
            version=last.writings if last else (),
            youth_yes=bool(last and last.youth_yes),
            worker_yes=bool(last and last.worker_yes),
        ),
        version=last.number if last else 0,
        agreed_at=max(filter(None, (agreed[-1].youth_yes, agreed[-1].worker_yes))) if agreed else None,
        versions=versions,
    )


def _only_sections(youth: UUID, *, by: Visit) -> PlanSheet | None:
    """The sections that the young person opened to this visit, without the plan around them."""
    rows = list(Writing.objects.filter(youth_id=youth).order_by("made_at", "id"))
    written = {
        row.id: (rules.Writing(row.id, row.section_id, row.key, row.together or row.made_by == youth), row.made_at)
        for row in rows
    }
    current = newest(row for row, _at in written.values())
    if not current:
        return None
    opened = Words.objects.filter(youth_id=youth)
    words = [(str(row.id), str(row.writing_id), bytes(row.words).hex()) for row in opened]
    sections = _sections(youth, current, {row: at for row, (_, at) in written.items()}, words, by=by)
    return PlanSheet(
        youth=youth,
        id=rows[-1].plan_id,
        language=by.language,
        medium="",
        next_review=None,
        written=tuple(writing.key for writing in current),
        writings=tuple(writing.id for writing in current),
        sections=sections,
        state=State.NOT_SHOWN,
        version=0,
        agreed_at=None,
        versions=(),
    )


def _writing(row: str, section: str, key: str, by_youth: bool, at: str) -> tuple[rules.Writing, datetime]:
    return rules.Writing(UUID(row), UUID(section), key, by_youth), datetime.fromisoformat(at)


def _sections(
    youth: UUID,
    current: Sequence[rules.Writing],
    written_at: dict[UUID, datetime],
    words: Iterable[tuple[str, str, str]],
    *,
    by: Visit,
) -> tuple[SectionSheet, ...]:
    wanted = {writing.id: writing for writing in current}
    opened = {
        UUID(writing): by.key(youth).open(bytes.fromhex(sealed), place=PLACE, row=UUID(row))
        for row, writing, sealed in words
        if UUID(writing) in wanted
    }
    return tuple(
        SectionSheet(w.id, w.section, w.key, opened[w.id], w.by_youth, written_at[w.id])
        for w in current
        if w.id in opened
    )


def _versions(versions: list[list[Any]], yeses: list[list[Any]]) -> tuple[VersionSheet, ...]:
    said = {(version, of_youth): datetime.fromisoformat(at) for version, of_youth, at in yeses}
    return tuple(
        VersionSheet(
            UUID(row),
            number,
            datetime.fromisoformat(at),
            tuple(UUID(writing) for writing in writings),
            said.get((row, True)),
            said.get((row, False)),
        )
        for row, number, at, writings in versions
    )
