"""The door of progress."""

from porchlight.progress.candidates import candidates
from porchlight.progress.commands import choose, delete_word, send_fact, send_kind_word
from porchlight.progress.errors import NoSuchWord, NotSayable, NoWords, RecognitionTrouble
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
from porchlight.progress.queries import Wishes, WordSheet, received, said_lately, wishes
from porchlight.progress.rules.config import Config
from porchlight.progress.rules.history import Change, Deed, Harm, History, WeekSum
from porchlight.progress.rules.recognise import Recognition, recognise
from porchlight.progress.rules.spans import Away, Day, Leaving
from porchlight.progress.rules.weekly import Candidate, Candidates, Withheld
from porchlight.progress.scale_commands import FeelingSheet, how_it_feels, say_how_it_feels
from porchlight.progress.scale_rules import ITEMS, PICKS
from porchlight.progress.showing import can_be_shown
from porchlight.progress.words import ABOUT, FACTS, MAY_SAY, TOPICS, WITHHELD, phrase, why

__all__ = [
    "ABOUT",
    "FACTS",
    "HOPED_FOR",
    "ITEMS",
    "LEVELS",
    "MAY_SAY",
    "NEED_A_WHY",
    "OUTCOMES",
    "PICKS",
    "TOPICS",
    "WITHHELD",
    "Away",
    "Candidate",
    "Candidates",
    "Change",
    "Config",
    "Day",
    "Deed",
    "FeelingSheet",
    "Glance",
    "GoalSheet",
    "Harm",
    "History",
    "LadderTrouble",
    "Leaving",
    "NoGoalWords",
    "NoSuchGoal",
    "NoSuchPromise",
    "NoSuchWord",
    "NoWords",
    "NotOpenToThem",
    "NotSayable",
    "OtherKeeper",
    "OutcomeSheet",
    "PromiseSheet",
    "QuarterSheet",
    "Recognition",
    "RecognitionTrouble",
    "Standing",
    "WeekSum",
    "Wishes",
    "Withheld",
    "WordSheet",
    "can_be_shown",
    "candidates",
    "choose",
    "delete_word",
    "glance",
    "goal_steps_up",
    "goals",
    "how_it_feels",
    "let_goal_rest",
    "move_goal",
    "name_rungs",
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
    "said_lately",
    "say_how_it_feels",
    "say_it_happened",
    "say_outcome",
    "send_fact",
    "send_kind_word",
    "show_goal",
    "show_promise",
    "who_sees_goals",
    "who_sees_promises",
    "why",
    "wishes",
    "write_goal",
    "write_goal_anew",
]
