"""What can go wrong with policies, conflicts and protocols."""

from __future__ import annotations

from collections.abc import Sequence

from porchlight.adoption.policies.shipped import ProtocolSection
from porchlight.kernel.errors import Trouble


class PolicyTrouble(Trouble):
    """Something about a policy, a conflict or a protocol could not be kept."""

    code = "PL-ADO-140"


class AgencyLeft(PolicyTrouble):
    """The agency belongs to no county any more."""

    code = "PL-ADO-141"
    sentence = "Your agency has left its county. All that it wrote stays, and nothing new can be put here."
    repair = "An administrator can say on the setup page to which county an agency belongs."


class NotYetThere(PolicyTrouble):
    """Something was to be kept for a day that has not come."""

    code = "PL-ADO-142"
    sentence = "That day has not come yet. Things are kept here once they have happened."
    repair = "Pick today or a day before."


class StepKept(PolicyTrouble):
    """That version took that step already."""

    code = "PL-ADO-143"
    sentence = "That step is kept already for this version."
    repair = "If its day is wrong, put the day right beside the step."


class WrittenMeanwhile(PolicyTrouble):
    """Somebody saved the same passage while this one was being written."""

    code = "PL-ADO-144"
    sentence = "Somebody saved this while you wrote. Theirs is kept. Read it, then send yours again."
    repair = "Compare both texts; sending again keeps yours as the newer one, and theirs stays too."


class DayIsPast(PolicyTrouble):
    """A fix was promised for a day that has passed."""

    code = "PL-ADO-145"
    sentence = "That day has passed. Pick the day by which it will be fixed."
    repair = "If it is fixed already, say so with its day instead."


class FixedAlready(PolicyTrouble):
    """The conflict is fixed, or was taken back."""

    code = "PL-ADO-146"
    sentence = "This conflict is closed already."
    repair = "If it is there again, name it anew."


class SectionsMissing(PolicyTrouble):
    """A protocol lacks sections that the law asks for; `lacking` are those."""

    code = "PL-ADO-150"
    sentence = "The law asks for sections that nobody wrote yet."
    repair = "Write the sections that are marked, then put the protocol forward."

    def __init__(self, lacking: Sequence[ProtocolSection]) -> None:
        super().__init__(f"{self.sentence} They are: {', '.join(one.name for one in lacking)}.")
        self.lacking = tuple(lacking)


class NothingNew(PolicyTrouble):
    """The draft says what the newest version says."""

    code = "PL-ADO-151"
    sentence = "Nothing has changed since the newest version, so there is nothing new to sign."
    repair = "Change a section or a partner first."


class SignedAlready(PolicyTrouble):
    """The agency has signed that version."""

    code = "PL-ADO-152"
    sentence = "Your agency has signed this version already. One signature is enough, and it stays."
    repair = "A new version can be signed anew."


class NotAPartner(PolicyTrouble):
    """The agency fills no seat in that version."""

    code = "PL-ADO-153"
    sentence = "Your agency has no seat in this version, so it can't sign it."
    repair = "The chair names partners in the draft; the next version carries them."


class NewerVersion(PolicyTrouble):
    """There is a newer version to sign."""

    code = "PL-ADO-154"
    sentence = "There is a newer version now. Please read and answer that one."
    repair = "Open the protocol's page; it leads to its newest version."
