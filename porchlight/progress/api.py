"""The door of progress."""

from porchlight.progress.candidates import (
    Candidate,
    Candidates,
    Deed,
    WeekFacts,
    Withheld,
    candidates,
)
from porchlight.progress.commands import choose, send_fact, send_kind_word, take_off_word
from porchlight.progress.errors import NoSuchWord, NotSayable, NoWords, RecognitionTrouble
from porchlight.progress.queries import Wishes, WordSheet, received, said_lately, wishes
from porchlight.progress.spans import Away, Day
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
    "Day",
    "Deed",
    "NoSuchWord",
    "NoWords",
    "NotSayable",
    "RecognitionTrouble",
    "WeekFacts",
    "Wishes",
    "Withheld",
    "WordSheet",
    "candidates",
    "choose",
    "phrase",
    "received",
    "said_lately",
    "send_fact",
    "send_kind_word",
    "take_off_word",
    "why",
    "wishes",
]
