"""Needs before and now, in words of the staff: from their own note, and from who helps today."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from porchlight.desks.pictures import Move, MovesWords, Picture, moves
from porchlight.needs import api as needs

# By the note's code: what the picture calls it, and its shape.
WAS = {
    "mostly": ("wholly", "mostly by something that harmed them"),
    "some": ("partly", "in part by something that harmed them"),
    "no": ("not", "not by something that harmed them"),
    "not_sure": ("unknown", "we are not sure"),
    "": ("unknown", "not noted yet"),
}
WORDS = MovesWords(
    title="Who meets each need, before and now",
    about="One line for each need on the map. It is joined to the right once somebody meets the need.",
    columns=("Need", "Met before", "Meets it now"),
)


def needs_picture(
    found: Sequence[needs.NeedSheet], *, names: Mapping[UUID, str], label: Callable[[str], str]
) -> Picture:
    """The map as a picture. A helper of whom the young person says that it doesn't work is not joined."""
    return moves([_move(need, names=names, label=label) for need in found], words=WORDS, key="needs")


def _move(need: needs.NeedSheet, *, names: Mapping[UUID, str], label: Callable[[str], str]) -> Move:
    was, was_word = WAS[need.before]
    name = need.words if need.code == "other" else label(need.code)
    if need.helper is None:
        return Move(name, was, was_word, is_met=False, now_word="nobody yet")
    seat = names.get(need.helper.seat, "somebody of the team") if need.helper.seat else ""
    who = ", ".join(part for part in (seat, need.helper.who) if part)
    if need.verdict == "doesnt":
        return Move(name, was, was_word, is_met=False, now_word=f"{who}; they say it doesn't work")
    return Move(name, was, was_word, is_met=True, now_word=who)
