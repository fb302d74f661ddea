"""Naming a need, answering for it, giving it to somebody, and the young person's yes to that somebody."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from porchlight.kernel import clock
from porchlight.kernel.ids import new_id
from porchlight.needs.errors import NoSuchNeed, NotBeside, OtherAgency
from porchlight.needs.models import Answer, Helper, Need, Note, Yes
from porchlight.needs.rules import CLOSED, OPEN_ANYWAY, opening
from porchlight.policy.api import Category, Change, Visit, end_grant, grant, guarded, lines
from porchlight.policy.grid import the_grid
from porchlight.teams import api as teams


@guarded(Change(Category.NEEDS))
def name_need(
    youth: UUID, *, code: str, words: str = "", matters: int | None, gets_now: str, verdict: str, by: Visit
) -> UUID:
    """Put a need on the map with its first answer. `code` is of the coded list `needs`."""
    row = new_id()
    Need.objects.create(
        id=row,
        **by.fact_about(youth),
        code=code,
        words=_seal(by, youth, words, "needs_row.words", row),
    )
    _answer(youth, row, matters, gets_now, verdict, by=by)
    return row


@guarded(Change(Category.NEEDS))
def answer_need(youth: UUID, *, need: UUID, matters: int | None, gets_now: str, verdict: str, by: Visit) -> None:
    """Say anew how much it matters, where they get it now, and whether that is OK. The old answer stays.

    Raises `NoSuchNeed`, `OtherAgency`.
    """
    _answer(youth, _ours(youth, need, by=by).id, matters, gets_now, verdict, by=by)


@guarded(Change(Category.NEEDS))
def take_off(youth: UUID, *, need: UUID, by: Visit) -> None:
    """Take a need off the map; nobody sees its row by a yes any more. Raises `NoSuchNeed`, `OtherAgency`."""
    Need.objects.filter(id=_ours(youth, need, by=by).id).update(ended_at=clock.now())
    _close(youth, need, by=by)


@guarded(Change(Category.NEEDS))
def give_need(
    youth: UUID,
    *,
    need: UUID,
    seat: UUID | None,
    who: str = "",
    starts_on: date,
    due_on: date | None = None,
    often: str = "",
    next_step: str = "",
    barrier: str = "",
    by: Visit,
) -> UUID:
    """Say who meets a need from now on: a seat beside the young person, somebody named in `who`, or both.

    Whoever had it before loses the row; the new seat sees it only after the young person's yes, unless its role
    reads the map anyway. Raises `NoSuchNeed`, `OtherAgency`, `NotBeside`.
    """
    _ours(youth, need, by=by)
    if seat is not None and opening_for(youth, seat=seat, by=by) == CLOSED:
        raise NotBeside
    live = Helper.objects.filter(youth_id=youth, need_id=need, ended_at=None)
    stint = live.filter(seat=seat).values_list("stint_id", flat=True).first() if seat else None
    if stint is None:
        _close(youth, need, by=by)
    live.update(ended_at=clock.now())
    row = new_id()
    Helper.objects.create(
        id=row,
        **by.fact_about(youth),
        need_id=need,
        stint_id=stint or row,
        seat=seat,
        who=_seal(by, youth, who, "needs_helper.who", row),
        often=_seal(by, youth, often, "needs_helper.often", row),
        next_step=_seal(by, youth, next_step, "needs_helper.next_step", row),
        starts_on=starts_on,
        due_on=due_on,
        barrier=barrier,
    )
    return row


@guarded(Change(Category.NEEDS))
def answer_helper(youth: UUID, *, need: UUID, may_see: bool, by: Visit) -> None:
    """The young person's yes or no to the one who meets this need seeing its row; either may be taken back.

    Written by them, or by their worker after asking. Raises `NoSuchNeed`, `OtherAgency`, `NotBeside`.
    """
    _ours(youth, need, by=by)
    helper = Helper.objects.filter(youth_id=youth, need_id=need, ended_at=None).exclude(seat=None).first()
    if helper is None or helper.seat is None:
        raise NotBeside
    kind = opening_for(youth, seat=helper.seat, by=by)
    _close(youth, need, by=by)
    Yes.objects.create(
        **by.fact_about(youth),
        need_id=need,
        helper_id=helper.stint_id,
        may_see=may_see,
    )
    if may_see and kind not in (CLOSED, OPEN_ANYWAY):
        grant(kind, by=by, youth=youth, seat=helper.seat, category=Category.NEEDS, row=need, footing="CONSENT_YOUTH")


@guarded(Change(Category.NEEDS))
def note_on_need(youth: UUID, *, need: UUID, before: str, words: str, by: Visit) -> None:
    """Write the staff's own field. `before` is a code of `rules.BEFORE` or empty. Raises as the others do."""
    _ours(youth, need, by=by)
    row = new_id()
    Note.objects.create(
        id=row,
        **by.fact_about(youth),
        need_id=need,
        before=before,
        words=_seal(by, youth, words, "needs_note.words", row),
    )


def opening_for(youth: UUID, *, seat: UUID, by: Visit) -> str:
    """How a row opens to that seat beside the young person; `CLOSED` when it does not stand there."""
    role = next((one.role for one in teams.team_of(youth, by=by) if one.seat == seat), "")
    return opening(the_grid().cell(role, Category.NEEDS))


def _ours(youth: UUID, need: UUID, *, by: Visit) -> Need:
    row = Need.objects.filter(id=need, youth_id=youth, ended_at=None).first()
    if row is None:
        raise NoSuchNeed
    if row.agency_id != by.own_agency:
        raise OtherAgency
    return row


def _answer(youth: UUID, need: UUID, matters: int | None, gets_now: str, verdict: str, *, by: Visit) -> None:
    row = new_id()
    Answer.objects.create(
        id=row,
        **by.fact_about(youth),
        need_id=need,
        matters=matters,
        gets_now=_seal(by, youth, gets_now, "needs_answer.gets_now", row),
        verdict=verdict,
    )


def _close(youth: UUID, need: UUID, *, by: Visit) -> None:
    """End every line of the ledger that opens this row to somebody."""
    for line in lines(youth, by=by):
        if line.category == Category.NEEDS and line.row == need:
            end_grant(line.id, by=by, youth=youth)


def _seal(by: Visit, youth: UUID, text: str, place: str, row: UUID) -> bytes | None:
    return by.key(youth).seal(text, place=place, row=row) if text else None
