"""A young person who lives in the caregiver's home, and the nights and days around a return."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from porchlight.absences import api as absences
from porchlight.flows.coming_home import Told, come_home
from porchlight.kernel import clock
from porchlight.people import api as people
from porchlight.project.stage import acting, in_house
from porchlight.teams import api as teams
from tests.support.cast import Cast
from tests.support.client import team_browser

NIGHT = datetime(2026, 11, 22, 11, 0, tzinfo=UTC)  # 3 am in the county
AGREEMENT = {
    "kind": "checkin_time",
    "what": "Text by 9 pm when out late",
    "why": "So that somebody knows to leave the light on",
    "hours": 24,
    "also_when_seeking_help": False,
    "they_said_yes": True,
    "caregiver_said_yes": True,
}


@dataclass(frozen=True)
class Scene:
    """What a test arranges with: every act is the product's own command, at a moment that stands still."""

    cast: Cast
    night: datetime = NIGHT
    left: datetime = NIGHT - timedelta(hours=30)
    long_ago: datetime = NIGHT - timedelta(days=20)
    next_day: datetime = NIGHT + timedelta(hours=13)

    def young_person(self, *, name: str = "Robin", household: bool = True) -> UUID:
        """Somebody new beside the worker; the caregiver stands beside them and, usually, shares their home."""
        with in_house("team"), acting(self.cast["SW"].seat) as sw:
            names = people.names_by_audience(
                legal=f"{name} Legal", used=name, pronoun="they/them", ticked=frozenset({"team", "home"})
            )
            youth = people.welcome(
                names=names, legal_name=f"{name} Legal", birth_date=date(2010, 5, 4), language="en", by=sw
            )
            for role in ("BH", "PH", "ATT") if household else ("CG", "BH", "PH", "ATT"):
                teams.join_team(youth, seat=self.cast[role].seat, footing="CFT_832", by=sw)
            if household:
                teams.lives_with(youth, agency=self.cast["CG"].agency, by=sw)
        return youth

    @contextmanager
    def seen_by(self, role: str, *, at: datetime = NIGHT):
        """One visit of that member of the cast (or of Quinn), with the clock at that moment."""
        member = self.cast.quinn if role == "quinn" else self.cast[role]
        with clock.standing_still(at), in_house("team"), acting(member.seat) as visit:
            yield visit

    @contextmanager
    def as_youth(self, youth: UUID, *, at: datetime = NIGHT):
        """One visit of the young person in their own house."""
        with clock.standing_still(at), in_house("youth"), acting(youth, youth=True) as visit:
            yield visit

    @contextmanager
    def browser(self, role: str, *, at: datetime = NIGHT, accept: str = "en"):
        """A browser of that member of the cast (or of Quinn), with the clock at that moment."""
        member = self.cast.quinn if role == "quinn" else self.cast[role]
        with clock.standing_still(at), team_browser(member, accept=accept) as browser:
            yield browser

    def leave(self, youth: UUID, *, at: datetime | None = None) -> UUID:
        """An absence that the worker opened."""
        left = at or self.left
        with self.seen_by("SW", at=left) as sw:
            return absences.open_episode(youth, state="concern", nonminor=None, left_at=left, by=sw).id

    def come_back(self, youth: UUID, *, role: str = "CG", at: datetime = NIGHT, **told: object) -> absences.CameHome:
        """That member of the cast opens the door and tells it."""
        with self.seen_by(role, at=at) as visit:
            return come_home(youth, told=Told(**({"back_at": at} | told)), by=visit)

    def agree(self, youth: UUID, *, role: str = "SW", at: datetime | None = None, **changed: object) -> UUID:
        """An agreement with both their yes, made in quiet times unless `at` says otherwise."""
        with self.seen_by(role, at=at or self.long_ago) as visit:
            return absences.agree(youth, said=absences.Said(**(AGREEMENT | changed)), by=visit)

    def bed(self, youth: UUID, *, role: str = "SW", at: datetime = NIGHT, **said: object) -> None:
        """What that member of the cast records about the bed."""
        with self.seen_by(role, at=at) as visit:
            absences.record_bed(youth, **said, by=visit)
