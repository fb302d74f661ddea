"""Reading what was sent: by its sender and the chair, and by whoever got it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from porchlight.adoption.guidance.sending_models import ShownAnswer
from porchlight.policy.api import InOffice, OfCounty, Office, Visit, ask, guarded

SENDERS = InOffice((Office.CHAIR, Office.MEMBER, Office.LEAD, Office.TRAINER))
MOST_SENT = 50  # of a list of sendings, and of what one seat got

# Every count is of people who got it: a person with two seats is one, and what anybody else opened counts nowhere.
COUNTED = """
SELECT i.sending_id, i.id, i.about, i.kind, i.subject, i.title, i.language, i.evidence,
  (SELECT count(DISTINCT r.person) FROM adoption_recipient AS r WHERE r.sending_id = i.sending_id),
  count(DISTINCT p.person) FILTER (WHERE t.kind = 'opened'),
  count(DISTINCT p.person) FILTER (WHERE t.kind = 'acknowledged'),
  (SELECT count(DISTINCT r.person) FROM adoption_sent_question AS q
   JOIN adoption_recipient AS r ON r.seat = q.made_by AND r.sending_id = i.sending_id WHERE q.item_id = i.id)
FROM adoption_sent_item AS i
LEFT JOIN (adoption_sent_receipt AS t JOIN adoption_recipient AS p ON p.seat = t.made_by)
  ON t.item_id = i.id AND p.sending_id = i.sending_id
WHERE i.sending_id = ANY(%s)
GROUP BY i.sending_id, i.id, i.about, i.kind, i.subject, i.title, i.language, i.evidence ORDER BY i.title
"""

STEPS = """
SELECT p.seat, p.agency, coalesce(s.name, ''), p.opened, p.acknowledged
FROM (
  SELECT min(r.seat::text)::uuid AS seat, min(r.agency::text)::uuid AS agency,
    count(DISTINCT i.about) FILTER (WHERE t.kind = 'opened') AS opened,
    count(DISTINCT i.about) FILTER (WHERE t.kind = 'acknowledged') AS acknowledged
  FROM adoption_recipient AS r
  LEFT JOIN (adoption_sent_receipt AS t JOIN adoption_sent_item AS i ON i.id = t.item_id)
    ON t.made_by = r.seat AND i.sending_id = r.sending_id
  WHERE r.sending_id = %s GROUP BY r.person) AS p
LEFT JOIN teams_seat AS s ON s.id = p.seat ORDER BY s.name, p.seat
"""

# One of several languages is enough: what was read in one is read.
WAITING = """
SELECT i.sending_id, i.about, i.kind, i.subject, i.title, i.language, i.evidence, s.asks, s.due_on,
  EXISTS (SELECT 1 FROM adoption_sent_question AS q JOIN adoption_sent_answer AS a ON a.question_id = q.id
          WHERE q.item_id = i.id AND a.asker = r.seat AND a.seen_at IS NULL) AS answered,
  NOT EXISTS (SELECT 1 FROM adoption_sent_item AS j JOIN adoption_sent_receipt AS t ON t.item_id = j.id
              WHERE j.sending_id = s.id AND j.about = i.about AND t.made_by = r.seat
              AND t.kind = CASE WHEN s.asks THEN 'acknowledged' ELSE 'opened' END) AS waits
FROM adoption_recipient AS r JOIN adoption_sending AS s ON s.id = r.sending_id
JOIN adoption_sent_item AS i ON i.sending_id = s.id
WHERE r.seat = %(actor)s ORDER BY s.due_on NULLS LAST, s.made_at DESC, i.language <> %(language)s, i.title
"""

GIVEN = """
SELECT i.id, s.id, s.made_by, s.made_at, s.asks, s.due_on, s.note, done.opened, done.acknowledged,
  i.kind, i.subject, i.title, i.language, i.evidence
FROM adoption_recipient AS r JOIN adoption_sending AS s ON s.id = r.sending_id
JOIN adoption_sent_item AS i ON i.sending_id = s.id
CROSS JOIN LATERAL (
  SELECT min(t.made_at) FILTER (WHERE t.kind = 'opened') AS opened,
    min(t.made_at) FILTER (WHERE t.kind = 'acknowledged') AS acknowledged
  FROM adoption_sent_item AS j JOIN adoption_sent_receipt AS t ON t.item_id = j.id AND t.made_by = r.seat
  WHERE j.sending_id = s.id AND j.about = i.about) AS done
