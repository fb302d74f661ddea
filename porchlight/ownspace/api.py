"""The door of the young person's own space."""

from porchlight.ownspace.sessions import COOKIE
from porchlight.ownspace.ways import (
    NothingOpened,
    came_in,
    come_in,
    give_start_code,
    leave,
    new_card,
    new_words,
    speak,
)

__all__ = [
    "COOKIE",
    "NothingOpened",
    "came_in",
    "come_in",
    "give_start_code",
    "leave",
    "new_card",
    "new_words",
    "speak",
]
