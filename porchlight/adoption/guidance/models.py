"""Every table of guidance."""

from porchlight.adoption.guidance.library_models import Guide, GuideMoment, GuideVersion
from porchlight.adoption.guidance.sending_models import (
    Recipient,
    Sending,
    SentAnswer,
    SentItem,
    SentQuestion,
    SentReceipt,
    ShownAnswer,
)

__all__ = [
    "Guide",
    "GuideMoment",
    "GuideVersion",
    "Recipient",
    "Sending",
    "SentAnswer",
    "SentItem",
    "SentQuestion",
    "SentReceipt",
    "ShownAnswer",
]
