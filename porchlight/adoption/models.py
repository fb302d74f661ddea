"""Every table of the room, where Django looks for them; each part keeps its own."""

from porchlight.adoption.coaching.models import Coaching, SupportOutcome, Talk
from porchlight.adoption.files.models import File
from porchlight.adoption.publishing.models import Publication
from porchlight.adoption.steering.models import (
    Action,
    ActionOutcome,
    Attendance,
    Body,
    Decision,
    Meeting,
    Minutes,
    Paper,
    Place,
)

__all__ = [
    "Action",
    "ActionOutcome",
    "Attendance",
    "Body",
    "Coaching",
    "Decision",
    "File",
    "Meeting",
    "Minutes",
    "Paper",
    "Place",
    "Publication",
    "SupportOutcome",
    "Talk",
]
