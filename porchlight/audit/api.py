"""The door of the audit. Recording is for the watchman, verifying for the command line."""

from porchlight.audit.record import record
from porchlight.audit.verify import Report, verify

__all__ = ["Report", "record", "verify"]
