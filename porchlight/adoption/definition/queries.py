"""Reading wordings, versions, passages, comments and answers."""

from __future__ import annotations

from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, Func, IntegerField, OuterRef, QuerySet, Subquery

from porchlight.adoption.definition import rules, text_rules
from porchlight.adoption.definition.models import (
    AgencyAnswer,
    AnswersDay,
    Definition,
    PartsOrder,
    Passage,
    Wording,
    Writers,
)
from porchlight.adoption.definition.sheets import (
    AnswerSheet,
    CommentSheet,
    GapSheet,
    PassageSheet,
    SaidSheet,
    VersionSheet,
    WordingSheet,
)
from porchlight.policy.api import OfCounty, Visit, ask, guarded
from porchlight.teams import api as teams

VERSION = ("id", "number", "made_at", "closed_at", "asked", "fingerprint", "in_force_at")
PASSAGE = ("passage", "edition", "kind", "place", "heading", "words", "heading_es", "words_es")
COMMENTS = """
  SELECT c.id, c.passage, c.edition, c.words, c.made_at, coalesce(s.name, ''), coalesce(a.name, ''),
    c.made_by = %(actor)s, r.is_taken, coalesce(r.words, ''), r.id
  FROM adoption_definition_comment AS c
  LEFT JOIN teams_seat AS s ON s.id = c.made_by
  LEFT JOIN teams_agency AS a ON a.id = c.agency_id
  LEFT JOIN LATERAL (
    SELECT id, is_taken, words FROM adoption_definition_reply WHERE comment = c.id ORDER BY made_at DESC LIMIT 1
  ) AS r ON true
  WHERE c.definition = %(version)s AND c.county = %(county)s AND c.withdrawn_at IS NULL ORDER BY c.made_at, c.id
"""
SIGNED = """
  SELECT w.agency_id, 'own_wording', '', max(w.made_at) FROM adoption_wording AS w
  WHERE w.county = %(county)s GROUP BY w.agency_id
  UNION ALL
  SELECT a.agency_id, a.kind, a.signed, a.made_at FROM adoption_definition_answer AS a
  WHERE a.county = %(county)s AND a.definition IN (
    (SELECT d.id FROM adoption_definition AS d WHERE d.county = %(county)s AND d.closed_at IS NOT NULL
     ORDER BY d.number DESC LIMIT 1)
    UNION
    (SELECT d.id FROM adoption_definition AS d WHERE d.county = %(county)s AND d.in_force_at IS NOT NULL
     ORDER BY d.in_force_at DESC LIMIT 1))
"""


@guarded(OfCounty())
def wordings(*, by: Visit) -> tuple[WordingSheet, ...]:
    """The newest wording of each of the county's agencies that wrote one, by the agency's name."""
    here = {agency.id: agency.name for agency in teams.agencies_of_county(by=by)}
    rows = Wording.objects.filter(county=by.county, agency_id__in=here).order_by("agency_id", "-made_at")
    found = rows.distinct("agency_id").values_list("agency_id", "words", "made_at")
    sheets = [WordingSheet(agency, here[agency], words, at) for agency, words, at in found]
    return tuple(sorted(sheets, key=lambda one: one.agency_name))


@guarded(OfCounty())
def own_wordings(*, by: Visit) -> tuple[WordingSheet, ...]:
    """Every wording of the own agency, the newest first."""
    rows = Wording.objects.filter(county=by.county, agency_id=by.own_agency).order_by("-made_at", "-id")
    return tuple(WordingSheet(by.own_agency, by.agency_name, *row) for row in rows.values_list("words", "made_at"))


@guarded(OfCounty())
def versions(*, by: Visit) -> tuple[VersionSheet, ...]:
    """Every version of this county, the newest first."""
    later = ArraySubquery(AnswersDay.objects.filter(definition=OuterRef("id")).order_by("edition").values("day"))
    found = Definition.objects.filter(county=by.county).order_by("-number").annotate(later=later)
    rows = list(found.values(*VERSION, "answers_by", "later"))
    newest = next((row["id"] for row in rows if row["in_force_at"] is not None), None)
    return tuple(_version(row, newest=row["id"] == newest) for row in rows)


@guarded(OfCounty())
def version_in_force(*, by: Visit) -> VersionSheet | None:
    """The version in force in this county now; None while there is none."""
    return next((one for one in versions(by=by) if one.state == rules.IN_FORCE), None)


@guarded(OfCounty())
def passages(version: UUID, *, by: Visit) -> tuple[PassageSheet, ...]:
    """The text of a version, in the order of its page: the newest edition of each passage that is in it."""
    rows = _editions(version, by=by).order_by("passage", "-edition").distinct("passage")
    found = [(PassageSheet(*one), at) for *one, is_out, at in rows.values_list(*PASSAGE, "is_out", "at") if not is_out]
    return tuple(one for one, _at in sorted(found, key=_place))


