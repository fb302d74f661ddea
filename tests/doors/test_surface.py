"""The frozen surface: no door appears, vanishes or changes its need without a visible diff."""

from __future__ import annotations

from pathlib import Path

from porchlight.policy.api import doors
from tests.doors.surface import HOUSES, surface

GOLDEN = Path(__file__).with_name("doors.txt")
MEANINGFUL = {"plan", "safe", "help", "away", "absence", "court", "case", "sign", "in", "out", "home", "team"}


def test_the_doors_are_those_that_were_reviewed(town):
    """After a review: `python -m tests.doors.surface > tests/doors/doors.txt`."""
    assert surface() == GOLDEN.read_text(encoding="utf-8").splitlines()


def test_every_door_says_in_a_sentence_what_it_is_for(town):
    surface()
    for house in HOUSES:
        assert [door.name for door in doors(house) if not (door.view.__doc__ or "").strip()] == []


def test_addresses_of_the_young_persons_house_are_short_and_mean_nothing(town):
    surface()
    for door in doors("youth"):
        parts = [part for part in door.route.split("/") if part and not part.startswith("<")]
        assert not set(parts) & MEANINGFUL, door.route
        assert all(len(part) <= 2 for part in parts), door.route


def test_no_view_is_longer_than_twenty_lines(town):
    import ast
    import inspect
    import textwrap

    surface()
    for door in [door for house in HOUSES for door in doors(house)]:
        tree = ast.parse(textwrap.dedent(inspect.getsource(inspect.unwrap(door.view)))).body[0]
        assert (tree.end_lineno or 0) - tree.body[0].lineno <= 20, door.name
