"""The door of policy: what rooms, flows and desks use to ask who may."""

from porchlight.policy.context import Identity, put_on
from porchlight.policy.county import county_changed, county_key, county_told, the_county
from porchlight.policy.doors import Answer, Door, Go, Page, Paper, door, doors, doors_at
from porchlight.policy.grants import Line, end_grant, grant, lines
from porchlight.policy.guard import (
    Anybody,
    Change,
    Holding,
    InOffice,
    Need,
    OfCounty,
    OwnHand,
    Recognised,
    See,
    SeeMany,
    SignedIn,
    StandBeside,
    guarded,
)
from porchlight.policy.values import Action, Category, Grain, Office, Verdict
from porchlight.policy.visit import Event, Visit, ask, ask_one

__all__ = [
    "Action",
    "Answer",
    "Anybody",
    "Category",
    "Change",
    "Door",
    "Event",
    "Go",
    "Grain",
    "Holding",
    "Identity",
    "InOffice",
    "Line",
    "Need",
    "OfCounty",
    "Office",
    "OwnHand",
    "Page",
    "Paper",
    "Recognised",
    "See",
    "SeeMany",
    "SignedIn",
    "StandBeside",
    "Verdict",
    "Visit",
    "ask",
    "ask_one",
    "county_changed",
    "county_key",
    "county_told",
    "door",
    "doors",
    "doors_at",
    "end_grant",
    "grant",
    "guarded",
    "lines",
    "put_on",
    "the_county",
]
