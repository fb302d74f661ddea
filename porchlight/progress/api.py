"""The door of progress."""

from porchlight.progress.agency import Counting, agency_config, counting, switch_off, switch_on, why_not_yet
from porchlight.progress.agency_errors import CountingTrouble, FigureMoved, NoOwnFigure, TooFewMonths
from porchlight.progress.candidates import candidates
from porchlight.progress.commands import choose, delete_word, send_fact, send_kind_word
from porchlight.progress.errors import NoSuchWord, NotSayable, NoWords, RecognitionTrouble
from porchlight.progress.queries import Wishes, WordSheet, received, said_lately, wishes
from porchlight.progress.rules.config import Config
from porchlight.progress.rules.history import Change, Deed, Harm, History, WeekSum
from porchlight.progress.rules.recognise import Recognition, recognise
from porchlight.progress.rules.spans import Away, Day, Leaving
from porchlight.progress.rules.weekly import Candidate, Candidates, Withheld
from porchlight.progress.words import ABOUT, FACTS, MAY_SAY, TOPICS, WITHHELD, phrase, why

__all__ = [
    "ABOUT",
    "FACTS",
    "MAY_SAY",
    "TOPICS",
    "WITHHELD",
    "Away",
    "Candidate",
    "Candidates",
    "Change",
    "Config",
    "Counting",
    "CountingTrouble",
    "Day",
    "Deed",
    "FigureMoved",
    "Harm",
    "History",
    "Leaving",
    "NoOwnFigure",
    "NoSuchWord",
    "NoWords",
    "NotSayable",
    "Recognition",
    "RecognitionTrouble",
    "TooFewMonths",
    "WeekSum",
    "Wishes",
    "Withheld",
    "WordSheet",
    "agency_config",
    "candidates",
    "choose",
    "counting",
    "delete_word",
    "phrase",
    "received",
    "recognise",
    "said_lately",
    "send_fact",
    "send_kind_word",
    "switch_off",
    "switch_on",
    "why",
    "why_not_yet",
    "wishes",
]
