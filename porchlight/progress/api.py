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
from porchlight.progress.goal_commands import (
    let_goal_rest,
    move_goal,
    name_rungs,
    pick_goal_up,
    place_goal,
    show_goal,
    write_goal,
    write_goal_anew,
)
from porchlight.progress.goal_errors import (
    LadderTrouble,
    NoGoalWords,
    NoSuchGoal,
    NoSuchPromise,
    NotOpenToThem,
    OtherKeeper,
)
from porchlight.progress.goal_queries import goal_steps_up, goals, one_goal, who_sees_goals
from porchlight.progress.goal_rules import HOPED_FOR, LEVELS
from porchlight.progress.goal_sheets import GoalSheet, OutcomeSheet, PromiseSheet
from porchlight.progress.ground import Ground
from porchlight.progress.harm_marks import HarmMarkSheet, end_harm, harm_marks, mark_harm, must_be_worker
from porchlight.progress.phrasing import Audience, Item, Phrase, Preferences, Slots, phrase
from porchlight.progress.promise_commands import promise, say_it_happened, say_outcome, show_promise
from porchlight.progress.promise_queries import (
    Glance,
    QuarterSheet,
    glance,
    promise_counts,
    promises,
    promises_kept,
    who_sees_promises,
)
from porchlight.progress.promise_rules import NEED_A_WHY, OUTCOMES, Standing
from porchlight.progress.queries import Wishes, WordSheet, received, wishes
from porchlight.progress.reading import Reading, how_to_read
from porchlight.progress.rules.config import USUAL, Config
from porchlight.progress.rules.history import WEEK, Change, Deed, Harm, History, WeekSum
from porchlight.progress.rules.holding import still_said
from porchlight.progress.rules.looking_back import WEEKS_BACK, WeekSeen, middle_of, weeks_seen
from porchlight.progress.rules.offers import PATTERN, SUSTAINED, offers
from porchlight.progress.rules.pattern import Pattern, Stretch
from porchlight.progress.rules.recognise import Recognition, recognise
from porchlight.progress.rules.spans import Away, Day, Leaving
from porchlight.progress.rules.weekly import Candidate, Withheld
from porchlight.progress.scale_commands import FeelingSheet, how_it_feels, say_how_it_feels
from porchlight.progress.scale_rules import ITEMS, PICKS
from porchlight.progress.sentences import (
    COURT_SIDE,
    SentenceSheet,
    let_read,
    may_be_let,
    sentences,
    sentences_for_me,
    take_back,
)
from porchlight.progress.showing import can_be_shown
from porchlight.progress.words import FACTS, TOPICS, why
from porchlight.progress.words_for_team import ABOUT, MAY_SAY, OWED, WITHHELD

__all__ = [
    "ABOUT",
    "COURT_SIDE",
    "FACTS",
    "HOPED_FOR",
    "ITEMS",
    "LEVELS",
    "MAY_SAY",
    "NEED_A_WHY",
    "OUTCOMES",
    "OWED",
    "PATTERN",
    "PICKS",
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
    "FeelingSheet",
    "FigureMoved",
    "Glance",
    "GoalSheet",
    "Ground",
    "Harm",
    "HarmMarkSheet",
    "History",
    "Item",
    "LadderTrouble",
    "Leaving",
    "NoGoalWords",
    "NoOwnFigure",
    "NoSuchDay",
    "NoSuchGoal",
    "NoSuchPromise",
    "NoSuchWord",
    "NoWords",
    "NobodyPicked",
    "NotForThem",
    "NotOpenToThem",
    "NotSayable",
    "OtherKeeper",
    "OutcomeSheet",
    "Pattern",
    "Phrase",
    "Preferences",
    "PromiseSheet",
    "QuarterSheet",
    "Reading",
    "Recognition",
    "RecognitionTrouble",
    "SentenceSheet",
    "Slots",
    "Standing",
    "Stretch",
    "TooFewMonths",
    "WeekSeen",
    "WeekSum",
    "Wishes",
    "Withheld",
    "WordSheet",
    "agency_config",
    "can_be_shown",
    "choose",
    "counting",
    "delete_word",
    "end_harm",
    "glance",
    "goal_steps_up",
    "goals",
    "harm_marks",
    "how_it_feels",
    "how_to_read",
    "let_goal_rest",
    "let_read",
    "mark_harm",
    "may_be_let",
    "middle_of",
    "move_goal",
    "must_be_worker",
    "name_rungs",
    "offers",
    "one_goal",
    "phrase",
    "pick_goal_up",
    "place_goal",
    "promise",
    "promise_counts",
    "promises",
    "promises_kept",
    "received",
    "recognise",
    "say_how_it_feels",
    "say_it_happened",
    "say_outcome",
    "send_fact",
    "send_kind_word",
    "sentences",
    "sentences_for_me",
    "show_goal",
    "show_promise",
    "still_said",
    "switch_off",
    "switch_on",
    "take_back",
    "weeks_seen",
    "who_sees_goals",
    "who_sees_promises",
    "why",
    "why_not_yet",
    "wishes",
    "write_goal",
    "write_goal_anew",
]
