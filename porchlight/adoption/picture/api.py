"""The door of the picture."""

from porchlight.adoption.picture.commands import say_level
from porchlight.adoption.picture.indicators import Indicator, Level, indicators, indicators_of, levels, said
from porchlight.adoption.picture.queries import AgencyPicture, Mark, marks, picture, said_so_far
from porchlight.adoption.picture.rules import Cell, Evidence, Figure, Said, Stands, levels_of

__all__ = [
    "AgencyPicture",
    "Cell",
    "Evidence",
    "Figure",
    "Indicator",
    "Level",
    "Mark",
    "Said",
    "Stands",
    "indicators",
    "indicators_of",
    "levels",
    "levels_of",
    "marks",
    "picture",
    "said",
    "said_so_far",
    "say_level",
]
