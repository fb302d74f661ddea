"""What can go wrong with training, and what then helps."""

from __future__ import annotations

from collections.abc import Sequence

from porchlight.adoption.training.spreadsheet import MOST_ROWS
from porchlight.kernel.errors import Trouble


class DayNotCome(Trouble):
    """A training, a circle or something learned was dated in the future."""

    code = "PL-ADO-060"
    sentence = "That day has not come yet. Write it down on the day, or after it."
    repair = "Only a session can be planned ahead; what was done has a day in the past."


class CalledOff(Trouble):
    """The session was called off."""

    code = "PL-ADO-061"
    sentence = "That session was called off."
    repair = "Plan it anew for another day."


class ManyTries(Trouble):
    """Many codes that were none came from this seat a moment ago."""

    code = "PL-ADO-062"
    sentence = "There were many tries. Please wait a moment, then look at the code and type it again."
    repair = "Nothing to mend: the wait ends by itself within 42 seconds of the last try."


class SaidAlready(Trouble):
    """That question was answered already."""

    code = "PL-ADO-063"
    sentence = "You have answered that. Thank you."
    repair = "Nothing to do: each answer is given once, so that figures stay true."


class NotASpreadsheet(Trouble):
    """What was sent can't be read as a spreadsheet, or lacks a column that is needed."""

    code = "PL-ADO-064"
    sentence = "We can't read that file as a spreadsheet. Nothing was changed."
    repair = "Save it as .csv (UTF-8) or .xlsx, with a first row that names the columns e-mail, title and date."


class ColumnsMissing(NotASpreadsheet):
    """Its first row does not name every column that is needed; `lacking` are those, as people call them."""

    code = "PL-ADO-065"
    sentence = "The first row has to name the columns. Nothing was changed."

    def __init__(self, lacking: Sequence[str] = ()) -> None:
        super().__init__(f"{self.sentence} We did not find: {', '.join(lacking)}.")
        self.lacking = tuple(lacking)


class ManyRows(NotASpreadsheet):
    """It has more rows than are taken at once."""

    code = "PL-ADO-066"
    sentence = f"That file has more than {MOST_ROWS} rows. Send it in parts. Nothing was changed."
