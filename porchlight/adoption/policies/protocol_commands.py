"""Writing protocols: sections, partners, putting a version forward, and what agencies answer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from porchlight.adoption.definition import api as definition
from porchlight.adoption.ground.api import fingerprint
from porchlight.adoption.ground.rows import here, ours
from porchlight.adoption.ground.words import CaseFree
from porchlight.adoption.policies import protocol_queries as queries
from porchlight.adoption.policies.policy_commands import in_a_county
from porchlight.adoption.policies.protocol_models import (
    Protocol,
    ProtocolAnswer,
    ProtocolPartner,
    ProtocolText,
    ProtocolVersion,
    StateSent,
)
from porchlight.adoption.policies.protocol_rules import signed_text, unwritten
from porchlight.adoption.policies.shipped import shipped
from porchlight.adoption.policies.troubles import (
    NewerVersion,
    NotAPartner,
    NothingNew,
    NotYetThere,
    SectionsMissing,
    SignedAlready,
    WrittenMeanwhile,
)
from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from porchlight.policy.api import Event, InOffice, Office, Visit, guarded

CHAIRS = InOffice((Office.CHAIR,))
SIGNATORIES = InOffice((Office.SIGNATORY,), after_leaving=True)
NO_WORDS = CaseFree("")


@guarded(CHAIRS)
def start_protocol(title: CaseFree, *, by: Visit) -> UUID:
    """Begin a protocol: an empty draft with a title."""
    in_a_county(by)
    row = Protocol.objects.create(**here(by), title=title)
    by.note(Event("write", "adoption.start_protocol", why=str(row.id)))
    return row.id


@guarded(CHAIRS)
def write_section(protocol: UUID, *, section: str, body: CaseFree, after: UUID | None, by: Visit) -> UUID:
    """Keep what a section of the draft says now. `after` is the text that the writer read.

    Raises `WrittenMeanwhile` when somebody wrote it since, `ValueError` for a section that there is not.
    """
    if section not in {one.key for one in shipped().sections}:
        raise ValueError(f"{section} is no section of a protocol")
    _there(protocol, by)
    newest = queries.draft(protocol, by=by).texts.get(section)
    if (newest.id if newest else None) != after:
        raise WrittenMeanwhile
    row = ProtocolText.objects.create(**here(by), protocol=protocol, section=section, body=body)
    by.note(Event("write", "adoption.write_section", why=str(row.id)))
    return row.id


@guarded(CHAIRS)
def seat_partners(protocol: UUID, seats: Mapping[str, tuple[UUID, str] | None], *, by: Visit) -> int:
    """Say which agency, with its name, fills each partner's seat; None names it as missing. How many changed."""
    _there(protocol, by)
    before = queries.draft(protocol, by=by).seats
    changed = []
    for partner, filled in seats.items():
        agency, name = filled or (None, "")
        if partner not in before or before[partner].agency != agency:
            kept = {"protocol": protocol, "partner": partner, "agency": agency, "agency_name": CaseFree(name)}
            changed.append(ProtocolPartner(**here(by), **kept))
    ProtocolPartner.objects.bulk_create(changed)
    by.note(Event("write", "adoption.seat_partners", why=str(protocol)))
    return len(changed)


@guarded(CHAIRS)
def put_forward(protocol: UUID, *, by: Visit) -> int:
    """Put the draft forward for signing, as a version that nobody can change. Gives its number.

    It rests on the definition that is in force at this moment, if one is; nobody says which.

    Raises `SectionsMissing`, naming them, `NothingNew`, or `WrittenMeanwhile` when somebody did it just now.
    """
    sheet, draft = _there(protocol, by), queries.draft(protocol, by=by)
    lacking = unwritten({key: one.body for key, one in draft.texts.items()}, sections=shipped().sections)
    if lacking:
        raise SectionsMissing(lacking)
    agreed = definition.version_in_force(by=by)
    mark = _fingerprint(sheet, draft, agreed)
    if sheet.version and sheet.version.fingerprint == mark:
        raise NothingNew
    number = sheet.version.number + 1 if sheet.version else 1
    made = {"texts": [one.id for one in draft.texts.values()], "partners": [one.id for one in draft.seats.values()]}
    try:
        with transaction.atomic():
            row = ProtocolVersion.objects.create(
                **here(by), protocol=protocol, number=number, fingerprint=mark,
                definition=agreed.id if agreed else None, **made,
            )  # fmt: skip
    except IntegrityError as raced:
        raise WrittenMeanwhile from raced
    by.note(Event("write", "adoption.put_forward", why=str(row.id)))
    return number


@guarded(SIGNATORIES)
def sign_protocol(protocol: UUID, *, number: int, by: Visit) -> UUID:
    """Sign a version for the own agency, once. Raises `SignedAlready`, `NotAPartner`, `NewerVersion`."""
    return _answer(protocol, number, by, signs=True)


@guarded(SIGNATORIES)
def do_not_sign(protocol: UUID, *, number: int, because: CaseFree, by: Visit) -> UUID:
    """Say that the own agency does not sign, and why; it may still sign later. Raises as `sign_protocol` does."""
    return _answer(protocol, number, by, signs=False, because=because)


@guarded(CHAIRS)
def record_sent(sending: str, *, on: date, by: Visit, what: CaseFree = NO_WORDS) -> UUID:
    """Keep that something went to the State on that day. Raises `NotYetThere`, `ValueError` for no such sending."""
    in_a_county(by)
    if sending not in {one.key for one in shipped().sendings}:
        raise ValueError(f"{sending} is nothing that is sent to the State")
    if on > clock.county_time(clock.now()).date():
        raise NotYetThere
    row = StateSent.objects.create(**here(by), sending=sending, sent_on=on, what=what)
    by.note(Event("write", "adoption.record_sent", why=str(row.id)))
    return row.id


def _answer(protocol: UUID, number: int, by: Visit, *, signs: bool, because: CaseFree = NO_WORDS) -> UUID:
    in_a_county(by)
    version = _there(protocol, by).version
    if version is None or number > version.number:
        raise Refused
    if number < version.number:
        raise NewerVersion
    if not version.seats_of(by.own_agency):
        raise NotAPartner
    if (earlier := version.answers.get(by.own_agency)) and earlier.signs:
        raise SignedAlready
    said = {"version": version.id, "name": CaseFree(by.name), "signs": signs, "because": because}
    try:
        with transaction.atomic():
            row = ProtocolAnswer.objects.create(**ours(by), **said)
    except IntegrityError as raced:
        raise SignedAlready from raced
    by.note(Event("write", "adoption.answer_protocol", why=str(row.id)))
    return row.id


def _there(protocol: UUID, by: Visit) -> queries.ProtocolSheet:
    in_a_county(by)
    found = queries.protocol(protocol, by=by)
    if found is None:
        raise Refused
    return found


def _fingerprint(
    sheet: queries.ProtocolSheet, draft: queries.DraftSheet, agreed: definition.VersionSheet | None
) -> str:
    known, seated = shipped(), draft.seats
    texts = [(one.key, draft.texts[one.key].body) for one in known.sections if one.key in draft.texts]
    partners = [(one.key, seated[one.key].agency_name) for one in known.partners if one.key in seated]
    cited = f"Version {agreed.number}, {agreed.fingerprint}" if agreed else ""
    return fingerprint(*signed_text(sheet.title, texts=texts, partners=partners, definition=cited))
