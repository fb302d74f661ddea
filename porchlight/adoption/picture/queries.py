"""The picture of a county: every agency and every indicator, with what is said and what is on record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from porchlight.adoption.coaching import api as coaching
from porchlight.adoption.definition import api as definition
from porchlight.adoption.picture.indicators import indicators_of
from porchlight.adoption.picture.models import Statement
from porchlight.adoption.picture.rules import BY_POLICY, SIGNED, SIGNING, Cell, Evidence, Figure, Said, policy_evidence
from porchlight.adoption.policies import api as policies
from porchlight.adoption.training import api as training
from porchlight.kernel import clock
from porchlight.policy.api import InOffice, Office, Visit, guarded
from porchlight.teams import api as teams

LEADERSHIP = InOffice((Office.CHAIR, Office.MEMBER, Office.LEAD, Office.MANAGER))
QUARTER = timedelta(days=92)
Key = tuple[UUID, str]


@dataclass(frozen=True)
class AgencyPicture:
    """One agency with its cells, in the order of the indicators."""

    id: UUID
    name: str
    kind: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Mark:
    """Something that happened on a day: which agency, what kind (`ratified`, `policy`, `said`), what it is called."""

    agency: UUID
    day: date
    what: str
    words: str


@guarded(LEADERSHIP)
def picture(*, by: Visit) -> tuple[AgencyPicture, ...]:
    """Every agency of the county by name, never by how far it has come; as many statements for forty as for one."""
    said, evidence, figures = _said(by), _evidence(by), _figures(by)
    against = _against(by)
    return tuple(
        AgencyPicture(
            agency.id,
            agency.name,
            agency.kind,
            tuple(
                Cell(
                    one,
                    said.get((agency.id, one.key)),
                    tuple(evidence[agency.id, one.key]),
                    against.get((agency.id, one.key), 0),
                    figures.get((agency.id, one.key)),
                )
                for one in indicators_of(agency.kind)
            ),
        )
        for agency in teams.agencies_of_county(by=by)
    )


@guarded(LEADERSHIP)
def said_so_far(agency: UUID, *, by: Visit) -> tuple[tuple[str, Said], ...]:
    """Everything that an agency said of itself, the newest first: how it changed over time."""
    rows = Statement.objects.filter(agency_id=agency, county=by.county).order_by("-made_at")
    found = rows.values_list("indicator", "level", "words", "made_at")[:200]
    return tuple((key, Said(level, words, _day(at))) for key, level, words, at in found)


def marks(agencies: Sequence[AgencyPicture]) -> tuple[Mark, ...]:
    """What of the picture has a day, the oldest first: ratifications and the steps of policies."""
    found = {
        Mark(agency.id, one.day, one.what, one.words)
        for agency in agencies
        for cell in agency.cells
        for one in cell.evidence
        if one.day
    }
    return tuple(sorted(found, key=lambda mark: (mark.day, mark.words, str(mark.agency))))


def _said(by: Visit) -> dict[Key, Said]:
    rows = Statement.objects.filter(county=by.county).order_by("agency_id", "indicator", "-made_at", "-id")
    newest = rows.distinct("agency_id", "indicator").values_list("agency_id", "indicator", "level", "words", "made_at")
    return {(agency, key): Said(level, words, _day(at)) for agency, key, level, words, at in newest}


def _evidence(by: Visit) -> dict[Key, list[Evidence]]:
    found: dict[Key, list[Evidence]] = defaultdict(list)
    for agency, one in (*_signed(by), *_policies(by)):
        found[agency, one.indicator].append(one)
    return found


def _signed(by: Visit) -> Iterator[tuple[UUID, Evidence]]:
    for agency, what, signed, at in definition.signed_so_far(by=by):
        yield agency, Evidence(SIGNED, SIGNING[what], what, signed, _day(at))


def _policies(by: Visit) -> Iterator[tuple[UUID, Evidence]]:
    served = defaultdict(list)
    for one in policies.rows_served(by=by):
        served[one.agency].append((one.row, one.state, one.title, one.dates.get(one.state)))
    for agency, rows in served.items():
        for evidence in policy_evidence(rows):
            yield agency, evidence


def _against(by: Visit) -> dict[Key, int]:
    """Open conflicts by agency and the indicators that they speak against."""
    rows = {kind.key: kind.rows for kind in policies.shipped().conflicts}
    counts: dict[Key, int] = defaultdict(int)
    for conflict in policies.open_conflicts(by=by):
        for indicator, serves in BY_POLICY.items():
            if serves.intersection(rows[conflict.kind]):
                counts[conflict.about, indicator] += 1
    return counts


def _figures(by: Visit) -> dict[Key, Figure]:
    """Numbers of practice, where five people or more stand behind them."""
    found: dict[Key, Figure] = {}
    for reach in training.training_reach(by=by):
        if reach.people is not None and reach.in_date is not None:
            found[reach.agency, "A13"] = Figure("A13", reach.in_date, reach.people)
    for one in coaching.reach_of_county(by=by):
        found[one.agency, "A14"] = Figure("A14", one.line.reached, one.line.of)
    since = _day(clock.now()) - QUARTER
    circles: dict[UUID, int] = defaultdict(int)
    for count in training.circles_by_quarter(since=since, by=by):
        circles[count.agency] += count.circles
    return found | {(agency, "A15"): Figure("A15", many, None) for agency, many in circles.items()}


def _day(at: datetime) -> date:
    return clock.county_time(at).date()
