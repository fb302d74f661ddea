"""What can go wrong in the room.

Trouble
└── AbsenceTrouble
    ├── OpenAlready         an absence is open
    ├── NotOurRecord        another agency answers for this absence
    ├── SayWhy              a nonminor is called missing without a reason
    ├── GateUnanswered      a notice's questions come first
    ├── OnHold              a supervisor looks at the notice first
    ├── ReviewedAlready     the questions were answered and looked at
    ├── SupervisorOnly      the review is a supervisor's
    ├── EvidenceMissing     what shows that it was done is not there
    ├── SayWhyLate          done after its time without a word about why
    └── SettledAlready      nothing is owed any more
"""

from __future__ import annotations

from porchlight.kernel.errors import Trouble


class AbsenceTrouble(Trouble):
    """Something about an absence could not be recorded."""

    code = "PL-ABS-010"


class OpenAlready(AbsenceTrouble):
    """Somebody opened this absence before."""

    code = "PL-ABS-011"
    sentence = "An absence is open already. What you know goes on its page."
    repair = "One absence at a time: open the young person's absence page."


class NotOurRecord(AbsenceTrouble):
    """Only the responsible agency changes the state of an absence."""

    code = "PL-ABS-012"
    sentence = "The agency that answers for this young person changes this. Please tell them what you know."
    repair = "The absence belongs to the responsible agency; other agencies add contacts and evidence of their own."


class SayWhy(AbsenceTrouble):
    """A nonminor decides as an adult: missing only on the whole of the circumstances."""

    code = "PL-ABS-013"
    sentence = "They are 18 or older. Please say what makes you think that they did not choose this, or are in danger."
    repair = "The reason is kept sealed with the change of state (AB 2108)."


class GateUnanswered(AbsenceTrouble):
    """The questions before a notice were not all answered."""

    code = "PL-ABS-014"
    sentence = "Please answer the questions about this person first. They keep the young person safe."
    repair = "Each notice has its questions in the rule pack; each answer is a row."


class OnHold(AbsenceTrouble):
    """Yes or unsure: a supervisor looks first, the same day."""

    code = "PL-ABS-015"
    sentence = "This notice is on hold until a supervisor has looked at it today. The clock stays visible."
    repair = "A supervisor opens the duty and says send, or hold back, with a reason."


class ReviewedAlready(AbsenceTrouble):
    """After the review the answers stand."""

    code = "PL-ABS-016"
    sentence = "A supervisor has looked at this already. If you know something new, hold the notice back and say why."
    repair = "A notice can be recorded as withheld at any time after its review."


class SupervisorOnly(AbsenceTrouble):
    """The review is the supervisor's."""

    code = "PL-ABS-017"
    sentence = "A supervisor does this. Please ask yours."
    repair = "The review of a hold needs a seat with the role SUP."


class EvidenceMissing(AbsenceTrouble):
    """What the rule pack asks for was not all written."""

    code = "PL-ABS-018"
    sentence = "Something is still missing before this counts as done."
    repair = "The fields are the `evidence` of the duty in the rule pack."


class SayWhyLate(AbsenceTrouble):
    """The due time is never moved; a word about why is kept beside it."""

    code = "PL-ABS-019"
    sentence = "This was due earlier. Please say in a few words what held it up. It is for learning, not for blame."
    repair = "A late duty is done with its reason; its due time never changes."


class SettledAlready(AbsenceTrouble):
    """The duty was done, withheld, or there is nobody to tell."""

    code = "PL-ABS-020"
    sentence = "This is done already. Thank you."
    repair = "Each duty is settled once; a correction is a contact or a note of its own."
