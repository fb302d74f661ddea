"""A county as it stands on one day: every value by its key, and each answer typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from porchlight.kernel.county.court_days import CourtCalendar
from porchlight.kernel.county.dues import AtLeast, Days, Within
from porchlight.kernel.county.duties import DutyRule
from porchlight.kernel.county.language import pick
from porchlight.kernel.county.listing import CountyListing
from porchlight.kernel.county.trainings import TrainingRule
from porchlight.kernel.county.troubles import NoSuchKey, NotThatUnit
from porchlight.kernel.county.values import EscalationStep, Value, Words


@dataclass(frozen=True, eq=False)
class County:
    """One county's values as they hold on the day `on`. It never changes after it was read.

    `triggers` are all that a duty can start from.
    """

    key: str
    place: CountyListing
    on: date
    values: Mapping[str, Value]
    rules: Mapping[str, DutyRule]
    triggers: frozenset[str]
    training_rules: Mapping[str, TrainingRule]
    calendar: CourtCalendar

    @property
    def name(self) -> str:
        """The bare name, such as Alameda: see `title` for a heading."""
        return self.place.name

    @property
    def hotline(self) -> str:
        """The child-welfare number or numbers as listed; empty when none is sourced."""
        return self.place.child_welfare_hotline

    @property
    def zone(self) -> ZoneInfo:
        """The county's time zone."""
        zone = self.value("clock.zone").content
        if isinstance(zone, ZoneInfo):
            return zone
        raise self._not("clock.zone", "a time zone")

    def title(self, language: str) -> str:
        """The county's name as a heading."""
        if self.key == "california":
            return self.name
        return pick(language, en=f"{self.name} County", es=f"Condado de {self.name}")

    @property
    def unconfirmed(self) -> tuple[str, ...]:
        """The keys of everything called law here that no named person has confirmed."""
        rules = [rule.key for rule in self.rules.values() if rule.kind == "law" and not rule.confirmed]
        values = [value.key for value in self.values.values() if value.provenance.kind == "law" and not value.confirmed]
        trainings = [rule.key for rule in self.training_rules.values() if rule.unconfirmed]
        years = [f"holidays {year}" for year in self.calendar.unconfirmed_years]
        return tuple(rules + values + trainings + years)

    def value(self, key: str) -> Value:
        """The value with its source and dates."""
        if key not in self.values:
            raise NoSuchKey(f"The values of {self.name} have no “{key}” on {self.on.isoformat()}.")
        return self.values[key]

    def rule(self, key: str) -> DutyRule:
        """The one duty with this key."""
        if key not in self.rules:
            raise NoSuchKey(f"The duties of {self.name} have no “{key}” on {self.on.isoformat()}.")
        return self.rules[key]

    def duties(self, trigger: str) -> tuple[DutyRule, ...]:
        """Every duty that starts from this trigger, in the order of the file."""
        if trigger not in self.triggers:
            raise NoSuchKey(f"No duty of {self.name} starts from “{trigger}”.")
        return tuple(rule for rule in self.rules.values() if rule.trigger == trigger)

    def trainings(self, role: str) -> tuple[TrainingRule, ...]:
        """Every training that a role needs, in the order of the file; none for a role that needs none."""
        return tuple(rule for rule in self.training_rules.values() if role in rule.roles)

    def duration(self, key: str) -> timedelta:
        """A length of time: of a value, or of a duty that counts hours or days."""
        if key in self.rules:
            return self._duration_of(self.rules[key])
        content = self.value(key).content
        if isinstance(content, timedelta):
            return content
        raise self._not(key, "a length of time")

    def _duration_of(self, rule: DutyRule) -> timedelta:
        match rule.due:
            case Within(hours=hours):
                return timedelta(hours=hours)
            case Days(count=days) | AtLeast(days=days):
                return timedelta(days=days)
            case _:
                raise self._not(rule.key, "a fixed length of time: ask due_at")

    def minutes(self, key: str) -> int:
        """A length of time in whole minutes."""
        return self.duration(key) // timedelta(minutes=1)

    def yes(self, key: str) -> bool:
        """A yes or no."""
        content = self.value(key).content
        if isinstance(content, bool):
            return content
        raise self._not(key, "a yes or no")

    def text(self, key: str, language: str) -> str:
        """Words in the language asked for. A phone number or a host is the same in both."""
        content = self.value(key).content
        if isinstance(content, Words):
            return pick(language, en=content.en, es=content.es)
        if isinstance(content, str):
            return pick(language, en=content, es=content)
        raise self._not(key, "words")

    def keys(self, key: str) -> tuple[str, ...]:
        """A list of keys, in the county's order."""
        content = self.value(key).content
        found = tuple(one for one in content if isinstance(one, str)) if isinstance(content, tuple) else ()
        if found:
            return found
        raise self._not(key, "a list of keys")

    def steps(self, key: str) -> tuple[EscalationStep, ...]:
        """The steps of an escalation, the earliest first."""
        content = self.value(key).content
        found = tuple(one for one in content if isinstance(one, EscalationStep)) if isinstance(content, tuple) else ()
        if found:
            return found
        raise self._not(key, "a list of steps")

    def _not(self, key: str, what: str) -> NotThatUnit:
        return NotThatUnit(f"“{key}” of {self.name} is not {what}.")
