"""What was agreed beforehand, and what the later page may show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F

from porchlight.absences import agreement_rules as rules
from porchlight.absences.agreement_models import Agreed, Settled
from porchlight.absences.bed_queries import home_now
from porchlight.absences.return_county import longest_agreement, sleep_first
from porchlight.absences.return_queries import BackSheet
from porchlight.kernel import clock
from porchlight.policy.api import Category, Grain, See, Visit, guarded


@dataclass(frozen=True)
class AgreedSheet:
    """One agreement as it holds."""

    youth: UUID
    id: UUID
    kind: str
    what: str
    why: str
    rule: rules.Rule


@dataclass(frozen=True)
class SettledSheet:
    """What was settled. `agreed` None: none was needed."""

    youth: UUID
    agreed: AgreedSheet | None
    ends_at: datetime | None
    they_say: str


@dataclass(frozen=True)
class LaterSheet:
    """The later page: its state, the return it is about, and what may be offered."""

    youth: UUID
    state: rules.Later
    back: BackSheet | None
    opens_at: datetime | None
    offers: tuple[AgreedSheet, ...] = ()
    settled: SettledSheet | None = None


@guarded(See(Category.ABSENCE, Grain.SLICE))
def agreements(youth: UUID, *, by: Visit) -> tuple[AgreedSheet, ...]:
    """Every agreement that holds, the oldest first."""
    rows = Agreed.objects.filter(youth_id=youth).order_by("rule", "-made_at", "-is_ended").distinct("rule")
    opened = (_opened(row, by=by) for row in rows if not row.is_ended)
    return tuple(sorted(opened, key=lambda sheet: sheet.rule.agreed_at))


@guarded(See(Category.ABSENCE, Grain.SLICE))
def later(youth: UUID, *, by: Visit) -> LaterSheet:
    """What the page "anything to agree on?" may show now. It offers nothing before they slept."""
    now = home_now(youth, by=by)
    back = now.back
    if back is None:
        return LaterSheet(youth, rules.Later.NOT_BACK, None, None)
    settled = _settled(youth, back.id)
    wait = sleep_first()
    state = rules.later_page(
        back.home, is_away=now.is_away, is_settled=settled is not None, at=clock.now(), sleep_first=wait
    )
    opens = rules.opens_at(back.home, sleep_first=wait)
    if state is rules.Later.OPEN:
        return LaterSheet(youth, state, back, opens, offers=_offers(youth, back, by=by))
    if state is rules.Later.SETTLED and settled is not None:
        return LaterSheet(youth, state, back, opens, settled=_settled_sheet(settled, by=by))
    return LaterSheet(youth, state, back, opens)


@guarded(See(Category.ABSENCE, Grain.SLICE))
def is_sleeping(youth: UUID, *, by: Visit) -> bool:
    """Whether they came home so lately that nobody talks about agreements yet."""
    back = home_now(youth, by=by).back
    return back is not None and clock.now() < rules.opens_at(back.home, sleep_first=sleep_first())


def _offers(youth: UUID, back: BackSheet, *, by: Visit) -> tuple[AgreedSheet, ...]:
    longest = longest_agreement()
    return tuple(a for a in agreements(youth, by=by) if rules.may_offer(a.rule, home=back.home, longest=longest))


def _settled(youth: UUID, back: UUID) -> Settled | None:
    none_first = F("agreed_id").asc(nulls_first=True)  # of two that came in one moment, none is the one that holds
    return Settled.objects.filter(youth_id=youth, back_id=back).order_by("-made_at", none_first).first()


def _settled_sheet(row: Settled, *, by: Visit) -> SettledSheet:
    key = by.key(row.youth_id)
    they_say = key.open(row.they_say, place="absences_settled.they_say", row=row.id) if row.they_say else ""
    agreed = Agreed.objects.filter(youth_id=row.youth_id, id=row.agreed_id).first() if row.agreed_id else None
    return SettledSheet(row.youth_id, _opened(agreed, by=by) if agreed else None, row.ends_at, they_say)


def _opened(row: Agreed, *, by: Visit) -> AgreedSheet:
    key = by.key(row.youth_id)
    return AgreedSheet(
        row.youth_id,
        row.id,
        row.kind,
        key.open(row.what, place="absences_agreed.what", row=row.id),
        key.open(row.why, place="absences_agreed.why", row=row.id),
        rules.Rule(row.rule, row.hours, row.also_when_seeking_help, row.is_ended, row.made_at),
    )
