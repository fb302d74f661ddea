"""The errors of sending and choosing. Those of the numbers are in `rules/errors.py`.

RecognitionTrouble   a kind word or a wish could not be kept
├── NoWords          a kind word without words
├── NotSayable       the fact is not one of ours, or it is not true any more
└── NoSuchWord       it is not on the young person's page
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
