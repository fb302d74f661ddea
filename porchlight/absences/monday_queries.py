"""My Monday: what waits for this seat over all the young people beside whom it stands, in one statement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from porchlight.absences.duty_rules import HOLD_BACK, SEND, SETTLING, duty_state, is_late
from porchlight.absences.rules import ACKNOWLEDGED, IN_TOUCH, NO_LONGER_WAITING
from porchlight.kernel import clock
from porchlight.policy.api import Category, See, SeeMany, Visit, guarded, the_county

MOST_DUTIES = 8  # that a list over everybody shows; one more says that there are more
WAITING = """
WITH open AS MATERIALIZED (
  SELECT e.id, e.youth_id, e.state, e.left_at, e.received_at, e.about FROM absences_episode AS e
  WHERE e.closed_at IS NULL{one}
)
(SELECT 'tap', t.youth_id, t.id, t.heard, t.left_at, t.received_at, NULL::timestamptz, taken.at IS NOT NULL,
        t.about
 FROM absences_tap AS t
 LEFT JOIN LATERAL (SELECT min(s.at) AS at FROM absences_tap_step AS s
                    WHERE s.tap_id = t.id AND s.step = %(acknowledged)s) AS taken ON true
 WHERE NOT EXISTS (SELECT 1 FROM absences_tap_step AS s WHERE s.tap_id = t.id AND s.step = ANY (%(no_longer)s))
   AND NOT EXISTS (SELECT 1 FROM absences_episode AS e
                   WHERE e.youth_id = t.youth_id AND e.closed_at >= t.left_at)
   AND (taken.at IS NULL OR NOT EXISTS (SELECT 1 FROM open AS e WHERE e.youth_id = t.youth_id)){one_tap}
 ORDER BY t.received_at LIMIT 20)
UNION ALL
(SELECT 'absence', e.youth_id, e.id, e.state, e.left_at, e.received_at,
        (SELECT max(c.at) FROM absences_contact AS c
         WHERE c.youth_id = e.youth_id AND c.at >= e.left_at AND c.result = ANY (%(in_touch)s)), false,
        e.about
 FROM open AS e
 ORDER BY 7 NULLS FIRST LIMIT 30)
UNION ALL
(SELECT 'duty', d.youth_id, d.id, d.key, d.started_at, d.due_at, NULL,
        EXISTS (SELECT 1 FROM absences_gate_answer AS a WHERE a.duty_id = d.id AND a.answer <> 'no')
        AND NOT EXISTS (SELECT 1 FROM absences_evidence AS v
                        WHERE v.duty_id = d.id AND v.kind = ANY (%(verdicts)s)),
        false
 FROM absences_duty AS d
 WHERE NOT EXISTS (SELECT 1 FROM absences_evidence AS v WHERE v.duty_id = d.id AND v.kind = ANY (%(settling)s))
   AND (d.trigger = 'state_returned' OR EXISTS (SELECT 1 FROM open AS e WHERE e.id = d.episode_id)){one_duty}
   AND (%(before)s::timestamptz IS NULL OR %(role)s = ANY (string_to_array(d.owners, ','))
        OR d.started_at <= %(before)s)
 ORDER BY d.due_at, d.key LIMIT {duties})
UNION ALL
(SELECT 'back', b.youth_id, b.id, '', b.back_at, b.back_at, NULL, false, b.about
 FROM (SELECT DISTINCT ON (b.youth_id) b.youth_id, b.id, b.back_at, b.about FROM absences_back AS b
       WHERE b.back_at >= %(home_since)s ORDER BY b.youth_id, b.back_at DESC) AS b
 ORDER BY b.back_at DESC LIMIT 200)
"""
OVER_ALL = WAITING.format(one="", one_tap="", one_duty="", duties=MOST_DUTIES + 1)
OF_ONE = WAITING.format(
    one=" AND e.youth_id = %(youth)s",
    one_tap=" AND t.youth_id = %(youth)s",
    one_duty=" AND d.youth_id = %(youth)s",
    duties=40,
)


@dataclass(frozen=True)
class WaitingTap:
    """A tap that wants a person. `taken`: somebody has it, and has not decided yet. `about`: they left about then."""

    youth: UUID
    id: UUID
    heard: str
    left_at: datetime
    received_at: datetime
    taken: bool
    about: bool


@dataclass(frozen=True)
class OpenAbsence:
    """An open absence with the last contact since they left; None while there was none."""

    youth: UUID
    id: UUID
    state: str
    left_at: datetime
    received_at: datetime
    last_contact_at: datetime | None
    about: bool


@dataclass(frozen=True)
class DueDuty:
    """An open duty with its state (`duty_rules.duty_state`) and whether its time is over."""

    youth: UUID
    id: UUID
    key: str
    due_at: datetime
    state: str
    late: bool


@dataclass(frozen=True)
class LatelyHome:
    """Somebody who came home lately. `about`: they came about then."""

    youth: UUID
    id: UUID
    back_at: datetime
    about: bool


Waiting = WaitingTap | OpenAbsence | DueDuty | LatelyHome
Row = tuple[str, UUID, UUID, str, datetime, datetime, datetime | None, bool, bool]


@guarded(SeeMany(Category.ABSENCE))
def my_waiting(*, home_since: datetime | None = None, by: Visit) -> tuple[Waiting, ...]:
    """Taps, open absences (longest without contact first) and the open duties that are due first, of this seat.

    And who came home since `home_since`, when it is given: each once, the last first.

    A supervisor's list carries the duties of supervisors, and others once they stayed open as long as the
    county's first step of `missing.escalation` says.
    """
    return _ask(None, home_since=home_since, by=by)


@guarded(See(Category.ABSENCE))
def waiting_for(youth: UUID, *, by: Visit) -> tuple[Waiting, ...]:
    """The same for one young person."""
    return _ask(youth, by=by)


def _ask(youth: UUID | None, *, home_since: datetime | None = None, by: Visit) -> tuple[Waiting, ...]:
    now = clock.now()
    steps = [step.after for step in the_county().steps("missing.escalation") if step.to == by.role]
    values = {
        "youth": youth,
        "home_since": home_since,
        "acknowledged": ACKNOWLEDGED,
        "no_longer": list(NO_LONGER_WAITING),
        "in_touch": sorted(IN_TOUCH),
        "verdicts": [SEND, HOLD_BACK],
        "settling": list(SETTLING),
        "role": by.role,
        "before": now - min(steps) if steps and youth is None else None,
    }
    with connection.cursor() as cursor:
        cursor.execute(OF_ONE if youth else OVER_ALL, values)
        return tuple(_sheet(row, now=now) for row in cursor.fetchall())


def _sheet(row: Row, *, now: datetime) -> Waiting:
    kind, youth, id_, word, first, second, contact, flag, about = row
    if kind == "tap":
        return WaitingTap(youth, id_, word, first, second, flag, about)
    if kind == "absence":
        return OpenAbsence(youth, id_, word, first, second, contact, about)
    if kind == "back":
        return LatelyHome(youth, id_, second, about)
    state = duty_state(due=second, kinds=(), on_hold=flag, at=now)
    return DueDuty(youth, id_, word, second, state, is_late(second, at=now))
