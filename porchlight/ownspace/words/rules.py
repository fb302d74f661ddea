"""Making and reading what opens a young person's own space: five words, a card code, a start code.

Pure: the caller brings the chance. `choose(n)` gives a whole number from 0 to n - 1, each as
likely as the other; in the product it is `secrets.randbelow`.

The three readers look at no list and never say that a word is unknown: a wrong word takes the
same way as a right one, to the same slow look-up. They share no answer: a start code has 8 signs,
a card code 12, five words 15 letters or more.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable

from porchlight.ownspace.words.lists import word_list

WORDS = 5
SHORTEST, LONGEST = 3, 8  # letters in a word of the lists
LONGEST_TEXT = 128  # signs looked at; security.md §5, case 4
CARD, START = 12, 8  # signs of a code
GROUP = 4
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O, U
LOOKS_LIKE = str.maketrans("OIL", "011")


def make_words(language: str, *, choose: Callable[[int], int]) -> tuple[str, ...]:
    """Five different words in `en` or `es`; their order counts. Raises `NoSuchWordList`."""
    left = list(word_list(language))
    return tuple(left.pop(choose(len(left))) for _ in range(WORDS))


def bits(language: str) -> float:
    """How many bits of chance five words of this language hold. Raises `NoSuchWordList`."""
    return math.log2(math.perm(len(word_list(language)), WORDS))


def read_words(text: str) -> str | None:
    """The letters of five typed words, run together; None when it cannot be five words.

    Capitals, accents, ñ for n, and whatever stands between or inside the words (spaces, commas,
    hyphens, digits, line ends, nothing at all) make no difference; the order of the words does.
    No two choices of words run together alike, because no word is the start of another.

    None only for more than 128 signs, or fewer than 15 or more than 40 letters: the caller makes
    it cost as much time as words that open nothing.
    """
    if len(text) > LONGEST_TEXT:
        return None
    letters = "".join(sign for sign in _plain(text).casefold() if "a" <= sign <= "z")
    return letters if WORDS * SHORTEST <= len(letters) <= WORDS * LONGEST else None


def make_card_code(*, choose: Callable[[int], int]) -> str:
    """The code of a printed card: 12 signs, 60 bits, as XXXX-XXXX-XXXX."""
    return _make_code(CARD, choose=choose)


def read_card_code(text: str) -> str | None:
    """A typed card code as it was printed; None when it cannot be one. See `read_start_code`."""
    return _read_code(text, length=CARD)


def make_start_code(*, choose: Callable[[int], int]) -> str:
    """The code a worker hands over: 8 signs, 40 bits, as XXXX-XXXX. The caller ends it after 30 minutes."""
    return _make_code(START, choose=choose)


def read_start_code(text: str) -> str | None:
    """A typed start code as it was shown; None when it cannot be one.

    Small letters, spaces and hyphens make no difference; O is read as 0, I and L as 1.
    None for more than 128 signs typed, for any other number of letters and digits, and for U.
    """
    return _read_code(text, length=START)


def _make_code(length: int, *, choose: Callable[[int], int]) -> str:
    return _grouped("".join(SIGNS[choose(len(SIGNS))] for _ in range(length)))


def _read_code(text: str, *, length: int) -> str | None:
    if len(text) > LONGEST_TEXT:
        return None
    signs = "".join(sign for sign in _plain(text).upper() if sign.isalnum()).translate(LOOKS_LIKE)
    return _grouped(signs) if len(signs) == length and set(signs) <= set(SIGNS) else None


def _grouped(signs: str) -> str:
    return "-".join(signs[start : start + GROUP] for start in range(0, len(signs), GROUP))


def _plain(text: str) -> str:
    """Letters without their accents: é becomes e and a mark, ñ becomes n and a mark."""
    return unicodedata.normalize("NFKD", text)
