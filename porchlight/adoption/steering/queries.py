"""The committee as the county sees it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from porchlight.adoption.steering.models import Attendance, Body, Decision, Meeting, Minutes, Paper, Place
from porchlight.adoption.steering.rules import FEWEST_LIVED, LIVED, LivedExperience, Stands, action_stands
from porchlight.kernel import clock
from porchlight.policy.api import OfCounty, Visit, ask, guarded

ACTIONS = """
SELECT a.id, a.meeting_id, a.words, a.owner, a.due_on, o.done, o.words, %s
FROM adoption_action AS a
LEFT JOIN LATERAL (SELECT x.done, x.words FROM adoption_action_outcome AS x WHERE x.action_id = a.id
                   ORDER BY x.made_at DESC, x.id LIMIT 1) AS o ON true
WHERE (%s::uuid IS NULL OR a.meeting_id = %s) AND (NOT %s OR o.done IS NOT TRUE)
ORDER BY a.due_on, a.made_at, a.id LIMIT 50
"""

# Who came stands at the place as it was then: a change of holder begins another row.
LIVED_PLACES = """
WITH lived AS (
  SELECT p.id, p.paid, p.made_at, p.ended_at IS NULL AND p.holder <> '' AS is_held
  FROM adoption_place AS p JOIN adoption_body AS b ON b.id = p.body_id
  WHERE b.county = %(county)s AND b.kind = 'committee' AND b.ended_at IS NULL AND p.partner = %(lived)s)
SELECT count(*) FILTER (WHERE l.is_held AND l.paid), count(*) FILTER (WHERE l.is_held AND NOT l.paid),
  max(l.made_at) FILTER (WHERE l.is_held AND l.paid), (
    SELECT max(m.starts_at) FROM adoption_meeting AS m
    WHERE m.county = %(county)s AND m.called_off_at IS NULL AND m.starts_at BETWEEN %(since)s AND %(now)s
      AND %(fewest)s <= (SELECT count(*) FILTER (WHERE c.came <> 'nobody') FROM (
        SELECT DISTINCT ON (t.place_id) t.came FROM adoption_attendance AS t JOIN lived AS x ON x.id = t.place_id
        WHERE t.meeting_id = m.id AND x.paid ORDER BY t.place_id, t.made_at DESC, t.id) AS c))
FROM lived AS l
"""


@dataclass(frozen=True)
class BodySheet:
    """The committee or a taskforce."""

    id: UUID
    kind: str
    name: str
    purpose: str


@dataclass(frozen=True)
class PlaceSheet:
    """A place at the table. `is_vacant`: nobody holds it."""

    id: UUID
    body: UUID
    partner: str
    name: str
    holder: str
    alternate: str
    paid: bool
    since: datetime
    ended_at: datetime | None

    @property
    def is_vacant(self) -> bool:
        return not self.holder


@dataclass(frozen=True)
class MeetingSheet:
    """A meeting. `has_begun` by the clock."""

    id: UUID
    body: UUID
    starts_at: datetime
    venue: str
    agenda: str
    called_off_at: datetime | None
    has_begun: bool


@dataclass(frozen=True)
class ActionSheet:
    """Who does what by which day, and what came of it."""

    id: UUID
    meeting: UUID
    words: str
    owner: str
    due_on: date
    done: bool | None
    came_of_it: str | None
    today: date

    @property
    def stands(self) -> Stands:
        return action_stands(due_on=self.due_on, done=self.done, today=self.today)


@dataclass(frozen=True)
class MinutesSheet:
    """One version of the minutes."""

    number: int
    words: str
    made_at: datetime
    approved_at: datetime | None


@dataclass(frozen=True)
class MeetingWhole:
    """Everything about one meeting. `came` has the code of `rules.CAME` by place; `minutes` is the newest version."""

    meeting: MeetingSheet
    papers: tuple[tuple[str, UUID], ...]
    came: dict[UUID, str]
    decisions: tuple[tuple[str, str], ...]
    actions: tuple[ActionSheet, ...]
    minutes: MinutesSheet | None


@guarded(OfCounty())
def bodies(*, by: Visit) -> tuple[BodySheet, ...]:
    """The committee first, then its taskforces by name."""
    rows = Body.objects.filter(ended_at=None).order_by("kind", "name").values_list("id", "kind", "name", "purpose")
    return tuple(BodySheet(*row) for row in rows)


@guarded(OfCounty())
def places_of(body: UUID, *, by: Visit, ended: bool = False) -> tuple[PlaceSheet, ...]:
    """The places of a body that stand now, in order of their making; with `ended`, the earlier ones too."""
    rows = Place.objects.filter(body_id=body).order_by("made_at", "id")
    rows = rows if ended else rows.filter(ended_at=None)
    columns = ("id", "body_id", "partner", "name", "holder", "alternate", "paid", "made_at", "ended_at")
    return tuple(PlaceSheet(*row) for row in rows.values_list(*columns))


@guarded(OfCounty())
def lived_experience(*, since: date, by: Visit) -> LivedExperience:
    """How lived experience sits at the county's committee, and met there from that day on. One statement."""
    begins = datetime.combine(since, time(0), tzinfo=clock.COUNTY_ZONE)
    asked = {"county": by.county, "lived": LIVED, "fewest": FEWEST_LIVED, "since": begins, "now": clock.now()}
    paid, unpaid, held, met = ask(LIVED_PLACES, asked)[0]
    return LivedExperience(paid, unpaid, _day(held), _day(met))


def _day(at: datetime | None) -> date | None:
    return clock.county_time(at).date() if at else None


@guarded(OfCounty())
def meetings(*, by: Visit, most: int = 20) -> tuple[MeetingSheet, ...]:
    """The meetings of the county's bodies, the latest first."""
    return tuple(_meeting(row) for row in Meeting.objects.order_by("-starts_at", "id")[:most])


@guarded(OfCounty())
def actions_open(*, by: Visit) -> tuple[ActionSheet, ...]:
    """The actions of which nobody has said that they are done, by their day."""
    return tuple(ActionSheet(*row) for row in ask(ACTIONS, [_today(), None, None, True]))


@guarded(OfCounty())
def meeting_whole(meeting: UUID, *, by: Visit) -> MeetingWhole | None:
    """One meeting with papers, attendance, decisions, actions and its newest minutes."""
    found = Meeting.objects.filter(id=meeting).first()
    if found is None:
        return None
    came = Attendance.objects.filter(meeting_id=meeting).order_by("made_at").values_list("place_id", "came")
    newest = Minutes.objects.filter(meeting_id=meeting).order_by("-number")
    minutes = newest.values_list("number", "words", "made_at", "approved_at").first()
    return MeetingWhole(
        _meeting(found),
        tuple(Paper.objects.filter(meeting_id=meeting).order_by("made_at").values_list("title", "file_id")),
        dict(came),
        tuple(Decision.objects.filter(meeting_id=meeting).order_by("made_at").values_list("words", "how")),
        tuple(ActionSheet(*row) for row in ask(ACTIONS, [_today(), meeting, meeting, False])),
        MinutesSheet(*minutes) if minutes else None,
    )


def _meeting(row: Meeting) -> MeetingSheet:
    begun = row.starts_at <= clock.now()
    return MeetingSheet(row.id, row.body_id, row.starts_at, row.venue, row.agenda, row.called_off_at, begun)


def _today() -> date:
    return clock.county_time(clock.now()).date()
