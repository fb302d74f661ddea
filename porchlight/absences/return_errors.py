"""What can go wrong around coming home. Coming home itself never does.

ComingHomeTrouble      nothing was saved, nothing typed was lost
├── NotAReturn         that way, or that time, is not a coming home
├── BedUnclear         a bed record that would leave a promise open
├── TouchesRights      the typed words name something that nobody may take away
├── NotAgreedByBoth    a yes is missing
├── TooLong            longer than the county allows
├── NotYet             they have not slept yet
├── NotOffered         not agreed beforehand, or not for this way of coming home
├── NoReturn           nobody recorded that they came home
└── NobodyChosen       a talk without the person whom they chose
"""

from __future__ import annotations

from porchlight.kernel.errors import Trouble


class ComingHomeTrouble(Trouble):
    """Something around coming home could not be saved as it was."""

    code = "PL-ABS-100"
    repair = "The page says what is missing. The rules stand in absences/return_rules, bed_rules, agreement_rules."


class NotAReturn(ComingHomeTrouble):
    """A time that has not come, or a code that closes a record without anybody coming home."""

    code = "PL-ABS-101"
    sentence = "That is not a way or a time of coming home. Please look at the two again."


class BedUnclear(ComingHomeTrouble):
    """Held without a last night, or elsewhere without the place."""

    code = "PL-ABS-102"
    sentence = "We need the last night, and the place if the bed is not held. Or pick that we don't know yet."


class TouchesRights(ComingHomeTrouble):
    """`rights` holds the codes of `agreement_blocked.RIGHTS` that the words touch."""

    code = "PL-ABS-103"
    sentence = "This can't be part of an agreement. It touches something that is theirs by right."

    def __init__(self, rights: tuple[str, ...]) -> None:
        super().__init__()
        self.rights = rights


class NotAgreedByBoth(ComingHomeTrouble):
    """Without both their yes it is not an agreement."""

    code = "PL-ABS-104"
    sentence = "We keep it only when the young person and the caregiver both said yes."


class TooLong(ComingHomeTrouble):
    """Longer than `agreement.longest` of the county, or no length at all."""

    code = "PL-ABS-105"
    sentence = "That is longer than the county allows. Please pick a shorter time."


class NotYet(ComingHomeTrouble):
    """The county's `agreement.sleep_first` has not passed since they came home."""

    code = "PL-ABS-106"
    sentence = "They sleep first. This page opens later."


class NotOffered(ComingHomeTrouble):
    """Not agreed beforehand with the young person, ended since, or not for a return on which they sought help."""

    code = "PL-ABS-107"
    sentence = "Only what was agreed beforehand can be picked here."


class NoReturn(ComingHomeTrouble):
    """There is no return to which this would belong."""

    code = "PL-ABS-108"
    sentence = "Nobody has recorded yet that they came home. Please do that first."


class NobodyChosen(ComingHomeTrouble):
    """Booked, but with nobody."""

    code = "PL-ABS-109"
    sentence = "Please say with whom they want to talk."
