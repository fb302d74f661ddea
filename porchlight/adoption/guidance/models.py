"""Every table of guidance."""

from porchlight.adoption.guidance.library_models import Guide, GuideMoment, GuideVersion
from porchlight.adoption.guidance.sending_models import (
    Receipt,
    Recipient,
    Sending,
    SentAnswer,
    SentItem,
    SentQuestion,
    ShownAnswer,
)

__all__ = [
    "Guide",
    "GuideMoment",
    "GuideVersion",
    "Receipt",
    "Recipient",
    "Sending",
    "SentAnswer",
    "SentItem",
    "SentQuestion",
    "ShownAnswer",
]
