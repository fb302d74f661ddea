"""What the lints let pass on pages, each with its reason. Shorter is better."""

from __future__ import annotations

from tests.lints.finding import Spared

# Names of people and agencies of the cast: nobody can be spared another's name.
NAMES = (
    "Porchlight",
    "Wren",
    "Maya",
    "Dee",
    "Quinn",
    "Wren Legal",
    "Maya Legal",
    "Dee Legal",
    "Cg Person",
    "Sample resource_family",
)
SPARED: tuple[Spared, ...] = ()
