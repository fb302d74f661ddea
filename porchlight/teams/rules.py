"""Teams, pure: kinds of agencies, and what a password needs."""

from __future__ import annotations

from datetime import timedelta

from porchlight.policy.grid import the_grid

KINDS = {
    "child_welfare": "County child welfare",
    "probation": "Probation department",
    "mental_health": "County mental health plan",
    "public_health": "Public health",
    "group_home": "Group home or short-term residential program",
    "out_of_state_home": "Out-of-state group home",
    "foster_family_agency": "Foster family agency",
    "resource_family": "Resource family home",
    "tribe": "Title IV-E tribe",
    "law_enforcement": "Law enforcement agency",
    "education": "School or office of education",
    "court": "Court",
    "legal": "Attorneys for young people",
    "casa": "CASA program",
    "advocacy": "Survivor advocacy organization",
    "supervisors": "Board of supervisors",
    "steering": "Steering committee",
    "administration": "County administration",
    "state": "State",
}
OUT_OF_STATE_WARNING = (
    "Since 2022 California no longer places young people in out-of-state group homes. "
    "That kind is here for young people who were placed before, and for their way back."
)
SHORTEST_PASSWORD = 15  # characters; NIST SP 800-63B-4 for a single factor
LINK_LIFE = timedelta(minutes=30)
FEWEST_SIGNS = 5  # different characters


def password_trouble(password: str, *, email: str = "") -> str:
    """What is wrong with a new password: "short" or "easy"; empty when it is fine. A desk has the sentences."""
    if len(password) < SHORTEST_PASSWORD:
        return "short"
    if len(set(password)) < FEWEST_SIGNS or (email and password.casefold() in email.casefold()):
        return "easy"
    return ""


def role_names() -> dict[str, str]:
    """The name of every role by its code."""
    return {code: role.name for code, role in the_grid().roles.items()}


def seat_roles() -> dict[str, str]:
    """The roles that a person may be given a seat in: every role of the matrix but the young person's."""
    return {code: name for code, name in role_names().items() if code not in ("Y", "OC")}
