"""The door of teams."""

from porchlight.teams.commands import (
    GateClosed,
    KnownAlready,
    LinkOver,
    accept_invitation,
    add_agency,
    add_person,
    give_seat,
    invite,
    join_team,
    leave_team,
    speak,
)
from porchlight.teams.household import HOMES, Home, home_of, lives_with
from porchlight.teams.queries import (
    AgencySheet,
    Beside,
    SeatSheet,
    StaffSheet,
    agencies,
    invited,
    role_names,
    seats,
    staff,
    team_of,
)
from porchlight.teams.rules import KINDS, OUT_OF_STATE_WARNING, password_trouble
from porchlight.teams.sessions import COOKIE
from porchlight.teams.sign_in import Hat, NotRecognised, hats, sign_in, sign_out, take_seat

__all__ = [
    "COOKIE",
    "HOMES",
    "KINDS",
    "OUT_OF_STATE_WARNING",
    "AgencySheet",
    "Beside",
    "GateClosed",
    "Hat",
    "Home",
    "KnownAlready",
    "LinkOver",
    "NotRecognised",
    "SeatSheet",
    "StaffSheet",
    "accept_invitation",
    "add_agency",
    "add_person",
    "agencies",
    "give_seat",
    "hats",
    "home_of",
    "invite",
    "invited",
    "join_team",
    "leave_team",
    "lives_with",
    "password_trouble",
    "role_names",
    "seats",
    "sign_in",
    "sign_out",
    "speak",
    "staff",
    "take_seat",
    "team_of",
]