@guarded(OfCounty())
def taken_out(version: UUID, *, by: Visit) -> tuple[PassageSheet, ...]:
    """The parts that were taken out of a version, each as it last stood: what was said about them is still read."""
    rows = _editions(version, by=by).order_by("passage", "-edition").distinct("passage")
    found = [PassageSheet(*one) for *one, is_out in rows.values_list(*PASSAGE, "is_out") if is_out]
    return tuple(sorted(found, key=lambda one: _place((one, None))))


@guarded(OfCounty())
def spanish_gaps(version: UUID, *, by: Visit) -> tuple[GapSheet, ...]:
    """Parts that have no Spanish, and those whose English was changed after it, in the order of the page."""
    rows = _editions(version, by=by).order_by("passage", "edition").values_list(*PASSAGE, "is_out", "at")
    found = [(PassageSheet(*one), is_out, at) for *one, is_out, at in rows]
    parts = [tuple(editions) for _passage, editions in groupby(found, lambda one: one[0].passage)]
    there = sorted((part for part in parts if not part[-1][1]), key=lambda part: _place((part[-1][0], part[-1][2])))
    return tuple(filter(None, (text_rules.spanish_gap([one for one, *_else in part]) for part in there)))


@guarded(OfCounty())
def written_by(version: UUID, *, by: Visit) -> dict[str, str]:
    """Who wrote each text of a version, by the keys of `rules.TEXTS`; what nobody said is missing."""
    rows = Writers.objects.filter(county=by.county, definition=version).order_by("made_at", "id")
    said = dict(rows.values_list("kind", "words"))
    return {kind: said[kind] for kind in rules.TEXTS if said.get(kind)}


@guarded(OfCounty())
def comments(version: UUID, *, by: Visit) -> tuple[CommentSheet, ...]:
    """Every comment on a version that was not withdrawn, the oldest first, each with the chair's newest answer."""
    values = {"version": version, "county": by.county, "actor": by.actor}
    return tuple(CommentSheet(*row) for row in ask(COMMENTS, values))


def open_comments(found: tuple[CommentSheet, ...]) -> int:
    """How many comments the chair has not answered yet."""
    return sum(one.is_taken is None for one in found)


@guarded(OfCounty())
def said(version: VersionSheet, *, by: Visit) -> SaidSheet:
    """What each agency said to a version, and where it stands by that; an agency that left is still heard."""
    agencies = teams.agencies(by=by)
    names = {agency.id: agency.name for agency in agencies}
    rows = AgencyAnswer.objects.filter(county=by.county, definition=version.id).order_by("made_at", "id")
    found = rows.values_list("agency_id", "kind", "signed", "reason", "made_at")
    answers = tuple(AnswerSheet(row[0], names.get(row[0], ""), *row[1:]) for row in found)
    here = [agency.id for agency in agencies if agency.county == by.county]
    kinds = {one.agency: one.kind for one in answers}
    return SaidSheet(answers, rules.standing(version.asked, here=here, said=kinds, names=names))


def _editions(version: UUID, *, by: Visit) -> QuerySet[Passage]:
    """Every edition of every passage of a version; `at` is where the chair moved the passage to, if to anywhere."""
    orders = PartsOrder.objects.filter(definition=version, county=by.county).order_by("-edition").values("parts")
    at = Func(Subquery(orders[:1]), F("passage"), function="array_position", output_field=IntegerField())
    return Passage.objects.filter(county=by.county, definition=version).annotate(at=at)


def _place(found: tuple[PassageSheet, int | None]) -> tuple[int, bool, int, UUID]:
    one, at = found
    return rules.KINDS.index(one.kind), at is None, at or one.place, one.passage


def _version(row: dict[str, Any], *, newest: bool) -> VersionSheet:
    state = rules.state_of(
        is_closed=row["closed_at"] is not None, is_in_force=row["in_force_at"] is not None, is_newest_in_force=newest
    )
    days = tuple(day for day in (row["answers_by"], *row["later"]) if day)
    columns = {name: row[name] for name in VERSION} | {"asked": tuple(row["asked"])}
    return VersionSheet(**columns, days=days, state=state)


@guarded(OfCounty())
def signed_so_far(*, by: Visit) -> tuple[tuple[UUID, str, str, datetime], ...]:
    """For the picture, in one statement: agency, `own_wording` or an answer, who signed, when.

    Answers to the version in force count until a newer one is in force; those to the newest closed text stand beside.
    """
    return tuple(ask(SIGNED, {"county": by.county}))
