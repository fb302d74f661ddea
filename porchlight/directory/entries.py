"""Between a row of the directory and the values of its rules."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from porchlight.directory.models import Check, ServiceEntry
from porchlight.directory.rules import (
    EVERYWHERE,
    Ages,
    Answer,
    CountyCheck,
    MayShowAddress,
    Service,
    TextTo,
    Words,
    read_hours,
    write_hours,
)

IN_BOTH_LANGUAGES = ("name", "hours_note", "gender_policy", "languages", "disability_access", "reports_what")
ANSWERS = ("away_ok", "ok_while_still_with_them", "no_id", "no_parent", "no_police_call", "walk_in")
CHECK_COLUMNS = (
    "answers",
    "phone",
    "text_number",
    "text_send_en",
    "text_send_es",
    "hours",
    "checked_by",
    "checked_on",
)
AS_THEY_ARE = ("phone", "confidential_address", "source", "source_read_on")


def service_of(row: ServiceEntry) -> Service:
    """The service that a row holds, without what the county has checked of it."""
    same: dict[str, Any] = {name: _words(row, name) for name in IN_BOTH_LANGUAGES}
    same |= {name: Answer(getattr(row, name)) for name in ANSWERS}
    same |= {name: getattr(row, name) for name in AS_THEY_ARE}
    return Service(
        key=str(row.service),
        kind=row.what_it_is[0] if row.what_it_is else "",
        what_it_is=tuple(row.what_it_is),
        area=str(row.area) if row.area else EVERYWHERE,
        hours=read_hours(row.hours),
        text=_text(row),
        ages=Ages(row.youngest, row.oldest, _words(row, "ages")),
        street_address=row.street_address,
        may_show_address=_address_yes(row),
        **same,
    )


def entry_of(service: Service, *, which: UUID, made_by: UUID) -> ServiceEntry:
    """A new row for a service. A confidential address is not kept."""
    return ServiceEntry(service=which, made_by=made_by, **_columns(service))


def check_of(row: Check, *, good_for: timedelta) -> CountyCheck:
    """What the county found, as the rules read it; it counts for that long."""
    return CountyCheck(
        by=row.checked_by,
        on=row.checked_on,
        until=row.checked_on + good_for,
        phone=row.phone,
        text=_text(row),
        hours=read_hours(row.hours),
        answers=row.answers,
    )


def check_in(columns: dict[str, Any] | None, *, good_for: timedelta) -> CountyCheck | None:
    """What the county found, from the columns of a row as JSON; None when nobody has checked."""
    if columns is None:
        return None
    return check_of(Check(**columns | {"checked_on": date.fromisoformat(columns["checked_on"])}), good_for=good_for)


def row_of_check(check: CountyCheck, *, subject: str, made_by: UUID) -> Check:
    """A new row for what the county found about one line or service."""
    return Check(
        subject=subject,
        answers=check.answers,
        phone=check.phone,
        hours=write_hours(check.hours),
        checked_by=check.by,
        checked_on=check.on,
        made_by=made_by,
        **_text_columns(check.text),
    )


def _columns(service: Service) -> dict[str, Any]:
    address_yes = service.may_show_address
    columns: dict[str, Any] = {name: getattr(service, name).value for name in ANSWERS}
    columns |= {name: getattr(service, name) for name in AS_THEY_ARE}
    for name in IN_BOTH_LANGUAGES:
        columns |= _both(name, getattr(service, name))
    return columns | {
        **_both("ages", service.ages.in_words),
        **_text_columns(service.text),
        "what_it_is": list(service.what_it_is),
        "area": UUID(service.area) if service.area else None,
        "hours": write_hours(service.hours),
        "youngest": service.ages.youngest,
        "oldest": service.ages.oldest,
        "street_address": "" if service.confidential_address else service.street_address,
        "address_yes_by": address_yes.given_by if address_yes else "",
        "address_yes_on": address_yes.on if address_yes else None,
    }


def _text(row: Check | ServiceEntry) -> TextTo | None:
    return TextTo(row.text_number, _words(row, "text_send")) if row.text_number else None


def _text_columns(text: TextTo | None) -> dict[str, str]:
    found = text or TextTo("")
    return {"text_number": found.number, **_both("text_send", found.send)}


def _words(row: Check | ServiceEntry, name: str) -> Words:
    return Words(getattr(row, f"{name}_en"), getattr(row, f"{name}_es"))


def _both(name: str, words: Words) -> dict[str, str]:
    return {f"{name}_en": words.en, f"{name}_es": words.es}


def _address_yes(row: ServiceEntry) -> MayShowAddress | None:
    if row.address_yes_on is None:
        return None
    return MayShowAddress(row.address_yes_by, on=row.address_yes_on)
