"""What can go wrong with a definition.

Trouble
├── DraftIsOpen         there is a draft already
├── TextIsClosed        the text of that version is locked
│   └── NotTheOneInForce  another version is in force
├── SomebodyElseWrote   another edition of the passage was saved meanwhile
├── NothingWritten      an empty draft can't be closed
├── AnsweredAlready     that agency has signed
├── NotYetInForce       too few answers so far
│   └── InForceAlready  this version, or a newer one, is in force
├── NotAnswering        no answers are asked for now
└── DayIsOver           a day for answers lies in the past
"""

from __future__ import annotations

from porchlight.adoption.definition.sheets import PassageSheet
from porchlight.kernel.errors import Trouble


class DraftIsOpen(Trouble):
    """A draft is open already in this county."""

    code = "PL-ADO-170"
    sentence = "There is an open draft. Two at a time would get mixed up."
    repair = "Go on with the open draft, or close it first."


class TextIsClosed(Trouble):
    """The text of this version is locked, or the version takes no such thing any more."""

    code = "PL-ADO-171"
    sentence = "The text of this version is closed. It stays as it is. A new draft makes the next version."
    repair = "Ask the chair to open a new draft."


class NotTheOneInForce(TextIsClosed):
    """Another version is in force, or none."""

    code = "PL-ADO-177"
    sentence = "Only the version in force can be published."
    repair = "Open the version in force and publish that one."


class SomebodyElseWrote(Trouble):
    """Somebody saved the same passage after this form was opened. `theirs` is what they saved."""

    code = "PL-ADO-172"
    sentence = "Somebody else saved this part while you wrote. Both texts are shown here. Nothing is lost."
    repair = "Bring both texts together and save once more."

    def __init__(self, theirs: PassageSheet) -> None:
        super().__init__()
        self.theirs = theirs


class NothingWritten(Trouble):
    """A draft without one passage can't be closed."""

    code = "PL-ADO-173"
    sentence = "There is no text in this draft yet. Nobody could sign it."
    repair = "Write at least one passage first."


class AnsweredAlready(Trouble):
    """This agency has answered for this version."""

    code = "PL-ADO-174"
    sentence = "Your agency has answered for this version. The first answer stands."
    repair = "A change of mind belongs to the next version. Tell the chair."


class NotYetInForce(Trouble):
    """The version can't come in force yet."""

    code = "PL-ADO-175"
    sentence = "It can come in force when one agency says yes, and all have answered or the day is over."
    repair = "Wait for the answers, or for the day that was set for them."


class InForceAlready(NotYetInForce):
    """The version, or a newer one, is in force."""

    code = "PL-ADO-178"
    sentence = "This version, or a newer one, is in force already."
    repair = "Nothing to do."


class NotAnswering(Trouble):
    """A day for answers is named while answers are asked for, and at no other time."""

    code = "PL-ADO-176"
    sentence = (
        "No answers are asked for now. The text is a draft, or it is in force. The day for answers stays as it is."
    )
    repair = "Close the draft first. Once a version is in force, no day for answers is moved."


class DayIsOver(Trouble):
    """A day for answers can't be one that is over."""

    code = "PL-ADO-179"
    sentence = "That day is over. Pick today or a later one."
    repair = "Pick today or a later day."
