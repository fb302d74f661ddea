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
from porchlight.teams.queries import (
    AgencySheet,
    Beside,
    SeatSheet,
    StaffSheet,
    agencies,
    invited,
    seats,
    staff,
    team_of,
)
from porchlight.teams.rules import KINDS, OUT_OF_STATE_WARNING, password_trouble, role_names
from porchlight.teams.sessions import COOKIE
from porchlight.teams.sign_in import Hat, NotRecognised, hats, sign_in, sign_out, take_seat

__all__ = [
    "COOKIE",
    "KINDS",
    "OUT_OF_STATE_WARNING",
    "AgencySheet",
    "Beside",
    "GateClosed",
    "Hat",
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
    "invite",
    "invited",
    "join_team",
    "leave_team",
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
