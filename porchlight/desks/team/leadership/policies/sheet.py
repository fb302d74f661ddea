"""A protocol's sheet: the same words on the page, on paper and in the published copy."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from porchlight.adoption.policies import api as policies
from porchlight.desks import papers
from porchlight.desks.team.leadership.days import on_day
from porchlight.desks.team.leadership.policies.words import partner_words, section_words
from porchlight.policy.api import Visit


@dataclass(frozen=True)
class SeatLine:
    """One partner: its name, the agency that fills the seat, and what that agency answered."""

    partner: str
    agency: str
    left: bool
    answer: policies.Answer | None

    @property
    def called(self) -> str:
        """The agency's name, and that it left where it did; empty where nobody fills the seat."""
        return _("%(agency)s (has left the county)") % {"agency": self.agency} if self.left else self.agency

    @property
    def said(self) -> str:
        """The answer in words."""
        if not self.agency:
            return _("This seat is missing.")
        if self.answer is None:
            return _("No answer yet.")
        if self.answer.signs:
            return _("Signed by %(name)s on %(day)s.") % {"name": self.answer.name, "day": on_day(self.answer.at)}
        return _("Does not sign, because: %(why)s") % {"why": self.answer.because}


@dataclass(frozen=True)
class Sheet:
    """A version of a protocol as it is read: sections by name, seats with their answers."""

    id: UUID
    title: str
    version: policies.VersionStanding
    sections: tuple[tuple[str, str], ...]
    seats: tuple[SeatLine, ...]

    @property
    def facts(self) -> list[tuple[str, str]]:
        """What stands at the head of the sheet."""
        return [
            (_("Version"), str(self.version.number)),
            (_("Put forward"), on_day(self.version.put_forward_at)),
            self.rests_on,
            (_("Fingerprint"), self.version.fingerprint),
        ]

    @property
    def rests_on(self) -> tuple[str, str]:
        """Which version of the shared definition was in force when this was put forward, or that none was."""
        cited = self.version.rests_on
        if cited is None:
            return _("Rests on what we agreed on"), _("No shared definition was in force then.")
        said = _("Version %(number)s, in force since %(day)s, fingerprint %(mark)s")
        values = {"number": cited.number, "day": on_day(cited.in_force_at), "mark": cited.fingerprint}
        return _("Rests on what we agreed on"), said % values

    @property
    def counted(self) -> str:
        """How many signed, do not sign, have not answered, are missing: one line above the table."""
        signed = sum(bool(one.answer and one.answer.signs) for one in self.seats)
        against = sum(bool(one.answer and not one.answer.signs) for one in self.seats)
        missing = sum(not one.agency for one in self.seats)
        said = {
            _("Signed"): signed,
            _("Do not sign"): against,
            _("No answer yet"): len(self.seats) - signed - against - missing,
            _("Seats missing"): missing,
        }
        return " · ".join(f"{what}: {many}" for what, many in said.items() if many)

    @property
    def lines(self) -> list[tuple[str, str, str]]:
        """The table of seats."""
        return [(one.partner, one.called or "-", one.said) for one in self.seats]


def sheet_of(found: policies.ProtocolSheet, visit: Visit, names: dict[UUID, str]) -> Sheet:
    """The sheet of the version that was asked for, with the seats that the law names and nobody fills."""
    version = found.version
    assert version is not None  # noqa: S101 - because every caller asks first
    texts, called, seated = policies.texts_of(version, by=visit), section_words(visit), partner_words(visit)
    filled = {seat.partner: seat for seat in version.partners if seat.agency}
    required = {one.key for one in policies.shipped().partners if one.required}
    seats = []
    for key, partner in seated.items():
        seat = filled.get(key)
        if seat and seat.agency:
            answer = version.answers.get(seat.agency)
            seats.append(SeatLine(partner, seat.agency_name, seat.agency not in names, answer))
        elif key in required:
            seats.append(SeatLine(partner, "", False, None))
    sections = tuple((name, texts[key]) for key, name in called.items() if texts.get(key, "").strip())
    return Sheet(found.id, found.title, version, sections, tuple(seats))


def paper_of(sheet: Sheet, visit: Visit) -> bytes:
    """The sheet as a PDF, with its fingerprint at the foot of every page."""
    columns = (_("Partner"), _("Agency"), _("The answer"))
    parts = [papers.written(name, body) for name, body in sheet.sections]
    parts.append(papers.Part(_("Partners and signatures"), columns=columns, rows=sheet.lines))
    return papers.paper(
        sheet.title, language=visit.language, parts=parts, facts=sheet.facts, foot=sheet.version.fingerprint
    )
