"""What the lints let pass on pages, each with its reason. Shorter is better."""

from __future__ import annotations

from tests.lints.finding import Spared
from tests.support.cast import ROLES

# Names of people and agencies of the cast: nobody can be spared another's name.
YOUNG = ("Wren", "Maya", "Dee", "Far")
NAMES = (
    "Porchlight",
    "Quinn",
    *YOUNG,
    *(f"{name} Legal" for name in YOUNG),
    *(f"{role.title()} Person" for role in ROLES),
    *(f"Sample {kind}" for kind in ROLES.values()),
)
SPARED: tuple[Spared, ...] = ()
