"""Every table of this part."""

from porchlight.adoption.policies.conflict_models import Conflict, ConflictFixed, ConflictPlan
from porchlight.adoption.policies.policy_models import Policy, PolicyStep, PolicyVersion
from porchlight.adoption.policies.protocol_models import (
    Protocol,
    ProtocolAnswer,
    ProtocolPartner,
    ProtocolText,
    ProtocolVersion,
    StateSent,
)

__all__ = [
    "Conflict",
    "ConflictFixed",
    "ConflictPlan",
    "Policy",
    "PolicyStep",
    "PolicyVersion",
    "Protocol",
    "ProtocolAnswer",
    "ProtocolPartner",
    "ProtocolText",
    "ProtocolVersion",
    "StateSent",
]
