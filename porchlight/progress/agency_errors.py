"""The errors of switching the third kind on for an agency.

CountingTrouble      nothing was switched
├── NoOwnFigure      too few young people for a figure of the agency's own
├── TooFewMonths     fewer than twelve months of confirmed days
└── FigureMoved      the figure is no longer the one that was looked at
"""

from __future__ import annotations

from porchlight.kernel.errors import Trouble


class CountingTrouble(Trouble):
    """The third kind stays as it was."""

    code = "PL-PRG-050"
    sentence = "That did not work. Nothing was switched on or off."
    repair = "Look at the last lines of the log for what stopped it."


class NoOwnFigure(CountingTrouble):
    """The nightly run had too few young people to work out a figure."""

    code = "PL-PRG-051"
    sentence = "You have no figure of your own yet. It takes 11 young people with 12 confirmed weeks who left in them."
    repair = "Nothing to repair: the figure comes by itself when enough days are confirmed."


class TooFewMonths(CountingTrouble):
    """In some of the last twelve months too few days were confirmed."""

    code = "PL-PRG-052"
    sentence = "In each of the last 12 months, 8 of 10 days have to be confirmed. That is not so yet."
    repair = "Nothing to repair: the condition is met when homes and workers confirm the days."


class FigureMoved(CountingTrouble):
    """A nightly run came between looking and switching."""

    code = "PL-PRG-053"
    sentence = "The figure is another one since you looked. Please look at it again."
    repair = "Nothing to repair: open the page again."
