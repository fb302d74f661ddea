"""The invented county's services, for the demo and its seed."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from porchlight.directory.commands import KEEPS
from porchlight.directory.entries import entry_of, row_of_check
from porchlight.directory.models import AreaEntry, Check, ServiceEntry
from porchlight.directory.queries import areas, services
from porchlight.directory.rules import CountyCheck, Service
from porchlight.directory.seed import Area, read_sample
from porchlight.kernel import clock
from porchlight.kernel.ids import new_id
from porchlight.policy.api import Event, Visit, guarded


@guarded(KEEPS)
def add_sample(*, by: Visit) -> int:
    """Add every invented service that is not there yet, with its area and its check. Says how many it added."""
    sample = read_sample(today=clock.county_time(clock.now()).date())
    placed = _areas(sample.areas, by=by)
    known = {sheet.service.name for sheet in services(by=by)}
    new = {new_id(): service for service in sample.services if service.name not in known}
    entries = [entry_of(_in(placed, one), which=which, made_by=by.actor) for which, one in new.items()]
    ServiceEntry.objects.bulk_create(entries)
    found = [(which, check) for which, one in new.items() if (check := _check(one))]
    Check.objects.bulk_create(row_of_check(check, subject=str(which), made_by=by.actor) for which, check in found)
    by.note(Event("write", "directory.add_sample"))
    return len(new)


def _areas(invented: tuple[Area, ...], *, by: Visit) -> dict[str, UUID]:
    """The id of each area by its key in the sample; areas that are not there are added."""
    there = {area.name: area.id for area in areas(by=by)}
    missing = [area for area in invented if area.name not in there]
    rows = [AreaEntry(name_en=area.name.en, name_es=area.name.es, made_by=by.actor) for area in missing]
    AreaEntry.objects.bulk_create(rows)
    there |= {area.name: row.id for area, row in zip(missing, rows, strict=True)}
    return {area.key: there[area.name] for area in invented}


def _in(placed: dict[str, UUID], service: Service) -> Service:
    return replace(service, area=str(placed[service.area])) if service.area else service


def _check(service: Service) -> CountyCheck | None:
    said = service.confirmed
    if said is None:
        return None
    return CountyCheck(by=said.by, on=said.on, phone=service.phone, text=service.text, hours=service.hours)
