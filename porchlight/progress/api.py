"""The door of progress."""

from porchlight.progress.candidates import candidates
from porchlight.progress.commands import choose, delete_word, send_fact, send_kind_word
from porchlight.progress.errors import NoSuchWord, NotSayable, NoWords, RecognitionTrouble
from porchlight.progress.queries import Wishes, WordSheet, received, said_lately, wishes
from porchlight.progress.rules.config import Config
from porchlight.progress.rules.history import WEEK, Change, Deed, Harm, History, WeekSum
from porchlight.progress.rules.looking_back import WEEKS_BACK, WeekSeen, middle_of, weeks_seen
from porchlight.progress.rules.recognise import Recognition, recognise
from porchlight.progress.rules.spans import Away, Day, Leaving
from porchlight.progress.rules.weekly import Candidate, Candidates, Withheld
from porchlight.progress.words import ABOUT, FACTS, MAY_SAY, TOPICS, WITHHELD, phrase, why

__all__ = [
    "ABOUT",
    "FACTS",
    "MAY_SAY",
    "TOPICS",
    "WEEK",
    "WEEKS_BACK",
    "WITHHELD",
    "Away",
    "Candidate",
    "Candidates",
    "Change",
    "Config",
    "Day",
    "Deed",
    "Harm",
    "History",
    "Leaving",
    "NoSuchWord",
    "NoWords",
    "NotSayable",
    "Recognition",
    "RecognitionTrouble",
    "WeekSeen",
    "WeekSum",
    "Wishes",
    "Withheld",
    "WordSheet",
    "candidates",
    "choose",
    "delete_word",
    "middle_of",
    "phrase",
    "received",
    "recognise",
    "said_lately",
    "send_fact",
    "send_kind_word",
    "weeks_seen",
    "why",
    "wishes",
]
