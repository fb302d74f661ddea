"""A stand-in of the notice's shape in our own words, and the notice itself where this machine has it.

No text of the notice stands here or anywhere in the repository: it is read when the tests run, from beside the
repository or from the folder that PORCHLIGHT_REFERENCE names.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from tests.shape.tree import ROOT

FOLDER = Path(os.environ.get("PORCHLIGHT_REFERENCE") or ROOT.parent / "shared" / "reference")
PLACE = FOLDER / "acin-i-59-18.txt"
# A heading of the notice's table, the role that it speaks of, and the moment at which that role needs it.
EXAMPLES = {
    "SOCIAL WORKER": ("SW", "plan_begins"),
    "CAREGIVER": ("CG", "someone_came_home"),
    "PUBLIC HEALTH": ("PH", "plan_begins"),
    "BEHAVIORAL HEALTH": ("BH", "someone_left"),
    "LAW ENFORCEMENT": ("LE", "someone_left"),
    "PROBATION": ("PO", "violation_weighed"),
    "EDUCATORS": ("ED", "someone_came_home"),
    "DEPENDENCY/DELINQUENCY COURTS": ("CRT", "hearing_nears"),
    "YOUTH MENTOR/SURVIVOR ADVOCATE": ("ADV", "someone_left"),
}
STAND_IN = """
A letter of a sample office, in place of the real one.

Nine short examples follow.

SOCIAL WORKER

Write a plan for days away with two pens, and name help that needs no bed

CAREGIVER

Agree beforehand what is fair, and greet whoever comes home

PUBLIC HEALTH

Tell them about birth control that lasts, if they ask

BEHAVIORAL HEALTH

Write each week, wherever they sleep, and keep the hour free

LAW ENFORCEMENT

Have one name and number in each town

PROBATION

Look at all of it before you answer a broken rule

EDUCATORS

Shape the school day so that they can be there

DEPENDENCY/DELINQUENCY COURTS

Keep a calendar of its own with the same bench

YOUTH MENTOR/SURVIVOR ADVOCATE

Agree how to answer safely while somebody is away
"""


@dataclass(frozen=True)
class Example:
    """One practical example: its heading, what it says, for which role, at which moment it is needed."""

    heading: str
    says: str
    role: str
    moment: str


def nine_examples(text: str) -> list[Example]:
    """The nine examples of a text of the notice's shape: a heading in capitals on its own line, then what it says."""
    found = []
    for heading, (role, moment) in EXAMPLES.items():
        match = re.search(rf"^{re.escape(heading)}\n\s*\n(.+)$", text, re.MULTILINE)
        assert match, f"no example for {heading}"
        found.append(Example(heading, match[1].strip(), role, moment))
    return found


def texts() -> dict[str, str]:
    """The stand-in always; the notice itself too where it is there."""
    found = {"stand-in": STAND_IN}
    if PLACE.is_file():
        found["notice"] = PLACE.read_text(encoding="utf-8")
    return found
