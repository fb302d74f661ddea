"""County values, the rule pack and its due dates: data that a county may read and correct.

`read_county` gives one county as it stands on a day. California is one file and a county is one
file on top of it (counties/README.md); no county ever builds on another. Nothing here asks the clock.
"""

from porchlight.kernel.county.court_days import CourtCalendar, court_days_after, is_court_day
from porchlight.kernel.county.due_dates import due_at, dues
from porchlight.kernel.county.dues import (
    AtLeast,
    BeforeMonthEnd,
    BusinessDays,
    Cadence,
    Days,
    Due,
    SameDay,
    Within,
    say_due,
)
from porchlight.kernel.county.duties import OWNERS, DutyRule, GateQuestion
from porchlight.kernel.county.listing import CountyListing, list_counties
from porchlight.kernel.county.provenance import Kind, Provenance
from porchlight.kernel.county.reading import read_county
from porchlight.kernel.county.sheet import County
from porchlight.kernel.county.trainings import TrainingRule
from porchlight.kernel.county.troubles import (
    BadRow,
    CountyTrouble,
    LawLengthened,
    NoSuchCounty,
    NoSuchKey,
    NoTimeZone,
    NotThatUnit,
    OutOfReach,
)
from porchlight.kernel.county.values import EscalationStep, Value

__all__ = [
    "OWNERS",
    "AtLeast",
    "BadRow",
    "BeforeMonthEnd",
    "BusinessDays",
    "Cadence",
    "County",
    "CountyListing",
    "CountyTrouble",
    "CourtCalendar",
    "Days",
    "Due",
    "DutyRule",
    "EscalationStep",
    "GateQuestion",
    "Kind",
    "LawLengthened",
    "NoSuchCounty",
    "NoSuchKey",
    "NoTimeZone",
    "NotThatUnit",
    "OutOfReach",
    "Provenance",
    "SameDay",
    "TrainingRule",
    "Value",
    "Within",
    "court_days_after",
    "due_at",
    "dues",
    "is_court_day",
    "list_counties",
    "read_county",
    "say_due",
]
