"""The door of progress."""

from porchlight.progress.agency import Counting, agency_config, counting, switch_off, switch_on, why_not_yet
from porchlight.progress.agency_errors import CountingTrouble, FigureMoved, NoOwnFigure, TooFewMonths
from porchlight.progress.commands import choose, delete_word, send_fact, send_kind_word
from porchlight.progress.errors import (
    NobodyPicked,
    NoSuchDay,
    NoSuchWord,
    NotForThem,
    NotSayable,
    NoWords,
    RecognitionTrouble,
)
from porchlight.progress.ground import Ground
from porchlight.progress.harm_marks import HarmMarkSheet, end_harm, harm_marks, mark_harm, must_be_worker
from porchlight.progress.phrasing import Audience, Item, Phrase, Preferences, Slots, phrase
from porchlight.progress.queries import Wishes, WordSheet, received, said_lately, wishes
from porchlight.progress.rules.config import USUAL, Config
from porchlight.progress.rules.history import WEEK, Change, Deed, Harm, History, WeekSum
from porchlight.progress.rules.holding import still_said
from porchlight.progress.rules.looking_back import WEEKS_BACK, WeekSeen, middle_of, weeks_seen
from porchlight.progress.rules.offers import PATTERN, SUSTAINED, offers
from porchlight.progress.rules.pattern import Pattern, Stretch
from porchlight.progress.rules.recognise import Recognition, recognise
from porchlight.progress.rules.spans import Away, Day, Leaving
from porchlight.progress.rules.weekly import Candidate, Withheld
from porchlight.progress.sentences import (
    COURT_SIDE,
    SentenceSheet,
    let_read,
    may_be_let,
    sentences,
    sentences_for_me,
    take_back,
)
from porchlight.progress.words import FACTS, TOPICS, why
from porchlight.progress.words_for_team import ABOUT, MAY_SAY, OWED, WITHHELD

__all__ = [
    "ABOUT",
    "COURT_SIDE",
    "FACTS",
    "MAY_SAY",
    "OWED",
    "PATTERN",
    "SUSTAINED",
    "TOPICS",
    "USUAL",
    "WEEK",
    "WEEKS_BACK",
    "WITHHELD",
    "Audience",
    "Away",
    "Candidate",
    "Change",
    "Config",
    "Counting",
    "CountingTrouble",
    "Day",
    "Deed",
    "FigureMoved",
    "Ground",
    "Harm",
    "HarmMarkSheet",
    "History",
    "Item",
    "Leaving",
    "NoOwnFigure",
    "NoSuchDay",
    "NoSuchWord",
    "NoWords",
    "NobodyPicked",
    "NotForThem",
    "NotSayable",
    "Pattern",
    "Phrase",
    "Preferences",
    "Recognition",
    "RecognitionTrouble",
    "SentenceSheet",
    "Slots",
    "Stretch",
    "TooFewMonths",
    "WeekSeen",
    "WeekSum",
    "Wishes",
    "Withheld",
    "WordSheet",
    "agency_config",
    "choose",
    "counting",
    "delete_word",
    "end_harm",
    "harm_marks",
    "let_read",
    "mark_harm",
    "may_be_let",
    "middle_of",
    "must_be_worker",
    "offers",
    "phrase",
    "received",
    "recognise",
    "said_lately",
    "send_fact",
    "send_kind_word",
    "sentences",
    "sentences_for_me",
    "still_said",
    "switch_off",
    "switch_on",
    "take_back",
    "weeks_seen",
    "why",
    "why_not_yet",
    "wishes",
]
