"""Every table of the room, where Django looks for them; each part keeps its own."""

from porchlight.adoption.coaching.models import Coaching, SupportOutcome, Talk
from porchlight.adoption.files.models import File
from porchlight.adoption.publishing.models import Publication

__all__ = ["Coaching", "File", "Publication", "SupportOutcome", "Talk"]
