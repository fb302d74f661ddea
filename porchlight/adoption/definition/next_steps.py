"""What a seat's office asks of it now, from one row of facts. Read on the first page and on that of our practice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from porchlight.adoption.definition import rules
from porchlight.adoption.definition.sheets import StepSheet
from porchlight.kernel import clock
from porchlight.policy.api import Office, Visit

ASKED = frozenset({Office.CHAIR, Office.LEAD, Office.SIGNATORY})
# The newest version of the county, and what this agency has said to it; no row for who holds none of the offices.
NOW = """
  SELECT d.id, d.closed_at, d.in_force_at, coalesce(%(agency)s = ANY (d.asked), false) AS is_asked,
    array_remove(d.answers_by || ARRAY(
      SELECT n.day FROM adoption_definition_day AS n WHERE n.definition = d.id ORDER BY n.edition), NULL) AS days,
    EXISTS (SELECT 1 FROM adoption_definition_answer AS y
            WHERE y.definition = d.id AND y.agency_id = %(agency)s) AS has_answered,
    EXISTS (SELECT 1 FROM adoption_wording AS w
            WHERE w.county = %(county)s AND w.agency_id = %(agency)s) AS has_words,
    NOT %(leads)s OR EXISTS (SELECT 1 FROM pl.office_holders() AS o
                             WHERE o.agency = %(agency)s AND o.office = 'signatory') AS has_signatory,
    (SELECT count(*) FROM adoption_definition_answer AS y
     WHERE y.definition = d.id AND y.kind = 'ratifies') AS ratified,
    (SELECT count(*) FROM teams_agency AS a
     WHERE a.id = ANY (d.asked) AND a.county = %(county)s AND a.left_at IS NULL AND NOT EXISTS (
       SELECT 1 FROM adoption_definition_answer AS y WHERE y.definition = d.id AND y.agency_id = a.id)) AS waiting,
    (SELECT count(*) FROM adoption_definition_comment AS c
     WHERE c.definition = d.id AND c.withdrawn_at IS NULL AND NOT EXISTS (
       SELECT 1 FROM adoption_definition_reply AS r WHERE r.comment = c.id)) AS unanswered
  FROM (SELECT) AS here LEFT JOIN LATERAL (
    SELECT * FROM adoption_definition WHERE county = %(county)s ORDER BY number DESC LIMIT 1) AS d ON true
  WHERE %(is_asked)s
"""


def facts(by: Visit) -> dict[str, Any]:
    """What `NOW` is asked with."""
    is_asked, leads = not ASKED.isdisjoint(by.offices), Office.LEAD in by.offices
    return {"agency": by.own_agency, "county": by.county, "is_asked": is_asked, "leads": leads}


def steps_of(row: Mapping[str, Any], *, by: Visit) -> tuple[StepSheet, ...]:
    """The steps that are this seat's to take, by a row of `NOW` as JSON, the most pressing first."""
    version = UUID(row["id"]) if row["id"] else None
    today = clock.county_time(clock.now()).date()
    if version is None or not row["closed_at"]:
        return (*_drafting(row, version, by=by), *_own_words(row, by=by))
    if row["in_force_at"]:
        return tuple(_in_force(row, version, by=by, today=today))
    return tuple(_answering(row, version, by=by, today=today))


def _drafting(row: Mapping[str, Any], version: UUID | None, *, by: Visit) -> Iterator[StepSheet]:
    if Office.CHAIR not in by.offices:
        return
    if version is None:
        yield StepSheet("begin")
    elif row["unanswered"]:
        yield StepSheet("comments", version, count=row["unanswered"])


def _own_words(row: Mapping[str, Any], *, by: Visit) -> Iterator[StepSheet]:
    if not row["has_words"] and not {Office.LEAD, Office.SIGNATORY}.isdisjoint(by.offices):
        yield StepSheet("wording")


def _answering(row: Mapping[str, Any], version: UUID, *, by: Visit, today: date) -> Iterator[StepSheet]:
    days = tuple(map(date.fromisoformat, row["days"]))
    if row["is_asked"] and not row["has_answered"]:
        if Office.SIGNATORY in by.offices:
            yield StepSheet("answer", version, days=days)
        elif Office.LEAD in by.offices and not row["has_signatory"]:
            yield StepSheet("name_signatory", version, days=days)
    now = rules.Standing(ratified=("",) * row["ratified"], waiting=("",) * row["waiting"])
    if Office.CHAIR in by.offices and rules.may_come_in_force(now, answers_by=days[-1] if days else None, today=today):
        yield StepSheet("force", version)


def _in_force(row: Mapping[str, Any], version: UUID, *, by: Visit, today: date) -> Iterator[StepSheet]:
    since = clock.county_time(datetime.fromisoformat(row["in_force_at"])).date()
    if Office.CHAIR in by.offices and rules.review_due_on(since) <= today:
        yield StepSheet("review", version)
