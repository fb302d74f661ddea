"""The way to the picture, for those who lead."""

from __future__ import annotations

from porchlight.desks.team.leadership.picture.pages_picture import LEADERSHIP
from porchlight.desks.team.shell.slots import Filled, practice_part
from porchlight.policy.api import Visit


@practice_part(70, needs=LEADERSHIP)
def picture_card(visit: Visit) -> Filled | None:
    """A link, and no number: the picture is read whole or not at all."""
    return Filled("adoption/card_picture.html", {})
