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
from porchlight.adoption.picture.rules import (
    BY_POLICY,
    SIGNED,
    SIGNING,
    Cell,
    Evidence,
    Figure,
    Said,
    lived_evidence,
    policy_evidence,
)
from porchlight.adoption.policies import api as policies
from porchlight.adoption.steering import api as steering
from porchlight.adoption.training import api as training
from porchlight.kernel import clock
from porchlight.policy.api import InOffice, Office, Visit, guarded
from porchlight.teams import api as teams

LEADERSHIP = InOffice((Office.CHAIR, Office.MEMBER, Office.LEAD, Office.MANAGER))
QUARTER = timedelta(days=92)
COMMITTEE = "steering"  # the kind of agency
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
    agencies = teams.agencies_of_county(by=by)
    said, evidence, figures = _said(by), _evidence(by, agencies), _figures(by)
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
        for agency in agencies
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


def _evidence(by: Visit, agencies: Sequence[teams.AgencySheet]) -> dict[Key, list[Evidence]]:
    found: dict[Key, list[Evidence]] = defaultdict(list)
    for agency, one in (*_signed(by), *_policies(by), *_lived(by, agencies)):
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


def _lived(by: Visit, agencies: Sequence[teams.AgencySheet]) -> Iterator[tuple[UUID, Evidence]]:
    """What the county's committee shows for lived experience stands at the agency that the committee is."""
    seats = steering.lived_experience(since=_day(clock.now()) - QUARTER, by=by)
    shown = lived_evidence(
        seats.paid, unpaid=seats.unpaid, fewest=steering.FEWEST_LIVED, since=seats.since, met_on=seats.met_on
    )
    yield from ((agency.id, one) for agency in agencies if agency.kind == COMMITTEE for one in shown)


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
    for figures in training.practice_figures(since=_day(clock.now()) - QUARTER, by=by):
        if figures.people is not None and figures.in_date is not None:
            found[figures.agency, "A13"] = Figure("A13", figures.in_date, figures.people)
        if figures.circles:
            found[figures.agency, "A15"] = Figure("A15", figures.circles, None)
    for one in coaching.reach_of_county(by=by):
        found[one.agency, "A14"] = Figure("A14", one.line.reached, one.line.of)
    return found


def _day(at: datetime) -> date:
    return clock.county_time(at).date()