WHERE r.seat = %s AND (%s::uuid IS NULL OR i.subject = %s) ORDER BY s.made_at DESC, i.title LIMIT %s
"""

ASKED = """
SELECT q.item_id, q.id, q.made_by, q.words, q.made_at, a.id, a.words, a.made_at, a.seen_at
FROM adoption_sent_question AS q LEFT JOIN adoption_sent_answer AS a ON a.question_id = q.id
WHERE q.item_id = ANY(%s) AND (%s::uuid IS NULL OR q.made_by = %s) ORDER BY q.made_at
"""


@dataclass(frozen=True)
class ItemSheet:
    """One thing that was sent."""

    kind: str
    subject: UUID
    title: str
    language: str
    evidence: str


@dataclass(frozen=True)
class ItemCount:
    """One thing that was sent, and how many of its recipients opened it, acknowledged it, asked something."""

    sheet: ItemSheet
    sending: UUID
    item: UUID
    about: UUID
    sent_to: int
    opened: int
    acknowledged: int
    asked: int


@dataclass(frozen=True)
class SendingSheet:
    """One sending as its sender sees it; `documents` counts what it carries, however many languages each is in."""

    items: tuple[ItemCount, ...]
    id: UUID
    made_by: UUID
    made_at: datetime
    roles: Sequence[str]
    agencies: Sequence[UUID]
    by_name: bool
    note: str
    asks: bool
    due_on: date | None

    @property
    def documents(self) -> int:
        return len({item.about for item in self.items})


@dataclass(frozen=True)
class PersonSheet:
    """One recipient, by one of their seats and its name: how many documents they opened and acknowledged, in any seat.

    A document in several languages is one.
    """

    seat: UUID
    agency: UUID
    name: str
    opened: int
    acknowledged: int


@dataclass(frozen=True)
class QuestionSheet:
    """One question, and its answer if there is one."""

    item: UUID
    id: UUID
    by: UUID
    words: str
    at: datetime
    answer: UUID | None
    answered: str | None
    answered_at: datetime | None
    seen_at: datetime | None


@dataclass(frozen=True)
class GivenSheet:
    """One thing that this seat got: from whom, when, by when, what it did with it, and what it asked."""

    sheet: ItemSheet
    asked: tuple[QuestionSheet, ...]
    item: UUID
    sending: UUID
    sender: UUID
    sent_at: datetime
    asks: bool
    due_on: date | None
    note: str
    opened_at: datetime | None
    acknowledged_at: datetime | None

    @property
    def is_done(self) -> bool:
        """Whether nothing more is asked of this seat."""
        return bool(self.acknowledged_at if self.asks else self.opened_at)


@dataclass(frozen=True)
class WaitingSheet:
    """One thing that waits for this seat to read it, or whose sender answered its question."""

    sheet: ItemSheet
    asks: bool
    due_on: date | None
    is_answered: bool
    waits: bool


@guarded(SENDERS)
def sendings(*, by: Visit, only: UUID | None = None) -> tuple[SendingSheet, ...]:
    """What this seat sent, the newest first; for a chair, what anybody in the county sent."""
    rows = ask(
        "SELECT id, made_by, made_at, roles, agencies, by_name, note, asks, due_on FROM adoption_sending "
        "WHERE (%s OR made_by = %s) AND (%s::uuid IS NULL OR id = %s) ORDER BY made_at DESC, id LIMIT %s",
        [Office.CHAIR in by.offices, by.actor, only, only, MOST_SENT],
    )
    counts: dict[UUID, list[ItemCount]] = {row[0]: [] for row in rows}
    for row in ask(COUNTED, [list(counts)]) if rows else ():
        counts[row[0]].append(ItemCount(ItemSheet(*row[3:8]), *row[:3], *row[8:]))
    return tuple(SendingSheet(tuple(counts[row[0]]), *row) for row in rows)


@guarded(SENDERS)
def people_of(sending: UUID, *, by: Visit) -> tuple[PersonSheet, ...]:
    """Everybody who got a sending with what they did, by name; shown by the database to its sender and the chair."""
    return tuple(PersonSheet(*row) for row in ask(STEPS, [sending]))


@guarded(SENDERS)
def questions_of(items: Iterable[UUID], *, by: Visit) -> tuple[QuestionSheet, ...]:
    """What recipients asked, the oldest first."""
    return _questions(list(items), None)


def waiting_of(rows: Iterable[tuple[Any, ...]]) -> tuple[WaitingSheet, ...]:
    """What is not read yet, the first day first, and questions now answered, from rows of `WAITING`."""
    found = [row for row in rows if row[9] or row[10]]
    each = {(row[0], row[1], row[9]): row for row in reversed(found)}  # of two languages the reader's own stands first
    return tuple(WaitingSheet(ItemSheet(*row[2:7]), *row[7:]) for row in reversed(each.values()))


@guarded(OfCounty())
def given_items(subject: UUID | None, *, by: Visit) -> tuple[GivenSheet, ...]:
    """What this seat was sent, the newest first: one thing by its name, or everything."""
    rows = ask(GIVEN, [by.actor, subject, subject, MOST_SENT])
    asked: dict[UUID, list[QuestionSheet]] = {row[0]: [] for row in rows}
    for one in _questions(list(asked), by.actor) if rows else ():
        asked[one.item].append(one)
    return tuple(GivenSheet(ItemSheet(*row[9:]), tuple(asked[row[0]]), *row[:9]) for row in rows)


@guarded(OfCounty())
def shown_answers(about: UUID, *, by: Visit) -> tuple[tuple[str, str, datetime], ...]:
    """Question, answer and day of what stands beside something for everybody, the newest first."""
    rows = ShownAnswer.objects.filter(about=about).order_by("-made_at", "id")
    return tuple(rows.values_list("question", "words", "made_at")[:MOST_SENT])


def _questions(items: list[UUID], asker: UUID | None) -> tuple[QuestionSheet, ...]:
    rows = ask(ASKED, [items, asker, asker]) if items else []
    return tuple(QuestionSheet(*row) for row in rows)
