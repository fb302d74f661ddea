"""What an agency's own figures are, what it set, and by which configuration its young people's records are read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from porchlight.kernel import clock
from porchlight.policy.api import Category, Holding, See, SignedIn, Visit, ask_one, guarded
from porchlight.progress.agency_errors import FigureMoved, NoOwnFigure, TooFewMonths
from porchlight.progress.rules.agency import MONTHS_NEEDED
from porchlight.progress.rules.config import USUAL, Config


@dataclass(frozen=True)
class Counting:
    """One agency's figures of the last night, and the last word on its third kind.

    `phi` is None with too few young people. `months` of the last twelve had enough days confirmed; `share` of the
    days of those twelve about which somebody said anything, None without one. `looked_at` is the figure that
    whoever switched it on had looked at.
    """

    made_at: datetime
    until: date
    phi: float | None
    youths: int
    months: int
    share: float | None
    is_on: bool
    set_by: str = ""
    set_at: datetime | None = None
    looked_at: float | None = None

    @property
    def may_switch_on(self) -> bool:
        """Whether the condition of the third kind holds, apart from looking."""
        return self.phi is not None and self.months >= MONTHS_NEEDED

    @property
    def in_force(self) -> bool:
        """Whether the third kind is said: on, and with a figure of the agency's own."""
        return self.is_on and self.phi is not None


@guarded(SignedIn())
def counting(*, by: Visit) -> Counting | None:
    """The figures of this seat's own agency; None before its first night."""
    row = ask_one("SELECT * FROM pl.counting()")
    if row is None:
        return None
    said, confirmed = row["said"], row["confirmed"]
    named = ("made_at", "until", "phi", "youths", "months", "is_on", "set_at", "looked_at")
    values = {name: row[name] for name in named}
    return Counting(share=confirmed / said if said else None, set_by=row["set_by"] or "", **values)


@guarded(See(Category.RECOGNITION))
def agency_config(youth: UUID, *, by: Visit) -> Config:
    """By which configuration this young person's record is read, whoever looks: that of the agency that answers.

    Its own dispersion where there is one, else the usual. The third kind is off unless that agency switched it on.
    """
    row = ask_one("SELECT phi, is_on FROM pl.counting_beside(%s)", [youth]) or {}
    return config_of(row.get("phi"), is_on=bool(row.get("is_on")))


def config_of(phi: float | None, *, is_on: bool) -> Config:
    """The configuration that goes with an agency's own figure; the usual one without."""
    return USUAL if phi is None else replace(USUAL, phi=phi, sustained=is_on)


def why_not_yet(own: Counting | None) -> str:
    """Why the third kind can't be switched on, in one sentence; empty when it can."""
    if own is None or own.phi is None:
        return NoOwnFigure.sentence
    return "" if own.may_switch_on else TooFewMonths.sentence


@guarded(Holding(("SUP",)))
def switch_on(*, looked_at: float | None, by: Visit) -> None:
    """Switch the third kind on for this supervisor's agency; they say that they looked at this very figure.

    Raises `NoOwnFigure`, `TooFewMonths` or `FigureMoved`. Name and time are kept.
    """
    now = counting(by=by)
    if now is None or now.phi is None:
        raise NoOwnFigure
    if not now.may_switch_on:
        raise TooFewMonths
    if now.phi != looked_at or not _switch(True, looked_at, by=by):
        raise FigureMoved


@guarded(Holding(("SUP",)))
def switch_off(*, by: Visit) -> None:
    """Switch it off, at any time."""
    _switch(False, None, by=by)


def _switch(on: bool, looked_at: float | None, *, by: Visit) -> bool:
    values = [on, looked_at, by.name, clock.now()]
    row = ask_one("SELECT pl.switch_lasting(%s, %s::float8, %s, %s) AS done", values)
    return bool(row and row["done"])
