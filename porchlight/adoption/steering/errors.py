"""What can go wrong around the committee."""

from __future__ import annotations

from porchlight.kernel.errors import Trouble


class OneCommittee(Trouble):
    """A county has one steering committee."""

    code = "PL-ADO-060"
    sentence = "Your county has its steering committee already. You can add a taskforce beside it."
    repair = "Choose taskforce."


class HasBegun(Trouble):
    """The agenda of a meeting that has begun."""

    code = "PL-ADO-061"
    sentence = "The meeting has begun, so its agenda stays as it was. What you wrote can go into the minutes."
    repair = "Write it into the minutes."


class NotBegun(Trouble):
    """Attendance, decisions or minutes of a meeting that has not begun."""

    code = "PL-ADO-062"
    sentence = "The meeting has not begun yet. Nothing was lost."
    repair = "Write it down when the meeting has begun."


class MinutesApproved(Trouble):
    """Approved minutes stay as they are."""

    code = "PL-ADO-063"
    sentence = "These minutes were approved, so they stay as they are. A correction goes into the next ones."
    repair = "Put the correction on the next agenda."


class WrittenMeanwhile(Trouble):
    """Somebody else saved the minutes while this text was being written."""

    code = "PL-ADO-064"
    sentence = "Somebody saved these minutes while you wrote. Yours are below, theirs above. Nothing was lost."
    repair = "Join the two texts and save."
