"""The door of the young person's own space."""

from porchlight.ownspace.sessions import COOKIE
from porchlight.ownspace.ways import (
    CLOSING,
    NothingOpened,
    came_in,
    close_after,
    closes_after,
    come_in,
    give_start_code,
    leave,
    new_card,
    new_words,
    speak,
)

__all__ = [
    "CLOSING",
    "COOKIE",
    "NothingOpened",
    "came_in",
    "close_after",
    "closes_after",
    "come_in",
    "give_start_code",
    "leave",
    "new_card",
    "new_words",
    "speak",
]
