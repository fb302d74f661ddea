"""Every table of the room, where Django looks for them; each part keeps its own."""

from porchlight.adoption.definition.models import (
    AgencyAnswer,
    Comment,
    Definition,
    DefinitionReceipt,
    Passage,
    Reply,
    Wording,
    Writers,
)
from porchlight.adoption.files.models import File
from porchlight.adoption.publishing.models import Publication

__all__ = [
    "AgencyAnswer",
    "Comment",
    "Definition",
    "DefinitionReceipt",
    "File",
    "Passage",
    "Publication",
    "Reply",
    "Wording",
    "Writers",
]
