"""Every table of guidance."""

from porchlight.adoption.guidance.library_models import Guide, GuideMoment, GuideVersion
from porchlight.adoption.guidance.sending_models import (
    SentReceipt,
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
    "SentReceipt",
    "Recipient",
    "Sending",
    "SentAnswer",
    "SentItem",
    "SentQuestion",
    "ShownAnswer",
]
