"""The door of needs."""

from porchlight.needs.commands import (
    answer_helper,
    answer_need,
    give_need,
    name_need,
    note_on_need,
    take_off,
)
from porchlight.needs.errors import NeedTrouble, NoSuchNeed, NotBeside, OtherAgency
from porchlight.needs.queries import (
    HelperSheet,
    NeedSheet,
    NoteSheet,
    WaitingSheet,
    needs_map,
    one_need,
    staff_note,
    waiting_needs,
)
from porchlight.needs.rules import BEFORE, CLOSED, MATTERS, NOT_NEEDS, OPEN_ANYWAY, VERDICTS, opening

__all__ = [
    "BEFORE",
    "CLOSED",
    "MATTERS",
    "NOT_NEEDS",
    "OPEN_ANYWAY",
    "VERDICTS",
    "HelperSheet",
    "NeedSheet",
    "NeedTrouble",
    "NoSuchNeed",
    "NotBeside",
    "NoteSheet",
    "OtherAgency",
    "WaitingSheet",
    "answer_helper",
    "answer_need",
    "give_need",
    "name_need",
    "needs_map",
    "note_on_need",
    "one_need",
    "opening",
    "staff_note",
    "take_off",
    "waiting_needs",
]
