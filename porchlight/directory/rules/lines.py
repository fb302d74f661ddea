"""The real lines of the seed, and what a county says when it has checked one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from porchlight.directory.rules.hours import ALL_WEEK, Hours
from porchlight.directory.rules.service import Ages, Answer, Confirmed, Service, TextTo
from porchlight.directory.rules.words import Words

LINE_OPEN_AT_ALL_HOURS = "V02"  # CL-8: 24/7 call or text line
MONEY_AFTER_HARM = "V29"  # CL-8: the board that pays for harm done


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the seed, as its sources say it; nothing is remembered or guessed.

    A text code that the seed's notes call weak is left out. `phone_is_weak` means one source only:
    such a number is for the county to check, not for the public. `source_date` is the seed's own
    wording; `read_on` is the day on which the sources were read. No number was dialed.
    """

    key: str
    name: Words
    kind: str
    phone: str
    phone_is_weak: bool
    text: TextTo | None
    chat_host: str
    hours: Hours
    hours_note: Words
    languages: Words
    ages: Ages
    serves_while_away: Answer
    no_parent: Answer
    no_id: Answer
    reports_what: Words
    audience: frozenset[str]
    sources: tuple[str, ...]
    source_date: str
    read_on: date
    confidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountyCheck:
    """What a county person found when checking a line or a service: all three values, or it is not a check.

    `text` is None when the county found that it takes no text messages. `answers` is false when the county
    found that the number does not answer any more. `until` is the first day on which it does not count any more.
    """

    by: str
    on: date
    phone: str
    text: TextTo | None
    hours: Hours
    answers: bool = True
    until: date | None = None

    @property
    def confirmed(self) -> Confirmed:
        """The confirmation that comes of it."""
        return Confirmed(by=self.by, on=self.on, until=self.until)


def line_as_service(line: Line, *, check: CountyCheck | None = None) -> Service:
    """The line as an entry of the directory; a county's check replaces number, text code and hours.

    Until then a weak number is left empty, and so the line is not offered to anybody. Nor is one whose
    number the county found dead.
    """
    if check and not check.answers:
        return replace(line_as_service(line), phone="", text=None)
    public_phone = "" if line.phone_is_weak else line.phone
    return Service(
        key=line.key,
        name=line.name,
        kind=line.kind,
        what_it_is=_codes(line),
        phone=check.phone if check else public_phone,
        text=check.text if check else line.text,
        hours=check.hours if check else line.hours,
        hours_note=line.hours_note,
        away_ok=line.serves_while_away,
        no_id=line.no_id,
        no_parent=line.no_parent,
        ages=line.ages,
        languages=line.languages,
        reports_what=line.reports_what,
        source="; ".join(line.sources),
        source_read_on=line.read_on,
        confirmed=check.confirmed if check else None,
    )


def with_check(service: Service, *, check: CountyCheck | None) -> Service:
    """A service of the county with its check: confirmed while number, text and hours are what was checked."""
    if check is None or not check.answers:
        return service
    was_checked = (check.phone, check.text, check.hours) == (service.phone, service.text, service.hours)
    return replace(service, confirmed=check.confirmed) if was_checked else service


def is_for_young_people(line: Line) -> bool:
    """Whether young people may be shown this line; some are for staff alone."""
    return "youth" in line.audience


def _codes(line: Line) -> tuple[str, ...]:
    if line.kind == "victim-compensation":
        return (MONEY_AFTER_HARM,)
    return (LINE_OPEN_AT_ALL_HOURS,) if line.hours.spans == ALL_WEEK else ()
