"""What a seat's office asks of it now: read on the first page and on the page about our own practice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from uuid import UUID

from porchlight.adoption.definition import queries, rules
from porchlight.adoption.definition.sheets import StepSheet, VersionSheet
from porchlight.kernel import clock
from porchlight.policy.api import InOffice, Office, Visit, guarded
from porchlight.teams import api as teams

ASKED = InOffice((Office.CHAIR, Office.LEAD, Office.SIGNATORY))


@guarded(ASKED)
def next_steps(*, by: Visit, known: tuple[VersionSheet, ...] | None = None) -> tuple[StepSheet, ...]:
    """The steps that are this seat's to take, the most pressing first; `known` spares reading the versions."""
    found = queries.versions(by=by) if known is None else known
    newest = found[0] if found else None
    is_written = newest is not None and newest.state != rules.DRAFT
    return (*_about(newest, by=by), *(() if is_written else _own_words(by=by)))


def _about(newest: VersionSheet | None, *, by: Visit) -> Iterator[StepSheet]:
    chairs = Office.CHAIR in by.offices
    if newest is None:
        yield from [StepSheet("begin")] if chairs else []
    elif newest.state == rules.DRAFT:
        waits = chairs and newest.unanswered
        yield from [StepSheet("comments", newest.id, count=newest.unanswered)] if waits else []
    elif newest.state == rules.ANSWERING:
        yield from _while_answering(newest, by=by)
    elif chairs and newest.in_force_at and rules.review_due_on(_day(newest.in_force_at)) <= _day(clock.now()):
        yield StepSheet("review", newest.id)


def _while_answering(newest: VersionSheet, *, by: Visit) -> Iterator[StepSheet]:
    standing, said = queries.standing_now(newest, by=by)
    if by.own_agency in newest.asked and by.own_agency not in said:
        if Office.SIGNATORY in by.offices:
            yield StepSheet("answer", newest.id)
        elif Office.LEAD in by.offices and not _somebody_signs(by.own_agency, by=by):
            yield StepSheet("name_signatory", newest.id)
    today = _day(clock.now())
    if Office.CHAIR in by.offices and rules.may_come_in_force(standing, answers_by=newest.answers_by, today=today):
        yield StepSheet("force", newest.id)


def _own_words(*, by: Visit) -> Iterator[StepSheet]:
    if not {Office.LEAD, Office.SIGNATORY}.isdisjoint(by.offices) and not queries.own_wordings(by=by):
        yield StepSheet("wording")


def _somebody_signs(agency: UUID | None, *, by: Visit) -> bool:
    return any(held.agency == agency and held.office == Office.SIGNATORY for held in teams.offices(by=by))


def _day(moment: datetime) -> date:
    return clock.county_time(moment).date()
