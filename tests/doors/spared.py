"""What the lints let pass on pages, each with its reason. Shorter is better."""

from __future__ import annotations

from porchlight.directory.seed import read_lines
from tests.lints.finding import Spared
from tests.lints.words import names_of_services
from tests.support.cast import ROLES

# Names of people and agencies of the cast: nobody can be spared another's name.
YOUNG = ("Wren", "Maya", "Dee", "Far")
# Names of real lines stay as they are, inside the directory.
LINES = tuple(name for line in read_lines() for name in (line.name.en, line.name.es))
NAMES = (
    *LINES,
    "Sample County",
    "Porchlight",
    "Quinn",
    "County administration",
    *YOUNG,
    *(f"{name} Legal" for name in YOUNG),
    *(f"{role.title()} Person" for role in ROLES),
    *(f"Sample {kind}" for kind in ROLES.values()),
)
SPARED: tuple[Spared, ...] = tuple(names_of_services(LINES))
