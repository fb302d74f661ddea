"""The door of the front."""

from porchlight.adoption.front.queries import FrontSheet, what_waits

__all__ = ["FrontSheet", "what_waits"]
