"""Two texts side by side: which words stand in both, which in one of them alone. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

SAME, ADDED, LEFT_OUT = "same", "added", "left_out"
_WORDS = re.compile(r"^\s+|(?:\w+(?:['’]\w+)*|[^\w\s])\s*")  # noqa: RUF001 - because people type that apostrophe


@dataclass(frozen=True)
class Piece:
    """Words in a row that share a mark: in both texts, only in the second, only in the first."""

    mark: str
    words: str


def compared(first: str, second: str) -> tuple[Piece, ...]:
    """The second text with the first marked in it, word by word. Only the space between two words is no difference.

    >>> [(one.mark, one.words) for one in compared("A door stays open.", "A door stays wide open.")]
    [('same', 'A door stays '), ('added', 'wide '), ('same', 'open.')]
    """
    one, other = _WORDS.findall(first), _WORDS.findall(second)
    matcher = SequenceMatcher(None, [word.strip() for word in one], [word.strip() for word in other], autojunk=False)
    pieces = [piece for step in matcher.get_opcodes() for piece in _pieces(one, other, step)]
    return tuple(piece for piece in pieces if piece.words)


def reads_on(pieces: Iterable[Piece]) -> bool:
    """Whether the text is still easy to read with its marks: at least half of what is shown stands in both texts.

    >>> reads_on(compared("A door stays open.", "A door stays wide open.")), reads_on(compared("A door.", "Two lamps."))
    (True, False)
    """
    lengths = Counter[bool]()
    for piece in pieces:
        lengths[piece.mark == SAME] += len(piece.words)
    return lengths[True] >= lengths[False]


def _pieces(one: list[str], other: list[str], step: tuple[str, int, int, int, int]) -> Iterator[Piece]:
    what, from_one, to_one, from_other, to_other = step
    left, added = "".join(one[from_one:to_one]), "".join(other[from_other:to_other])
    if what == "equal":
        yield Piece(SAME, added)
        return
    yield Piece(LEFT_OUT, left)
    yield Piece(ADDED, added)
