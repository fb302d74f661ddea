"""Sending something to an audience, and what recipients and senders do with it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from porchlight.adoption.ground.rows import here
from porchlight.adoption.ground.words import CaseFree
from porchlight.adoption.guidance.sending_models import (
    Recipient,
    Sending,
    SentAnswer,
    SentItem,
    SentQuestion,
    SentReceipt,
    ShownAnswer,
)
from porchlight.adoption.guidance.sending_queries import GivenSheet, given_items
from porchlight.adoption.guidance.sending_rules import Audience, SeatLike, Step, seats_in
from porchlight.kernel import clock
from porchlight.kernel.errors import Trouble
from porchlight.policy.api import Event, InOffice, OfCounty, Office, Visit, guarded
from porchlight.teams import api as teams

SENDERS = InOffice((Office.CHAIR, Office.MEMBER, Office.LEAD, Office.TRAINER))
COUNTY_WIDE = frozenset({Office.CHAIR, Office.MEMBER})


class NobodyToSendTo(Trouble):
    """The audience holds nobody."""

    code = "PL-ADO-023"
    sentence = "Nobody fits that choice, so nothing was sent."
    repair = "Pick another role or agency, or write names. Nobody can send to themself alone."


class DayPassed(Trouble):
    """The day by which people are asked to read lies in the past."""

    code = "PL-ADO-024"
    sentence = "That day has passed, so nothing was sent. Please pick a later one."
    repair = "Pick a day from today on."


class NotSentToYou(Trouble):
    """A question or an acknowledgement about something that this seat did not get."""

    code = "PL-ADO-025"
    sentence = "This was not sent to you, so there is nothing to keep."
    repair = "Ask whoever sends guidance in the county to send it to you."


@dataclass(frozen=True)
class Item:
    """One thing to send: a version (`subject`) of something (`about`). `evidence` is empty for what is no guidance."""

    kind: str
    subject: UUID
    about: UUID
    title: CaseFree
    language: str
    evidence: str = ""


@guarded(SENDERS)
def who_would_get(audience: Audience, *, by: Visit) -> tuple[SeatLike, ...]:
    """Every seat that the audience reaches; `how_many` says how many people that is.

    Chair and members send to the whole county, a lead or trainer to their own agency.
    """
    everywhere = not COUNTY_WIDE.isdisjoint(by.offices)
    seats = teams.seats_of_county(by=by)
    sender = next((seat.person for seat in seats if seat.id == by.actor), by.actor)
    return seats_in(audience, seats=seats, within=None if everywhere else (by.own_agency,), sender=sender)


@guarded(SENDERS)
def send(
    items: Sequence[Item],
    *,
    to: Audience,
    by: Visit,
    asks: bool = False,
    due_on: date | None = None,
    note: CaseFree = CaseFree(""),  # noqa: B008 - because words can't change
) -> UUID:
    """Send these to everybody in the audience; who got it stays as it is now, whoever joins later.

    `asks` asks each recipient to acknowledge, by `due_on` if there is a day. Raises `NobodyToSendTo`, `DayPassed`.
    """
    if due_on and due_on < clock.county_time(clock.now()).date():
        raise DayPassed
    found = who_would_get(to, by=by)
    if not found or not items:
        raise NobodyToSendTo
    row = Sending.objects.create(
        **here(by), roles=list(to.roles), agencies=list(to.agencies), by_name=bool(to.seats), note=note, asks=asks,
        due_on=due_on,
    )  # fmt: skip
    SentItem.objects.bulk_create(SentItem(**here(by), sending_id=row.id, **vars(item)) for item in items)
    Recipient.objects.bulk_create(
        [
            Recipient(**here(by), sending_id=row.id, seat=seat.id, person=seat.person, agency=seat.agency)
            for seat in found
        ],
        batch_size=1000,
    )
    by.note(Event("write", "adoption.send", why=str(row.id)))
    return row.id


@guarded(OfCounty())
def note_opened(subject: UUID, *, by: Visit) -> tuple[GivenSheet, ...]:
    """Keep that this seat opened what it was sent, once; and that it saw the answers to its questions.

    Gives what it was sent as it stood before, the newest sending first; empty when it was not sent to this seat, and
    then nothing is kept. For the page that shows the thing.
    """
    given = given_items(subject, by=by)
    _receive(Step.OPENED, [one for one in given if not one.opened_at], by)
    unseen = [said.answer for one in given for said in one.asked if said.answer and not said.seen_at]
    if unseen:
        SentAnswer.objects.filter(id__in=unseen).update(seen_at=clock.now())
    return given


@guarded(OfCounty())
def acknowledge(subject: UUID, *, by: Visit) -> None:
    """Keep that this seat has read it. It says that it was read and nothing about practice. Raises `NotSentToYou`."""
    given = given_items(subject, by=by)
    if not given:
        raise NotSentToYou
    _receive(Step.OPENED, [one for one in given if not one.opened_at], by)
    _receive(Step.ACKNOWLEDGED, [one for one in given if not one.acknowledged_at], by)


@guarded(OfCounty())
def ask_sender(subject: UUID, *, words: CaseFree, by: Visit) -> UUID:
    """Ask whoever sent it last to this seat; they and the county's chair read it. Raises `NotSentToYou`."""
    given = given_items(subject, by=by)
    if not given:
        raise NotSentToYou
    one = given[0]
    row = SentQuestion.objects.create(**here(by), item_id=one.item, words=words, sender=one.sender)
    by.note(Event("write", "adoption.ask_sender", why=str(row.id)))
    return row.id


@guarded(SENDERS)
def answer(
    questions: Collection[UUID],
    *,
    words: CaseFree,
    by: Visit,
    shown_as: CaseFree = CaseFree(""),  # noqa: B008 - because words can't change
) -> int:
    """Answer questions that ask the same: everybody who asked one of them gets it. Gives how many did.

    With `shown_as`, the question in the sender's own words, it also stands beside the thing for everybody. What was
    answered before keeps its answer.
    """
    rows = SentQuestion.objects.filter(id__in=questions)
    done = set(SentAnswer.objects.filter(question_id__in=questions).values_list("question_id", flat=True))
    open_ones = [row for row in rows if row.id not in done]
    rows_to_add = (SentAnswer(**here(by), question_id=row.id, asker=row.made_by, words=words) for row in open_ones)
    SentAnswer.objects.bulk_create(rows_to_add, ignore_conflicts=True)  # the chair may answer at the same moment
    if shown_as and open_ones:
        about = SentItem.objects.filter(id__in=[row.item_id for row in open_ones]).values_list("about", flat=True)
        ShownAnswer.objects.bulk_create(
            ShownAnswer(**here(by), about=one, question=shown_as, words=words) for one in sorted(set(about), key=str)
        )
    by.note(Event("write", "adoption.answer", why=" ".join(str(row.id) for row in open_ones[:5])))
    return len(open_ones)


def _receive(step: Step, given: Sequence[GivenSheet], by: Visit) -> None:
    rows = [SentReceipt(**here(by), item_id=one.item, kind=step, sender=one.sender) for one in given]
    if rows:
        SentReceipt.objects.bulk_create(rows, ignore_conflicts=True)
        by.note(Event("write", f"adoption.{step}", why=" ".join(str(one.item) for one in given[:5])))
