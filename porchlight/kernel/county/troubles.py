"""What can go wrong with a county's values.

CountyTrouble           a county's file or a question about it
├── NoSuchCounty        no file and no listing of that name
├── NoSuchKey           asked for a value or trigger that no file holds
├── NotThatUnit         asked for minutes of a sentence, or the like
├── BadRow              a row that is incomplete, doubled or mistyped
├── LawLengthened       a county file that gives more time than the law does
├── OutOfReach          a county file that touches what counties do not decide
└── NoTimeZone          a moment without a time zone
"""

from __future__ import annotations

from porchlight.kernel.errors import Trouble


class CountyTrouble(Trouble):
    """The county's values cannot be used as they stand."""

    code = "PL-CTY-001"
    sentence = "The county's own rules could not be read. Nothing was changed."
    repair = "Read counties/README.md and correct the file that the sentence names."


class NoSuchCounty(CountyTrouble):
    """Neither a file nor a line of the listing has this key."""

    code = "PL-CTY-002"
    sentence = "There is no county of that name here."
    repair = "Use a key of counties/california-counties.csv (such as 06001) or the name of a file in counties/."


class NoSuchKey(CountyTrouble):
    """No file that holds on this day has this key."""

    code = "PL-CTY-003"
    sentence = "The county's file has no such value."
    repair = "Look up the key in counties/california.toml; the sentence names the one that was asked for."


class NotThatUnit(CountyTrouble):
    """The value is there, and is of another kind than was asked for."""

    code = "PL-CTY-004"
    sentence = "The county's value is of another kind than was asked for."
    repair = "Compare the unit in counties/california.toml with the question."


class BadRow(CountyTrouble):
    """A row of a file is incomplete, said twice, or not of the right type."""

    code = "PL-CTY-005"
    sentence = "A row of the county's file is not complete."


class LawLengthened(CountyTrouble):
    """A county may shorten what the law limits, and never lengthen it."""

    code = "PL-CTY-006"
    sentence = "A county may shorten a limit of the law and never lengthen it."
    repair = "Set the time back to the law's limit or below, or leave the row out."


class OutOfReach(CountyTrouble):
    """A county file holds values and times. It never changes who sees what, or who owes what."""

    code = "PL-CTY-007"
    sentence = "A county's file holds values and times. It never changes who sees what."
    repair = "Take the named part out of the county's file."


class NoTimeZone(CountyTrouble):
    """A due time was asked for from a moment that names no time zone."""

    code = "PL-CTY-008"
    sentence = "A due time needs a start with its time zone."
    repair = "Pass a moment from porchlight.kernel.clock.now()."
