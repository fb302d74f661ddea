"""Every table of the room, where Django looks for them; each part keeps its own."""

from porchlight.adoption.files.models import File
from porchlight.adoption.publishing.models import Publication
from porchlight.adoption.training.models import (
    Attended,
    Circle,
    Confidence,
    Curriculum,
    Intention,
    Learning,
    Outcome,
    Presence,
    Session,
)

__all__ = [
    "Attended",
    "Circle",
    "Confidence",
    "Curriculum",
    "File",
    "Intention",
    "Learning",
    "Outcome",
    "Presence",
    "Publication",
    "Session",
]
