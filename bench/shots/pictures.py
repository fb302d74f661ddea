"""One picture of each kind with invented values, for the pattern pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from porchlight.desks.pictures import (
    LadderWords,
    Move,
    MovesWords,
    Picture,
    Promise,
    PromisesWords,
    Rung,
    WeeksWords,
    ladder,
    moves,
    promises,
    weeks,
)
from porchlight.desks.pictures.glasses import Glass, Glasses, Part, Sign, glass

FIRST = date(2026, 3, 16)
COUNTS = (5, 3, 4, None, 3, 5, 4, 2, 3, 1, 3, 0, 2, 2, 4, 3, 1, 2, 2, 0, 1, 3, 2, 1, 0, 2)
CONFIRMED = (7, 7, 6, 0, 3, 7, 7, 6, 7, 2, 7, 7, 6, 6, 7, 7, 5, 7, 7, 4, 7, 6, 7, 7, 7, 6)


@dataclass(frozen=True)
class Week:
    """One week, as the picture takes it."""

    count: int | None
    confirmed: int
    is_seen: bool


def samples() -> Mapping[str, Picture]:
    """By the name that the pattern pages call it."""
    return {"weeks": _weeks(), "moves": _moves(), "ladder": _ladder(), "promises": _promises()}


def glasses() -> Glasses:
    """How far agencies have come, for the team's pattern page."""
    legend = tuple((glass(Glass(level, 0)), name) for level, name in enumerate(("Nothing yet", "Begun", "On paper")))
    row = (Glass(4, 4), Glass(2, 4), Glass(1, 1), Glass(0, 3), Glass(0, 0))
    words = "5 agencies: 1 in use; 1 adopted on paper; 1 being drafted; 1 said, not shown; 1 nothing yet."
    signs = tuple(
        Sign(name, "It is written down, and it is done.", "#", row, words, (name, "5", "2", "1", "2"))
        for name in ("A welcome at the door", "Being away costs nothing")
    )
    columns = ("Sign", "Agencies", "Nothing yet", "Begun", "Further")
    return Glasses("How far the agencies have come", legend, (Part("What changes", signs),), columns)


def _weeks() -> Picture:
    found = [Week(count, known, known > 5) for count, known in zip(COUNTS, CONFIRMED, strict=True)]
    labels = [f"{monday:%b} {monday.day}" for monday in (FIRST + timedelta(weeks=n) for n in range(len(found)))]
    words = WeeksWords(
        title="Times left, week by week",
        about="From the week of Mar 16 to the week of Sep 7. The table below holds the same numbers.",
        counts="Times left",
        days="Days confirmed, of 7",
        seen="six or seven days confirmed",
        not_seen="fewer days confirmed: there may be more",
        middle="the middle of the full dots: %s",
        at_least="%s or more",
        nothing_said="nobody said",
        columns=("Week from Monday", "Times left", "Days confirmed, of 7"),
    )
    return weeks(found, labels=labels, middle=2.5, words=words, key="weeks")


def _moves() -> Picture:
    needs = [
        Move("Belonging, family feeling", "wholly", "mostly by something that harmed them", True, "Sam Okafor"),
        Move("Somewhere to sleep", "partly", "in part by something that harmed them", True, "Rosa Delgado, at home"),
        Move("A drum", "not", "not by something that harmed them", False, "nobody yet"),
        Move("A phone that works", "unknown", "not noted yet", False, "nobody yet"),
    ]
    words = MovesWords(
        "Who meets each need, before and now", "One line for each need.", ("Need", "Met before", "Meets it now")
    )
    return moves(needs, words=words, key="moves")


def _ladder() -> Picture:
    rungs = [
        Rung("I play in front of people"),
        Rung("I play with the others on Fridays, and stay to the end"),
        Rung("I play once a week", is_here=True),
        Rung("I take the guitar out of its case"),
        Rung(""),
    ]
    words = LadderWords(
        "Music in my week", "Five rungs. You are on the one in the middle.", "Here now", "no words yet", ("Rung", "Now")
    )
    return ladder(rungs, words=words, key="ladder")


def _promises() -> Picture:
    became = ("kept", "kept", "late", "kept", "open", "not_kept", "kept", "late", "open")
    made = [Promise(f"Call on Friday at 4, week {n}", f"Sep {n}", one) for n, one in enumerate(became, 1)]
    named = {"kept": "Kept", "late": "Kept, later than we said", "open": "Not due yet", "not_kept": "Not kept"}
    words = PromisesWords(
        "What we promised", "One mark for each promise.", named, ("What we promised", "By when", "What became of it")
    )
    return promises(made, words=words, key="promises")
