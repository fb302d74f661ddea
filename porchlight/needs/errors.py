"""The errors of this room.

NeedTrouble      something about the needs map did not work
├── NoSuchNeed   the need was taken off the map meanwhile, or is not this young person's
├── OtherAgency  the map belongs to the agency that answers for the young person
└── NotBeside    the helper does not stand beside them, or no yes could open a row to that role
"""

from __future__ import annotations

from porchlight.kernel.errors import Trouble


class NeedTrouble(Trouble):
    """A change to the needs map was not kept."""

    code = "PL-NED-001"
    sentence = "That change to the needs map did not work. Nothing was saved and nothing was lost."
    repair = "Look at the last lines of the log for what stopped it."


class NoSuchNeed(NeedTrouble):
    """The need is not on this young person's map, or not any more."""

    code = "PL-NED-002"
    sentence = "That need is not on the map any more. Please go back to the map and look."
    repair = "Somebody took the need off while the page was open."


class OtherAgency(NeedTrouble):
    """The map is kept by the agency that answers for the young person, and this seat is of another."""

    code = "PL-NED-003"
    sentence = "This line is on a map that another agency keeps. Please ask the worker there to change it."
    repair = "Rows cannot cross agencies: take a seat of the responsible agency."


class NotBeside(NeedTrouble):
    """The helper does not stand beside the young person, or could never be let see the row."""

    code = "PL-NED-004"
    sentence = "That did not fit any more. Please go back to the map and look who is there now."
    repair = "The seat needs a standing beside the young person and a role whose cell of K09 a yes can open."
