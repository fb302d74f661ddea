"""Every table of the room, where Django looks for them; each part keeps its own."""

from porchlight.adoption.coaching.models import Coaching, SupportOutcome, Talk
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
    "Conflict",
    "ConflictFixed",
    "ConflictPlan",
    "Decision",
    "File",
    "Meeting",
    "Minutes",
    "Paper",
    "Place",
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
    "SupportOutcome",
    "Talk",
]
