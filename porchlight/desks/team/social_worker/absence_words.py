"""How states, channels and duties are said to staff."""

from __future__ import annotations

from porchlight.absences import api as absences
from porchlight.kernel.county import OWNERS

STATES = {
    absences.CONCERN: "We are concerned",
    absences.AWAY_KNOWN: "Away, we know with whom",
    absences.MISSING: "Missing",
    absences.RETURNED: "Came home",
}
STATE_HINTS = {
    absences.CONCERN: "it is too early, or not ours, to say more",
    absences.AWAY_KNOWN: "somewhere that the court or the agency agreed to; any other place counts as missing",
    absences.MISSING: "the law's 24-hour duties open, counted from when we were told",
}
FIELDS = {
    "case_number": "Case number",
    "report_number": "Report number",
    "officer": "Officer or desk",
    "agency": "Agency",
    "time": "When",
    "sent_how": "How it was sent",
    "sent_when": "When it was sent",
    "told_by": "Who confirmed it",
    "locating_effort": "Whom you reached out to",
    "note": "A short note",
}


def duty_name(key: str) -> str:
    """The duty's name in the rule pack; its key when the pack no longer has it."""
    rules = absences.the_county().rules
    return rules[key].name("en") if key in rules else key


def owner_names(owners: tuple[str, ...]) -> str:
    """The roles on whose list a duty stands."""
    return ", ".join(OWNERS.get(owner, owner) for owner in owners)


def field_name(field: str) -> str:
    """A field of evidence, in words."""
    return FIELDS.get(field, field.replace("_", " ").capitalize())
