"""Pictures from plain values: drawn on the server, each with a table that says the same. No words of their own."""

from porchlight.desks.pictures.drawing import Picture
from porchlight.desks.pictures.ladder import LadderWords, Rung, ladder
from porchlight.desks.pictures.moves import FROM, Move, MovesWords, moves
from porchlight.desks.pictures.promises import BECAME, Promise, PromisesWords, promises
from porchlight.desks.pictures.weeks import Week, WeeksWords, weeks

__all__ = [
    "BECAME",
    "FROM",
    "LadderWords",
    "Move",
    "MovesWords",
    "Picture",
    "Promise",
    "PromisesWords",
    "Rung",
    "Week",
    "WeeksWords",
    "ladder",
    "moves",
    "promises",
    "weeks",
]
