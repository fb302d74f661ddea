"""Every table of the room, where Django looks for them; each part keeps its own."""

from porchlight.adoption.files.models import File
from porchlight.adoption.guidance.models import (
    Guide,
    GuideMoment,
    GuideVersion,
    Recipient,
    Sending,
    SentAnswer,
    SentItem,
    SentQuestion,
    SentReceipt,
    ShownAnswer,
)
from porchlight.adoption.publishing.models import Publication

__all__ = [
    "File",
    "Guide",
    "GuideMoment",
    "GuideVersion",
    "Publication",
    "Recipient",
    "Sending",
    "SentAnswer",
    "SentItem",
    "SentQuestion",
    "SentReceipt",
    "ShownAnswer",
]
