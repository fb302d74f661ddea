"""The errors of goals and promises.

LadderTrouble        something about a goal or a promise did not work
├── NoSuchGoal       the goal rests or was written anew, or is not this young person's
├── NoGoalWords      a goal without words
├── NoSuchPromise    there is no such promise here
├── OtherKeeper      the promise is on the record of another agency
└── NotOpenToThem    no yes could open it to that person's role
"""

from __future__ import annotations

from porchlight.kernel.errors import Trouble


class LadderTrouble(Trouble):
    """A change to a goal or a promise was not kept."""

    code = "PL-PRG-020"
    sentence = "That did not work. Nothing was saved and nothing was lost."
    repair = "Look at the last lines of the log for what stopped it."


class NoSuchGoal(LadderTrouble):
    """The goal is not among those that go on, or not among those that rest."""

    code = "PL-PRG-021"
    sentence = "That goal has changed since you opened the page. Please go back and look."
    repair = "The young person let it rest or wrote it anew in another window."


class NoGoalWords(LadderTrouble):
    """A goal has no words."""

    code = "PL-PRG-022"
    sentence = "Please write your goal in a few words first."
    repair = "All but the goal itself may stay empty."


class NoSuchPromise(LadderTrouble):
    """There is no such promise to this young person, or not for this visit."""

    code = "PL-PRG-023"
    sentence = "That promise is not here. Please go back and look."
    repair = "The address names another young person's promise, or the yes to see it was taken back."


class OtherKeeper(LadderTrouble):
    """The promise is kept on the record of another agency than this seat's."""

    code = "PL-PRG-024"
    sentence = "This promise is kept by another agency. Please ask the worker there to write it down."
    repair = "Rows cannot cross agencies: take a seat of the agency that wrote it."


class NotOpenToThem(LadderTrouble):
    """The person could never be let see this: their role reads it anyway, or no yes opens it."""

    code = "PL-PRG-025"
    sentence = "That person can't be picked for this. Please go back and look who can."
    repair = "Their role's cell of the grid has neither the condition row nor consent for this category."
