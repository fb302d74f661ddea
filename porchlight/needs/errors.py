"""The errors of this room.

NeedTrouble      something about the needs map did not work
├── NoSuchNeed   the need was taken off the map meanwhile, or is not this young person's
├── OtherAgency  the map belongs to the agency that answers for the young person
└── NotBeside    the helper does not stand beside them, or no yes could open a row to that role
"""

from __future__ import annotations

from porchlight.kernel.errors import Trouble


class NeedTrouble(Trouble):
    code = "PL-NED-001"
    sentence = "That change to the needs map did not work. Nothing was saved and nothing was lost."
    repair = "Look at the last lines of the log for what stopped it."


class NoSuchNeed(NeedTrouble):
    code = "PL-NED-002"
    sentence = "That need is not on the map any more. Please go back to the map and look."
    repair = "Somebody took the need off while the page was open."


class OtherAgency(NeedTrouble):
    code = "PL-NED-003"
    sentence = "Only the agency that answers for this young person changes their map. Please tell their worker."
    repair = "Rows cannot cross agencies: take a seat of the responsible agency."


class NotBeside(NeedTrouble):
    code = "PL-NED-004"
    sentence = "That person can't be given this need. Pick somebody of the team, or write who it is."
    repair = "The seat needs a standing beside the young person and a role whose cell of K09 a yes can open."
