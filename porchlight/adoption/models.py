"""Every table of the room, where Django looks for them; each part keeps its own."""

from porchlight.adoption.files.models import File
from porchlight.adoption.policies.models import (
    Conflict,
    ConflictFixed,
    ConflictPlan,
    Policy,
    PolicyStep,
    PolicyVersion,
    Protocol,
    ProtocolAnswer,
    ProtocolPartner,
    ProtocolText,
    ProtocolVersion,
    StateSent,
)
from porchlight.adoption.publishing.models import Publication

__all__ = [
    "Conflict",
    "ConflictFixed",
    "ConflictPlan",
    "File",
    "Policy",
    "PolicyStep",
    "PolicyVersion",
    "Protocol",
    "ProtocolAnswer",
    "ProtocolPartner",
    "ProtocolText",
    "ProtocolVersion",
    "Publication",
    "StateSent",
]
