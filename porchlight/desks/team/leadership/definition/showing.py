"""A version as pages show it: its text in the reader's language, what agencies said, what this seat may do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from porchlight.adoption.definition import api as definition
from porchlight.adoption.publishing import api as publishing
from porchlight.desks.team.leadership.days import on_day
from porchlight.desks.team.leadership.definition import words
from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from porchlight.policy.api import Office, Visit

DRAFTERS = {Office.CHAIR, Office.MEMBER}


@dataclass(frozen=True)
class Shown:
    """One passage in the language of the reader; `language` is the one that it is really in."""

    passage: UUID
    kind: str
    heading: str
    words: str
    language: str


def version_of(row: UUID, *, by: Visit) -> definition.VersionSheet:
    """That version of the visit's county. Raises `Refused` when there is none."""
    found = next((one for one in definition.versions(by=by) if one.id == row), None)
    if found is None:
        raise Refused
    return found


def newest(*, by: Visit) -> definition.VersionSheet | None:
    """The version in force, else the newest one; None where the county has none."""
    found = definition.versions(by=by)
    return next((one for one in found if one.state == definition.IN_FORCE), found[0] if found else None)


def is_agreed(one: definition.VersionSheet) -> bool:
    """Whether the version is in force or has been; of any other nobody may say that we agreed on it."""
    return one.state in {definition.IN_FORCE, definition.EARLIER}


def parts(
    found: tuple[definition.PassageSheet, ...], language: str, *, agreed: bool
) -> list[tuple[str, str, list[Shown]]]:
    """The parts of a text in the order of the page: kind, heading, passages; empty ones left out."""
    headings = words.kinds(agreed=agreed)
    shown = [Shown(one.passage, one.kind, *definition.in_language(one, language)) for one in found]
    groups = [(kind, headings[kind], [one for one in shown if one.kind == kind]) for kind in definition.KINDS]
    return [group for group in groups if group[2]]


def gone(
    shown: list[tuple[str, str, list[Shown]]], said: tuple[definition.CommentSheet, ...], *, version: UUID, by: Visit
) -> tuple[definition.PassageSheet, ...]:
    """The parts that were taken out and that somebody has said something about; asked only where there are such."""
    there = {one.passage for _kind, _heading, found in shown for one in found}
    about = {one.passage for one in said} - there
    return tuple(one for one in definition.taken_out(version, by=by) if one.passage in about) if about else ()


def published_on(one: definition.VersionSheet, *, by: Visit) -> str:
    """The day on which copies of that version were published, if anybody can read them now."""
    found = [copy.made_at for copy in publishing.publications(by=by, county=by.county or "") if copy.subject == one.id]
    return on_day(max(found)) if found else ""


def writers(said: Mapping[str, str]) -> list[tuple[str, str]]:
    """Who wrote each text, by what the text is called."""
    names = words.texts()
    return [(names[kind], said[kind]) for kind in definition.TEXTS if kind in said]


def text_values(one: definition.VersionSheet, *, by: Visit) -> dict[str, Any]:
    """What a page needs to show a version whole: text, writers, answers and standing."""
    found = definition.passages(one.id, by=by)
    said = definition.said(one, by=by)
    is_asked = one.state == definition.ANSWERING
    foot = definition.foot(by=by, oldest=0) if is_asked else None
    return {
        "one": one,
        "over": words.standing_of(one),
        "days": words.days_line(one.days) if is_asked else "",
        "foot_means": words.foot_means(one, foot=foot, is_waited=bool(said.standing.waiting), today=_today()),
        "parts": parts(found, by.language, agreed=is_agreed(one)),
        "writers": writers(definition.written_by(one.id, by=by)),
        "said": _told(said) if one.state != definition.DRAFT else None,
        "is_time": definition.may_come_in_force(said.standing, answers_by=one.answers_by, today=_today()),
        "has_answered": any(a.agency == by.agency for a in said.answers),
        "review": _review(one),
    }


def offices_of(visit: Visit) -> dict[str, bool]:
    """What this seat may do with a definition."""
    return {
        "chairs": Office.CHAIR in visit.offices,
        "drafts": not DRAFTERS.isdisjoint(visit.offices),
        "signs": Office.SIGNATORY in visit.offices,
        "words_it": not {Office.LEAD, Office.SIGNATORY}.isdisjoint(visit.offices),
    }


def _told(said: definition.SaidSheet) -> dict[str, Any] | None:
    """What each agency said: name, kind, answer, who signed when, why; and who has not. None when nobody was asked."""
    names = words.answer_words()
    rows = [(a.agency_name, a.kind, names[a.kind], f"{a.signed}, {on_day(a.made_at)}", a.reason) for a in said.answers]
    count = Counter([row[1] for row in rows] + ["waiting"] * len(said.standing.waiting))
    kinds = [(kind, names[kind]) for kind in names if count[kind]]
    return {"rows": rows, "waiting": said.standing.waiting, "count": count, "kinds": kinds} if count else None


def _review(one: definition.VersionSheet) -> tuple[str, bool] | None:
    """When the yearly review is due, and whether it is due now."""
    if one.state != definition.IN_FORCE or one.in_force_at is None:
        return None
    due = definition.review_due_on(clock.county_time(one.in_force_at).date())
    return on_day(due), due <= _today()


def _today() -> date:
    return clock.county_time(clock.now()).date()
