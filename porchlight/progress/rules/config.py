"""The numbers by which the engine decides what may be shown. Source: the progress reference, sections 2 and 3."""

from __future__ import annotations

from dataclasses import dataclass, fields

from porchlight.progress.rules.checks import above_zero, not_negative, share, whole
from porchlight.progress.rules.errors import BadInput

# Named in every result. A new one whenever the same facts may give another answer.
ENGINE = "2"
_SHARES = ("pattern_on", "pattern_off", "alone_on", "agree_on", "sustained_off", "higher_at")
_NUMBERS = ("phi", "phi_of_returns", "temper_of_shares", "min_days", "min_events", "min_returns")


@dataclass(frozen=True, kw_only=True)
class Config:
    """What one agency has set. The defaults are those that the simulation was run with.

    `pattern` and `sustained` switch tiers 2 and 3. `sustained` stays off until the agency has twelve months of
    confirmed days and has looked at its own dispersion (`phi`, from 1.5 to 3).
    """

    pattern: bool = True
    sustained: bool = False
    phi: float = 1.5
    phi_of_returns: float = 2.0
    temper_of_shares: float = 1.3
    pattern_on: float = 0.80
    pattern_off: float = 0.60
    pattern_looks: int = 2
    alone_on: float = 0.99  # stricter than the .975 of the reference; ADR 014
    agree_on: float = 0.90
    sustained_off: float = 0.70
    sustained_looks: int = 3
    higher_at: float = 0.80
    reference_weeks: int = 8
    confirmed_days: int = 4  # of the seven of a week, for it to be one of the reference weeks
    recent_min: int = 4
    recent_max: int = 12
    min_days: float = 5.0
    min_events: float = 3.0
    min_returns: float = 3.0  # absences on each side, for every dimension but leaving
    stands: int = 12  # looks after which a sustained recognition makes way for a new reference

    def __post_init__(self) -> None:
        """Refuse numbers that make no sense, such as a tier that is left at a higher chance than it is entered."""
        for field in fields(self):
            if field.type == "int" and whole(getattr(self, field.name), called=field.name) < 1:
                raise BadInput(f"{field.name} must be at least 1.")
        for name in _SHARES:
            share(getattr(self, name), called=name)
        for name in _NUMBERS:
            not_negative(getattr(self, name), called=name)
        for name in ("phi", "phi_of_returns", "temper_of_shares"):
            above_zero(getattr(self, name), called=name)
        if self.pattern_off > self.pattern_on or self.sustained_off > min(self.agree_on, self.alone_on):
            raise BadInput("A statement is entered high and left low.")
        if self.recent_min > self.recent_max:
            raise BadInput("The fewest recent weeks are no more than the most.")


USUAL = Config()
