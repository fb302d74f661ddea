"""Keeping the directory true: adding, changing, ending and confirming. Every change is a new row."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from porchlight.directory.county import the_county
from porchlight.directory.entries import entry_of, row_of_check
from porchlight.directory.models import AreaEntry, ServiceEntry
from porchlight.directory.queries import areas, lines, service
from porchlight.directory.rules import CountyCheck, Hours, Service, TextTo, Words
from porchlight.directory.rules.troubles import AreaKnownAlready, ChangedMeanwhile
from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from porchlight.kernel.ids import new_id
from porchlight.policy.api import Event, Holding, Visit, guarded

WRITERS = ("ADM", "SUP", "SC")
KEEPS = Holding(WRITERS)


@guarded(KEEPS)
def add_area(name: Words, *, by: Visit) -> UUID:
    """Name one more part of the county. Raises `AreaKnownAlready`."""
    _must_be_new(name, by=by)
    area = AreaEntry.objects.create(name_en=name.en, name_es=name.es, made_by=by.actor)
    by.note(Event("write", "directory.add_area", why=str(area.id)))
    return area.id


@guarded(KEEPS)
def rename_area(area: UUID, *, name: Words, by: Visit) -> None:
    """Write the name of a part of the county anew. Raises `AreaKnownAlready`."""
    _must_be_new(name, by=by, but=area)
    AreaEntry.objects.filter(id=area).update(name_en=name.en, name_es=name.es)
    by.note(Event("write", "directory.rename_area", why=str(area)))


@guarded(KEEPS)
def add_service(draft: Service, *, by: Visit) -> UUID:
    """Put a service on the county's list. The draft's key and confirmation are not looked at."""
    which = new_id()
    entry_of(draft, which=which, made_by=by.actor).save(force_insert=True)
    by.note(Event("write", "directory.add_service", why=str(which)))
    return which


@guarded(KEEPS)
def change_service(which: UUID, *, version: UUID, draft: Service, by: Visit) -> None:
    """Replace the version that the writer had before them. Raises `ChangedMeanwhile` when it isn't current any more.

    What the county confirmed stays confirmed while number, text and hours stay the same.
    """
    if not _end(which, version):
        raise ChangedMeanwhile
    entry_of(draft, which=which, made_by=by.actor).save(force_insert=True)
    by.note(Event("write", "directory.change_service", why=str(which)))


@guarded(KEEPS)
def end_service(which: UUID, *, version: UUID, by: Visit) -> None:
    """Take a service off the list: it is not there any more. Raises `ChangedMeanwhile`."""
    if not _end(which, version):
        raise ChangedMeanwhile
    by.note(Event("end", "directory.end_service", why=str(which)))


@guarded(KEEPS)
def confirm_service(which: UUID, *, version: UUID, on: date, by: Visit) -> None:
    """Say that number, text and hours of this version were checked on that day. Raises `ChangedMeanwhile`."""
    found = service(which, by=by)
    if found is None or found.version != version:
        raise ChangedMeanwhile
    checked = found.service
    _check(str(which), checked.phone, checked.text, checked.hours, on=on, answers=True, by=by)


@guarded(KEEPS)
def confirm_line(
    key: str, *, phone: str, text: TextTo | None, hours: Hours, on: date, answers: bool, by: Visit
) -> None:
    """Say what was found when a real line was checked: its number, text and hours, or that it answers no more."""
    if key not in {sheet.line.key for sheet in lines(by=by)}:
        raise Refused
    _check(key, phone, text, hours, on=on, answers=answers, by=by)


def _end(which: UUID, version: UUID) -> bool:
    """Whether this version was current until now. Of two at once, the second finds nothing."""
    current = ServiceEntry.objects.filter(id=version, service=which, ended_at=None)
    return current.update(ended_at=clock.now()) == 1


def _check(subject: str, phone: str, text: TextTo | None, hours: Hours, *, on: date, answers: bool, by: Visit) -> None:
    county = the_county(by=by).title("en")
    found = CountyCheck(by=county, on=on, phone=phone, text=text, hours=hours, answers=answers)
    row_of_check(found, subject=subject, made_by=by.actor).save(force_insert=True)
    by.note(Event("write", "directory.check", why=subject))


def _must_be_new(name: Words, *, by: Visit, but: UUID | None = None) -> None:
    others = (area.name for area in areas(by=by) if area.id != but)
    if any(name.en.casefold() == other.en.casefold() or name.es.casefold() == other.es.casefold() for other in others):
        raise AreaKnownAlready
