"""Agreeing beforehand, ending an agreement, and settling after a return."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

from porchlight.absences.agreement_blocked import blocked_by
from porchlight.absences.agreement_models import Agreed, Settled
from porchlight.absences.agreement_queries import AgreedSheet, LaterSheet, agreements, is_sleeping, later
from porchlight.absences.agreement_rules import KINDS, Later, Rule
from porchlight.absences.return_county import longest_agreement
from porchlight.absences.return_errors import NoReturn, NotAgreedByBoth, NotOffered, NotYet, TooLong, TouchesRights
from porchlight.kernel import clock
from porchlight.kernel.ids import new_id
from porchlight.policy.api import Category, Change, Grain, Visit, guarded


@dataclass(frozen=True)
class Said:
    """What both agree on. `hours` is how long it lasts at most; each yes is somebody's own."""

    kind: str
    what: str
    why: str
    hours: int
    also_when_seeking_help: bool
    they_said_yes: bool
    caregiver_said_yes: bool


@guarded(Change(Category.ABSENCE, Grain.SLICE))
def agree(youth: UUID, *, said: Said, by: Visit) -> UUID:
    """Keep one agreement with both their yes. It counts for absences that begin after this moment.

    Raises `NotYet` on the night of a return, `NotAgreedByBoth`, `TooLong`, `TouchesRights`, and `NotOffered` for
    a kind that is not one of `KINDS`.
    """
    if said.kind not in KINDS:
        raise NotOffered
    if is_sleeping(youth, by=by):
        raise NotYet
    if not (said.they_said_yes and said.caregiver_said_yes):
        raise NotAgreedByBoth
    if said.hours < 1 or timedelta(hours=said.hours) > longest_agreement():
        raise TooLong
    if rights := blocked_by(said.what, said.why):
        raise TouchesRights(rights)
    rule = Rule(new_id(), said.hours, said.also_when_seeking_help, is_ended=False, agreed_at=clock.now())
    _write(youth, rule, said.kind, said.what, said.why, by=by)
    return rule.id


@guarded(Change(Category.ABSENCE, Grain.SLICE))
def end_agreement(youth: UUID, *, rule: UUID, by: Visit) -> None:
    """End one agreement now. Either side may at any time; ending it twice is no error."""
    found = next((a for a in agreements(youth, by=by) if a.rule.id == rule), None)
    if found is not None:
        _write(youth, replace(found.rule, is_ended=True), found.kind, found.what, found.why, by=by)


@guarded(Change(Category.ABSENCE, Grain.SLICE))
def settle(youth: UUID, *, agreed: UUID | None, they_say: str = "", by: Visit) -> None:
    """Keep what is settled after the last return: none needed (`agreed` None), or one of the offers.

    It ends by itself. Once settled, it can only become none. Raises `NoReturn`, `NotYet`, `NotOffered`.
    """
    page = later(youth, by=by)
    if page.state is Later.NOT_BACK or page.back is None:
        raise NoReturn
    if page.state is Later.SLEEPING:
        raise NotYet
    picked = _picked(page, agreed)
    row = new_id()
    Settled.objects.create(
        id=row,
        agency_id=by.own_agency,
        youth_id=youth,
        made_by=by.actor,
        back_id=page.back.id,
        agreed_id=picked.id if picked else None,
        ends_at=clock.now() + timedelta(hours=picked.rule.hours) if picked else None,
        they_say=by.key(youth).seal(they_say, place="absences_settled.they_say", row=row) if they_say else None,
    )


def _picked(page: LaterSheet, agreed: UUID | None) -> AgreedSheet | None:
    if agreed is None:
        return None
    found = next((offer for offer in page.offers if offer.id == agreed), None)
    if found is None:
        raise NotOffered
    return found


def _write(youth: UUID, rule: Rule, kind: str, what: str, why: str, *, by: Visit) -> None:
    row, key = new_id(), by.key(youth)
    Agreed.objects.create(
        id=row,
        agency_id=by.own_agency,
        youth_id=youth,
        made_by=by.actor,
        rule=rule.id,
        kind=kind,
        what=key.seal(what, place="absences_agreed.what", row=row),
        why=key.seal(why, place="absences_agreed.why", row=row),
        hours=rule.hours,
        also_when_seeking_help=rule.also_when_seeking_help,
        is_ended=rule.is_ended,
    )
