"""The door of absences."""

from porchlight.absences.agreement_blocked import RIGHTS
from porchlight.absences.agreement_commands import Said, agree, end_agreement, settle
from porchlight.absences.agreement_queries import AgreedSheet, LaterSheet, SettledSheet, agreements, is_sleeping, later
from porchlight.absences.agreement_rules import KINDS, Later, hours_to_choose
from porchlight.absences.bed_commands import record_bed
from porchlight.absences.bed_queries import HomeSheet, WelcomeSheet, home_now, welcome_for
from porchlight.absences.bed_rules import BedState, Line, LineKey, welcome_line
from porchlight.absences.bed_words import say_bed
from porchlight.absences.return_commands import CameHome, record_return
from porchlight.absences.return_county import door_words, longest_agreement, number_to_call, sleeps_until, talk_by
from porchlight.absences.return_errors import (
    BedUnclear,
    ComingHomeTrouble,
    NobodyChosen,
    NoReturn,
    NotAgreedByBoth,
    NotAReturn,
    NotOffered,
    NotYet,
    TooLong,
    TouchesRights,
)
from porchlight.absences.return_queries import (
    BackSheet,
    ReturnSheet,
    last_back,
    last_returns,
    lately_home,
)
from porchlight.absences.return_rules import (
    NOT_A_WAY_HOME,
    OUTPUTS,
    URGENT,
    Answer,
    Wish,
    needs_a_call,
    still_to_ask,
)
from porchlight.absences.return_talk_commands import note_outputs, wish_for_talk
from porchlight.absences.return_talk_queries import OutputSheet, TalkSheet, outputs_after, talk_after

__all__ = [
    "KINDS",
    "NOT_A_WAY_HOME",
    "OUTPUTS",
    "RIGHTS",
    "URGENT",
    "AgreedSheet",
    "Answer",
    "BackSheet",
    "BedState",
    "BedUnclear",
    "CameHome",
    "ComingHomeTrouble",
    "HomeSheet",
    "Later",
    "LaterSheet",
    "Line",
    "LineKey",
    "NoReturn",
    "NobodyChosen",
    "NotAReturn",
    "NotAgreedByBoth",
    "NotOffered",
    "NotYet",
    "OutputSheet",
    "ReturnSheet",
    "Said",
    "SettledSheet",
    "TalkSheet",
    "TooLong",
    "TouchesRights",
    "WelcomeSheet",
    "Wish",
    "agree",
    "agreements",
    "door_words",
    "end_agreement",
    "home_now",
    "hours_to_choose",
    "is_sleeping",
    "last_back",
    "last_returns",
    "lately_home",
    "later",
    "longest_agreement",
    "needs_a_call",
    "note_outputs",
    "number_to_call",
    "outputs_after",
    "record_bed",
    "record_return",
    "say_bed",
    "settle",
    "sleeps_until",
    "still_to_ask",
    "talk_after",
    "talk_by",
    "welcome_for",
    "welcome_line",
    "wish_for_talk",
]
