"""Services and lines as staff and caregivers read them, in their language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from porchlight.directory.api import (
    Answer,
    AreaSheet,
    Language,
    Service,
    ServiceSheet,
    Words,
    day_words,
    hours_words,
    is_confirmed,
    neutral_description,
    say_ages,
)
from porchlight.kernel.coded import coded

KNOWN = {Answer.YES: "done", Answer.NO: "hold", Answer.UNKNOWN: "unknown"}


@dataclass(frozen=True)
class ServiceRow:
    """One line of the list."""

    id: UUID
    name: str
    about: str
    away: str
    away_state: str
    checked: str
    checked_state: str
    is_checked: bool


def row(
    sheet: ServiceSheet, *, areas: dict[str, Words], language: Language, today: date, keeps: bool = False
) -> ServiceRow:
    """The line for one service. Whoever keeps the list is asked to check again; the others, to call first."""
    service = sheet.service
    is_checked = is_confirmed(service, on=today)
    return ServiceRow(
        id=sheet.id,
        name=service.name.read_in(language),
        about=f"{area_name(service, areas, language)}. {plainly(service, language)}",
        away=away_words(service),
        away_state=KNOWN[service.away_ok],
        checked=checked_words(service, language=language, today=today, keeps=keeps),
        checked_state="done" if is_checked else "soon" if service.confirmed else "unknown",
        is_checked=is_checked,
    )


def by_key(areas: tuple[AreaSheet, ...]) -> dict[str, Words]:
    """The names of areas as services point to them."""
    return {str(area.id): area.name for area in areas}


def area_name(service: Service, areas: dict[str, Words], language: Language) -> str:
    """The area's name; a service without one is there for all of the county."""
    name = areas.get(service.area)
    return name.read_in(language) if name else _("Everywhere")


def plainly(service: Service, language: Language) -> str:
    """What it is, in the plain words that young people read, the main thing first."""
    said = [neutral_description(code).read_in(language) for code in service.what_it_is]
    return ". ".join(dict.fromkeys(said))


def exactly(service: Service, language: Language) -> str:
    """What it is, in the words of the coded list."""
    types = coded("service_types")
    return ", ".join(types.label(code, language) for code in service.what_it_is if code in types)


def away_words(service: Service) -> str:
    """Whether a young person may use it while away."""
    said = {
        Answer.YES: _("Open while away"),
        Answer.NO: _("Not while away"),
        Answer.UNKNOWN: _("Not known if open while away"),
    }
    return said[service.away_ok]


def checked_words(service: Service, *, language: Language, today: date, keeps: bool = False) -> str:
    """Who checked number, text and hours, and on which day; that it is too long ago; or that nobody has."""
    if service.confirmed is None:
        return _("Not yet confirmed")
    said = {"county": service.confirmed.by, "day": day_words(service.confirmed.on, language=language)}
    if is_confirmed(service, on=today):
        return _("Checked by %(county)s on %(day)s.") % said
    if keeps:
        return f"Last confirmed on {said['day']}. Please confirm again."
    return _("Last confirmed on %(day)s. Call first.") % said


def facts(service: Service, *, areas: dict[str, Words], language: Language) -> list[tuple[str, str]]:
    """Everything known about a service but its street address, each with its label."""
    unknown = _("Not known")
    hours = hours_words(service.hours, language=language) or _("Not clear: call first.")
    answers = {Answer.YES: _("Yes"), Answer.NO: _("No"), Answer.UNKNOWN: unknown}
    return [
        (_("What it is"), plainly(service, language)),
        (_("Part of the county"), area_name(service, areas, language)),
        (_("Hours"), " ".join(part for part in (hours, service.hours_note.read_in(language)) if part)),
        (_("May be used while away"), answers[service.away_ok]),
        (_("Also while still in an unsafe place"), answers[service.ok_while_still_with_them]),
        (_("Without ID"), answers[service.no_id]),
        (_("Without a parent"), answers[service.no_parent]),
        (_("Without a call to police"), answers[service.no_police_call]),
        (_("Just walk in"), answers[service.walk_in]),
        (_("Ages"), say_ages(service.ages).read_in(language) or unknown),
        (_("For whom"), service.gender_policy.read_in(language) or unknown),
        (_("Languages"), service.languages.read_in(language) or unknown),
        (_("Steps, hearing, sight"), service.disability_access.read_in(language) or unknown),
        (
            _("What they tell others"),
            service.reports_what.read_in(language) or _("Not known: ask before giving a name"),
        ),
    ]
