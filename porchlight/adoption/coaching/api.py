"""The door of coaching."""

from porchlight.adoption.coaching.commands import (
    NoDay,
    NotTheirCoach,
    NotYet,
    ask_for_a_talk,
    no_talk_open,
    say_support,
    who_listens,
    whom_i_coach,
    write_coaching,
)
from porchlight.adoption.coaching.queries import (
    TALKS,
    CoachingCounts,
    CoachingSheet,
    TalkSheet,
    coaching_counts,
    my_coaching,
    reach_of_county,
    talks,
)
from porchlight.adoption.coaching.rules import FEWEST, Reach, Support, support_stands

__all__ = [
    "FEWEST",
    "TALKS",
    "CoachingCounts",
    "CoachingSheet",
    "NoDay",
    "NotTheirCoach",
    "NotYet",
    "Reach",
    "Support",
    "TalkSheet",
    "ask_for_a_talk",
    "coaching_counts",
    "my_coaching",
    "no_talk_open",
    "reach_of_county",
    "say_support",
    "support_stands",
    "talks",
    "who_listens",
    "whom_i_coach",
    "write_coaching",
]
