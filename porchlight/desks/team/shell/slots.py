"""Places on shared pages that each desk fills: cards on a young person's page, parts of the first page.

A card's need is asked before its function runs; what it reads is guarded again by its room.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from porchlight.policy.api import Need, Visit


@dataclass(frozen=True)
class Filled:
    """A drawn slot: a template of this house and its values.

    `about`: the young people whom a part of the first page calls by name. The page asks for all `names` together.
    """

    template: str
    values: Mapping[str, Any]
    about: frozenset[UUID] = frozenset()


CardFunction = Callable[[Visit, UUID], Filled | None]
PartFunction = Callable[[Visit], Filled | None]

_cards: dict[str, tuple[int, Need, CardFunction]] = {}
_parts: dict[str, tuple[int, Need, PartFunction]] = {}
_practice: dict[str, tuple[int, Need, PartFunction]] = {}


def youth_card(order: int, *, needs: Need) -> Callable[[CardFunction], CardFunction]:
    """Put a card on every young person's page where the need is answered; lower `order` stands higher."""

    def wrap(function: CardFunction) -> CardFunction:
        _cards[f"{function.__module__}.{function.__name__}"] = (order, needs, function)
        return function

    return wrap


def first_page_part(order: int, *, needs: Need) -> Callable[[PartFunction], PartFunction]:
    """Put a part on the first page of every seat whose need is answered; lower `order` stands higher."""

    def wrap(function: PartFunction) -> PartFunction:
        _parts[f"{function.__module__}.{function.__name__}"] = (order, needs, function)
        return function

    return wrap


def practice_part(order: int, *, needs: Need) -> Callable[[PartFunction], PartFunction]:
    """Put a part on the page about our own practice, for every seat whose need is answered."""

    def wrap(function: PartFunction) -> PartFunction:
        _practice[f"{function.__module__}.{function.__name__}"] = (order, needs, function)
        return function

    return wrap


def cards(visit: Visit, youth: UUID) -> list[Filled]:
    """The cards of one young person's page for this visit, in order."""
    chosen = sorted(_cards.items(), key=lambda item: (item[1][0], item[0]))
    drawn = (function(visit, youth) for _, (_, needs, function) in chosen if needs.answered(visit, youth))
    return [card for card in drawn if card is not None]


def parts(visit: Visit) -> list[Filled]:
    """The parts of the first page for this visit, in order."""
    return _filled(_parts, visit)


def practice(visit: Visit) -> list[Filled]:
    """The parts of the page about our own practice for this visit, in order."""
    return _filled(_practice, visit)


def _filled(slots: Mapping[str, tuple[int, Need, PartFunction]], visit: Visit) -> list[Filled]:
    chosen = sorted(slots.items(), key=lambda item: (item[1][0], item[0]))
    drawn = (function(visit) for _, (_, needs, function) in chosen if needs.answered(visit, None))
    return [part for part in drawn if part is not None]
