"""Coming home, pure: how they came, what was needed, and the talk that may follow."""

from __future__ import annotations

from enum import StrEnum

NOT_HELP_SEEKING = frozenset({"W07", "W08", "W09", "W10", "W11"})
NOT_A_WAY_HOME = frozenset({"W12"})  # closed without coming back: not a return
URGENT = ("injury", "withdrawal", "hungry", "exhausted", "frightened", "none_seen", "unsure")
OWN_RETURN = frozenset({"W01", "W02", "W03"})  # alone, by calling for a ride, by school or clinic
CALL_NOW = frozenset({"injury", "withdrawal"})

# Source: Welf. & Inst. Code 16501.35(b)(2); the names are those of the duty's evidence.
OUTPUTS = ("why_they_left", "what_the_home_changes", "time_away", "possible_harm")


class Wish(StrEnum):
    """What the young person wants of the talk. Each is right; none is held against them."""

    BOOKED = "booked"
    LATER = "later"
    DECLINED = "declined"


class Answer(StrEnum):
    """What became of one output. `not asked` always says why; none of them holds what was said."""

    ANSWERED = "answered"
    DECLINED = "declined"
    THEY_ASKED_TO_WAIT = "not_asked_they_asked_to_wait"
    NO_QUIET_PLACE = "not_asked_no_quiet_place"
    SOMEONE_ELSE_ASKS = "not_asked_someone_else_asks"
    NOT_SAFE_TO_ASK = "not_asked_not_safe_now"


def sought_help(came_how: str) -> bool:
    """Whether this way of coming home counts as seeking help (codes of CL-4).

    W01 to W06 do. So does anything that nobody knows: where the record is silent, they get the kinder reading.
    """
    return came_how not in NOT_HELP_SEEKING


def came_by_themselves(came_how: str) -> bool | None:
    """Whether coming home was their own deed; None where nobody knows or said how."""
    return came_how in OWN_RETURN if came_how.startswith("W") else None


def needs_a_call(urgent: tuple[str, ...]) -> bool:
    """Whether something was seen that may need a nurse or 911 at once."""
    return bool(CALL_NOW & set(urgent))


def still_to_ask(answers: dict[str, Answer]) -> tuple[str, ...]:
    """The outputs that may still be asked: whoever answered or declined is not asked again."""
    return tuple(o for o in OUTPUTS if answers.get(o) not in (Answer.ANSWERED, Answer.DECLINED))
