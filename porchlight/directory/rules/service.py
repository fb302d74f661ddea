"""One service that a young person can turn to, as the directory knows it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from porchlight.directory.rules.hours import UNCLEAR_HOURS, Hours
from porchlight.directory.rules.words import NOTHING_KNOWN, Words

EVERYWHERE = ""  # a service without one area: by phone, or it comes to you


class Answer(Enum):
    """What we know about one attribute. Not known is never shown as yes or no."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Ages:
    """Whom a service serves by age: whole years, both ends included; None means no limit is known."""

    youngest: int | None = None
    oldest: int | None = None
    in_words: Words = NOTHING_KNOWN

    def include(self, age: int) -> bool:
        """Whether nothing we know keeps out a person of this age."""
        old_enough = self.youngest is None or age >= self.youngest
        return old_enough and (self.oldest is None or age <= self.oldest)


ANY_AGE = Ages()


@dataclass(frozen=True, slots=True)
class TextTo:
    """A number that takes text messages, and what to send first (empty: anything)."""

    number: str
    send: Words = NOTHING_KNOWN


@dataclass(frozen=True, slots=True)
class MayShowAddress:
    """The service's own written yes to showing its street address."""

    given_by: str
    on: date


@dataclass(frozen=True, slots=True)
class Confirmed:
    """Who at the county checked number, text code and hours, on which day, and when to check them again.

    `until` is the first day on which it does not count any more; None means that it never stops counting.
    """

    by: str
    on: date
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """One service of the directory.

    `what_it_is` holds codes of the list CL-8, the main one first; `kind` picks the plain description
    that stands in for the name. `source_read_on` is the day on which the source was last read.
    `confirmed` is None until a county person has checked it.
    """

    key: str
    name: Words
    kind: str
    what_it_is: tuple[str, ...]
    phone: str
    source: str
    source_read_on: date
    hours: Hours = UNCLEAR_HOURS
    hours_note: Words = NOTHING_KNOWN
    area: str = EVERYWHERE
    text: TextTo | None = None
    away_ok: Answer = Answer.UNKNOWN
    ok_while_still_with_them: Answer = Answer.UNKNOWN
    no_id: Answer = Answer.UNKNOWN
    no_parent: Answer = Answer.UNKNOWN
    no_police_call: Answer = Answer.UNKNOWN
    walk_in: Answer = Answer.UNKNOWN
    ages: Ages = ANY_AGE
    gender_policy: Words = NOTHING_KNOWN
    languages: Words = NOTHING_KNOWN
    disability_access: Words = NOTHING_KNOWN
    reports_what: Words = NOTHING_KNOWN
    confidential_address: bool = False
    street_address: str = field(default="", repr=False)
    may_show_address: MayShowAddress | None = None
    confirmed: Confirmed | None = None


def is_confirmed(service: Service, *, on: date) -> bool:
    """Whether a county person's check of this service counts on that county day: done, and not too old."""
    found = service.confirmed
    return found is not None and found.on <= on and (found.until is None or on < found.until)


def address_to_show(service: Service, *, on: date) -> str | None:
    """The street address, when the service's written yes stood on that county day; else None.

    A confidential address is never shown, whatever was written.
    """
    written_yes = service.may_show_address
    if service.confidential_address or written_yes is None or written_yes.on > on:
        return None
    return service.street_address or None
