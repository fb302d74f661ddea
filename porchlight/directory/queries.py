"""What the directory knows, for everybody: before sign-in too."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import OuterRef, Subquery, TextField
from django.db.models.functions import Cast, JSONObject

from porchlight.directory.county import the_county
from porchlight.directory.entries import CHECK_COLUMNS, check_in, check_of, service_of
from porchlight.directory.models import AreaEntry, Check, ServiceEntry
from porchlight.directory.rules import (
    EVERYWHERE,
    Choice,
    CountyCheck,
    Line,
    Service,
    Words,
    as_choice,
    is_for_young_people,
    line_as_service,
    where_can_i_go,
    with_check,
)
from porchlight.directory.seed import read_lines
from porchlight.kernel import clock
from porchlight.policy.api import Anybody, SignedIn, Visit, guarded
from porchlight.policy.api import the_county as in_force

CHECK_AGAIN = "directory.check_again"  # the county's value: how long a check of a service or line counts
MARK = 6  # signs of an area's short name in addresses: meaningless, and enough for one county's areas


@dataclass(frozen=True)
class AreaSheet:
    """One part of the county. `mark` stands for it in the address of a public page."""

    id: UUID
    name: Words

    @property
    def mark(self) -> str:
        return self.id.hex[:MARK]


@dataclass(frozen=True)
class ServiceSheet:
    """One service of the county as it stands, with the version that a change must name."""

    id: UUID
    version: UUID
    service: Service


@dataclass(frozen=True)
class LineSheet:
    """One line of the seed, what the county found, and how the public sees it."""

    line: Line
    check: CountyCheck | None
    service: Service


@guarded(Anybody())
def areas(*, by: Visit) -> tuple[AreaSheet, ...]:
    """The parts of the county, by their English names."""
    rows = AreaEntry.objects.order_by("name_en", "id")
    return tuple(AreaSheet(row.id, Words(row.name_en, row.name_es)) for row in rows)


@guarded(Anybody())
def open_while_away(*, by: Visit, area: UUID | None = None) -> tuple[Choice, ...]:
    """Where a young person who is away can turn to now: services and lines, those of one area or all."""
    own = [found for _, found in _current()]
    return _choices([*own, *_lines_for_young_people()], area=area)


@guarded(SignedIn())
def stays_open(*, by: Visit) -> tuple[Choice, ...]:
    """The county's own services that stay open while away; the lines, where the county has none."""
    own = [found for _, found in _current()]
    return _choices(own) or _choices(_lines_for_young_people())


@guarded(Anybody())
def crisis_lines(*, by: Visit) -> tuple[Choice, ...]:
    """The lines that the county chose for "I'm not safe", in its order; those that have a number."""
    chosen = the_county(by=by).keys("crisis.lines")
    checks, by_key = _line_checks(), {line.key: line for line in read_lines()}
    services = [line_as_service(by_key[key], check=checks.get(key)) for key in chosen if key in by_key]
    return tuple(as_choice(service, at=clock.now()) for service in services if service.phone)


@guarded(SignedIn())
def services(*, by: Visit) -> tuple[ServiceSheet, ...]:
    """Every service of the county, by name."""
    return tuple(ServiceSheet(row.service, row.id, found) for row, found in _current())


@guarded(SignedIn())
def service(which: UUID, *, by: Visit) -> ServiceSheet | None:
    """One service as it stands; None when there is none, or none any more."""
    return next((sheet for sheet in services(by=by) if sheet.id == which), None)


@guarded(SignedIn())
def lines(*, by: Visit) -> tuple[LineSheet, ...]:
    """Every real line, those for staff too, in the order of the seed."""
    checks = _line_checks()
    return tuple(
        LineSheet(line, checks.get(line.key), line_as_service(line, check=checks.get(line.key)))
        for line in read_lines()
    )


def _current() -> list[tuple[ServiceEntry, Service]]:
    """Each service as it stands, with its newest check: one statement."""
    newest = Check.objects.filter(subject=Cast(OuterRef("service"), TextField())).order_by("-made_at")
    found = newest.annotate(whole=JSONObject(**{name: name for name in CHECK_COLUMNS})).values("whole")[:1]
    rows = ServiceEntry.objects.filter(ended_at=None).annotate(newest=Subquery(found)).order_by("name_en", "service")
    good_for = in_force().duration(CHECK_AGAIN)
    return [(row, with_check(service_of(row), check=check_in(row.newest, good_for=good_for))) for row in rows]


def _line_checks() -> dict[str, CountyCheck]:
    """The newest check of each line."""
    keys = [line.key for line in read_lines()]
    newest = Check.objects.filter(subject__in=keys).order_by("subject", "-made_at").distinct("subject")
    good_for = in_force().duration(CHECK_AGAIN)
    return {row.subject: check_of(row, good_for=good_for) for row in newest}


def _lines_for_young_people() -> list[Service]:
    checks = _line_checks()
    return [line_as_service(one, check=checks.get(one.key)) for one in read_lines() if is_for_young_people(one)]


def _choices(offered: list[Service], *, area: UUID | None = None) -> tuple[Choice, ...]:
    return where_can_i_go(offered, at=clock.now(), area=str(area) if area else EVERYWHERE)
