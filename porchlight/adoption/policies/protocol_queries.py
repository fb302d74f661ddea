"""Reading protocols: the draft, each version with its texts, who signed, and what went to the State."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from porchlight.adoption.policies.protocol_models import ProtocolPartner, ProtocolText, ProtocolVersion, StateSent
from porchlight.policy.api import InOffice, OfCounty, Office, Visit, ask, guarded

PROTOCOLS = """
  SELECT p.id, p.title, p.made_at, v.id, v.number, v.made_at, v.fingerprint, v.texts,
    (SELECT coalesce(jsonb_agg(jsonb_build_array(s.partner, s.agency, s.agency_name)), '[]')
     FROM adoption_protocol_partner AS s WHERE s.id = ANY (v.partners) AND s.county = p.county),
    (SELECT coalesce(jsonb_agg(jsonb_build_array(a.agency_id, a.name, a.signs, a.because, a.made_at)
       ORDER BY a.signs, a.made_at), '[]')
     FROM adoption_protocol_answer AS a WHERE a.version = v.id),
    (SELECT max(n.number) FROM adoption_protocol_version AS n WHERE n.protocol = p.id AND n.county = p.county),
    d.number, d.fingerprint, d.in_force_at
  FROM adoption_protocol AS p LEFT JOIN LATERAL (
    SELECT n.* FROM adoption_protocol_version AS n
    WHERE n.protocol = p.id AND n.county = p.county AND (n.number = %(number)s OR %(number)s::int IS NULL)
    ORDER BY n.number DESC LIMIT 1) AS v ON true
  LEFT JOIN adoption_definition AS d ON d.id = v.definition AND d.county = p.county
  WHERE p.county = %(county)s AND (p.id = %(one)s OR %(one)s::uuid IS NULL)
  ORDER BY p.title, p.id
"""
COUNTY_READS = InOffice((Office.CHAIR, Office.MEMBER, Office.LEAD))


@dataclass(frozen=True)
class PartnerSeat:
    """A partner of a protocol, and the agency that fills the seat; none when it is missing."""

    partner: str
    agency: UUID | None
    agency_name: str


@dataclass(frozen=True)
class Answer:
    """What an agency said to a version: it signs, or it does not sign because."""

    agency: UUID
    name: str
    signs: bool
    because: str
    at: datetime


@dataclass(frozen=True)
class Cited:
    """The version of the shared definition that was in force when a protocol was put forward."""

    number: int
    fingerprint: str
    in_force_at: datetime


@dataclass(frozen=True)
class VersionStanding:
    """A version that was put forward: what it is made of, and what each agency answered (a signature stays).

    `rests_on` is None when no shared definition was in force then.
    """

    id: UUID
    number: int
    put_forward_at: datetime
    fingerprint: str
    texts: tuple[UUID, ...]
    partners: tuple[PartnerSeat, ...]
    answers: Mapping[UUID, Answer]
    is_newest: bool
    rests_on: Cited | None

    def seats_of(self, agency: UUID) -> tuple[str, ...]:
        """The partners' seats that this agency fills."""
        return tuple(seat.partner for seat in self.partners if seat.agency == agency)


@dataclass(frozen=True)
class ProtocolSheet:
    """One protocol and its newest version, or the version that was asked for; none while it is a first draft."""

    id: UUID
    title: str
    made_at: datetime
    version: VersionStanding | None


@dataclass(frozen=True)
class DraftText:
    """What a section of the draft says now."""

    id: UUID
    section: str
    body: str
    made_at: datetime


@dataclass(frozen=True)
class DraftSeat:
    """Who fills a partner's seat in the draft."""

    id: UUID
    partner: str
    agency: UUID | None
    agency_name: str


@dataclass(frozen=True)
class DraftSheet:
    """The draft of a protocol: the newest text of each section and the newest word on each partner."""

    texts: Mapping[str, DraftText]
    seats: Mapping[str, DraftSeat]


@dataclass(frozen=True)
class SentSheet:
    """When something was last sent to the State, and what it was."""

    sending: str
    on: date
    what: str


@guarded(OfCounty())
def protocols(*, by: Visit) -> tuple[ProtocolSheet, ...]:
    """Every protocol of the county by title, each with its newest version, its partners and their answers."""
    return _protocols(by)


@guarded(OfCounty())
def protocol(row: UUID, *, by: Visit, number: int | None = None) -> ProtocolSheet | None:
    """One protocol with that version, or with its newest one."""
    return next(iter(_protocols(by, one=row, number=number)), None)


@guarded(OfCounty())
def texts_of(version: VersionStanding, *, by: Visit) -> Mapping[str, str]:
    """The words of each section, as that version has them."""
    found = ProtocolText.objects.filter(id__in=version.texts, county=by.county)
    return dict(found.values_list("section", "body"))


@guarded(OfCounty())
def version_numbers(protocol: UUID, *, by: Visit) -> tuple[tuple[int, datetime], ...]:
    """Every version that was put forward, the newest first."""
    found = ProtocolVersion.objects.filter(protocol=protocol, county=by.county).order_by("-number")
    return tuple(found.values_list("number", "made_at"))


@guarded(InOffice((Office.CHAIR,)))
def draft(protocol: UUID, *, by: Visit) -> DraftSheet:
    """What the next version will say, as it stands now."""
    kept = {"protocol": protocol, "county": by.county}
    texts = ProtocolText.objects.filter(**kept).order_by("section", "-made_at").distinct("section")
    seats = ProtocolPartner.objects.filter(**kept).order_by("partner", "-made_at").distinct("partner")
    written = [DraftText(*row) for row in texts.values_list("id", "section", "body", "made_at")]
    seated = [DraftSeat(*row) for row in seats.values_list("id", "partner", "agency", "agency_name")]
    return DraftSheet({one.section: one for one in written}, {one.partner: one for one in seated})


@guarded(COUNTY_READS)
def sent_to_the_state(*, by: Visit) -> Mapping[str, SentSheet]:
    """What the county sent last, by what it is."""
    found = StateSent.objects.filter(county=by.county).order_by("sending", "-sent_on", "-made_at").distinct("sending")
    return {row[0]: SentSheet(*row) for row in found.values_list("sending", "sent_on", "what")}


def _protocols(by: Visit, *, one: UUID | None = None, number: int | None = None) -> tuple[ProtocolSheet, ...]:
    found = ask(PROTOCOLS, {"county": by.county, "one": one, "number": number})
    return tuple(ProtocolSheet(*[*row[:3], _version(row) if row[3] else None]) for row in found)


def _version(row: tuple[Any, ...]) -> VersionStanding:
    seats = [PartnerSeat(partner, _id(agency), name) for partner, agency, name in json.loads(row[8])]
    answers = [
        Answer(UUID(agency), name, signs, because, datetime.fromisoformat(at))
        for agency, name, signs, because, at in json.loads(row[9])
    ]
    answered = {one.agency: one for one in answers}
    cited = Cited(*row[11:14]) if row[11] else None
    return VersionStanding(*[*row[3:7], tuple(row[7]), tuple(seats), answered, row[4] == row[10], cited])


def _id(found: str | None) -> UUID | None:
    return UUID(found) if found else None
