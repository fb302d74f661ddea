"""The errors of sending and choosing. Those of the numbers are in `rules/errors.py`.

RecognitionTrouble   a kind word or a wish could not be kept
├── NoWords          a kind word without words
├── NotSayable       the fact is not one of ours, or it is not true any more
├── NoSuchWord       it is not on the young person's page
├── NotForThem       that audience may not have this sentence
├── NobodyPicked     nobody was picked to read it
└── NoSuchDay        the last day is not ahead, or too far
"""

from __future__ import annotations

from porchlight.kernel.errors import Trouble


class RecognitionTrouble(Trouble):
    """Nothing was sent, and no wish was changed."""

    code = "PL-PRG-010"
    sentence = "That did not work. Nothing was sent and nothing was lost."
    repair = "Look at the last lines of the log for what stopped it."


class NoWords(RecognitionTrouble):
    """A kind word has no words."""

    code = "PL-PRG-011"
    sentence = "Please write a few words first."
    repair = "A kind word is sent with words; a fact may go without."


class NotSayable(RecognitionTrouble):
    """The fact has no reviewed sentence, or the record does not hold it now."""

    code = "PL-PRG-012"
    sentence = "That is not on record in this way any more, so it was not sent. Please look at what can be said now."
    repair = "Facts are worked out anew when they are sent; somebody corrected the record meanwhile."


class NoSuchWord(RecognitionTrouble):
    """There is no such word on this young person's page."""

    code = "PL-PRG-013"
    sentence = "That is not on your page any more."
    repair = "The word was deleted before, or belongs to somebody else."


class NotForThem(RecognitionTrouble):
    """A tier that this audience may not have, a hidden topic, a sentence that is not approved or not ours."""

    code = "PL-PRG-014"
    sentence = "That can't be said to them."
    repair = "Facts and patterns are for the young person and the team; a court reads one approved sentence."


class NobodyPicked(RecognitionTrouble):
    """Nobody was picked to read a sentence."""

    code = "PL-PRG-015"
    sentence = "Pick who may read it, or go back."
    repair = "A yes names at least one person; nothing was opened to anybody."


class NoSuchDay(RecognitionTrouble):
    """A mark ends on a day from tomorrow on, within 90 days."""

    code = "PL-PRG-016"
    sentence = "Please pick a day from tomorrow on, 90 days ahead at most. Nothing was changed."
    repair = "A mark that stays longer is made anew by somebody who looked."
