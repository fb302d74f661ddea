"""What we promise a young person, what became of it, and their own word on that."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from porchlight.kernel.ids import new_id
from porchlight.policy.api import Category, Change, OwnHand, Visit, guarded
from porchlight.progress.goal_errors import NoSuchPromise, OtherKeeper
from porchlight.progress.goal_sheets import PromiseSheet
from porchlight.progress.promise_models import Promise, PromiseOutcome, PromiseSaid
from porchlight.progress.promise_queries import read_promises
from porchlight.progress.promise_rules import NOT_KEPT
from porchlight.progress.showing import show_row


@guarded(Change(Category.NEEDS))
def promise(youth: UUID, *, seat: UUID, words: str, due_on: date, by: Visit) -> UUID:
    """Write down what somebody beside the young person promised, and by when."""
    row = new_id()
    sealed = by.key(youth).seal(words, place="progress_promise.words", row=row)
    Promise.objects.create(id=row, **by.fact_about(youth), seat=seat, words=sealed, due_on=due_on)
    return row


@guarded(Change(Category.NEEDS))
def say_outcome(youth: UUID, *, promise: UUID, what: str, on: date | None = None, why: str = "", by: Visit) -> None:
    """Say what became of it: a code of `OUTCOMES`, with the day it was kept or the new date.

    What was said before stays on record. Raises `NoSuchPromise`, `OtherKeeper`.
    """
    if _there(youth, promise, by=by).agency != by.own_agency:
        raise OtherKeeper
    row = new_id()
    PromiseOutcome.objects.create(
        id=row,
        **by.fact_about(youth),
        promise_id=promise,
        what=what,
        on_day=None if what == NOT_KEPT else on,
        why=by.key(youth).seal(why, place="progress_promise_outcome.why", row=row) if why else None,
    )


@guarded(OwnHand(Category.NEEDS))
def say_it_happened(youth: UUID, *, promise: UUID, happened: bool, by: Visit) -> None:
    """The young person's own word. It stands beside ours, whatever we say. Raises `NoSuchPromise`."""
    there = _there(youth, promise, by=by)
    PromiseSaid.objects.create(**by.fact_about(youth), promise_id=there.id, happened=happened)


@guarded(OwnHand(Category.NEEDS))
def show_promise(youth: UUID, *, promise: UUID, to: Mapping[UUID, str], by: Visit) -> None:
    """Let just these seats see it, each with its role. Raises `NoSuchPromise`, `NotOpenToThem`."""
    show_row(youth, _there(youth, promise, by=by).id, category=Category.NEEDS, to=to, by=by)


def _there(youth: UUID, promise: UUID, *, by: Visit) -> PromiseSheet:
    found = next((one for one in read_promises(youth, by=by) if one.id == promise), None)
    if found is None:
        raise NoSuchPromise
    return found
