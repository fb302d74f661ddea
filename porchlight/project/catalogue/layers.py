"""The layers of the house, read from the contract that the linter enforces."""

from __future__ import annotations

from configparser import ConfigParser


def drawn(contract: str) -> str:
    """A numbered list from the top layer down; rooms on one line are siblings and don't use each other."""
    return "\n".join(f"{number}. {_named(line)}" for number, line in enumerate(layers(contract), start=1))


def layers(contract: str) -> tuple[tuple[str, ...], ...]:
    """Each layer's rooms, top first, as `.importlinter` says them."""
    parser = ConfigParser()
    parser.read_string(contract)
    lines = parser["importlinter:contract:layers"]["layers"].split("\n")
    return tuple(tuple(room.strip() for room in line.split("|")) for line in lines if line.strip())


def _named(rooms: tuple[str, ...]) -> str:
    return ", ".join(f"`{room}`" for room in rooms)
