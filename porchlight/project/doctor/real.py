"""Whether this may hold what real people said. It may not, until each of these stands."""

from __future__ import annotations

from porchlight.project.doctor.county import closed_roles, unreviewed_words

NOT_RECORDED = (
    "no copy of the master keys is recorded as kept elsewhere",
    "no restore was drilled",
    "no rota is recorded as staffed at every hour",
    "county counsel's answers are not recorded",
    "the access grid is not signed",
)


def reasons_against() -> list[str]:
    """Every reason why not, as a part of a sentence. This release has no place to record the first five."""
    reasons = list(NOT_RECORDED)
    if words := unreviewed_words():
        reasons.append(f"{words} texts for young people were not reviewed by a survivor or young person")
    if closed := closed_roles():
        reasons.append(f"{len(closed)} roles wait for what protects them")
    return reasons
