"""What staff read about the talk: its wishes, its four outputs, and what became of each."""

from __future__ import annotations

from collections.abc import Mapping

from porchlight.absences.api import Answer, Wish

WISHES: Mapping[Wish, str] = {
    Wish.BOOKED: "They want it, with the person below",
    Wish.LATER: "They want to wait. No date is needed",
    Wish.DECLINED: "They would rather not. That is fine, and stays fine",
}
OUTPUTS: Mapping[str, str] = {
    "why_they_left": "What mattered most when they left",
    "what_the_home_changes": "What this or the next home can do about it",
    "time_away": "How the time away was",
    "possible_harm": "Whether someone may have harmed or used them",
}
ANSWERS: Mapping[Answer, str] = {
    Answer.ANSWERED: "Answered",
    Answer.DECLINED: "They would rather not say",
    Answer.THEY_ASKED_TO_WAIT: "Not asked: they asked to wait",
    Answer.NO_QUIET_PLACE: "Not asked: there was no quiet place",
    Answer.SOMEONE_ELSE_ASKS: "Not asked: somebody whom they chose will ask",
    Answer.NOT_SAFE_TO_ASK: "Not asked: it was not safe to ask",
}
