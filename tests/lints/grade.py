"""The school grade that a block of text asks of its reader.

English: Flesch-Kincaid grade, 0.39 words per sentence + 11.8 syllables per word - 15.59.
    Source: Kincaid, Fishburne, Rogers, Chissom, "Derivation of new readability formulas", 1975.
Spanish: Crawford's grade, 4.9 syllables per word - 20.5 sentences per word - 3.407.
    Source: Crawford, "A Spanish language Fry-type readability procedure: elementary level", 1984 (ERIC
    ED273119), and "Fórmula y gráfico para determinar la comprensibilidad de textos del nivel primario en
    castellano", 1989; made from primary readers of the United States, Latin America and Spain.

Limits, so that nobody reads more into a number than it holds:
- Both were made from passages of about 100 words. On one short line a single long word decides, so a
  block of fewer than 5 words is not graded at all.
- Crawford is sound up to grade 6; above it, the number only says "too hard". It barely feels long sentences,
  therefore a Spanish sentence of more than 25 words is too hard whatever its grade. (Fernández Huerta's
  scale, which does feel them, leaves its sixth grade at about the same length.)
- A grade says nothing about whether a text is kind, true or clear. People do.

Counting: numbers, the month of a date (no page gets harder in January), addresses and web names are left out;
hyphens and slashes part words; a sentence ends at . ! ? … : ; or the end of its block, as Flesch counts.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from .finding import Spared
from .syllables import english_syllables, spanish_syllables

Language = Literal["en", "es"]

FEWEST_WORDS = 5
LONGEST_SPANISH_SENTENCE = 25

_ABBREVIATION = re.compile(r"\b(?:[ap]\.\s?m|e\.g|i\.e|etc|vs|St|Dr|Mr|Ms|Mrs|Sr|Sra|Dra|Ud|No|EE\. UU)\.(?=\s+\S)")
_SENTENCE_END = re.compile(r"[.!?…:;]+[\"'\u201d\u2019\u00bb)\]]*(?=\s|$)")
_NOT_READ = re.compile(r"\S*(?:\d|@|://|\w\.[a-z]{2,})\S*")
_MONTH = re.compile(  # of a date
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?=\s\d)"
    r"|(?<=\d de )(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b"
)
_ENDING_PAIR = re.compile(r"(?<=[a-záéíóúñ])/(?:a|o|e|as|os|es)\b")
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Block:
    """A block that asks too much of its reader, its hardest sentence, and why."""

    text: str
    grade: float
    hardest: str
    why: str

    def __str__(self) -> str:
        return f"{self.why}: {self.text!r} (hardest sentence: {self.hardest!r})"


def grade(text: str, language: Language, *, names: Collection[str] = ()) -> float:
    """School grade of the whole text. May be below 0 for very short words; has no upper end.

    `names` are proper names that the reader cannot be spared (a hotline, a county); they are left out.
    Raises `ValueError` when the text holds no word.
    """
    sentences = _sentences(_without(text, names=names))
    words = [word for sentence in sentences for word in _words(sentence)]
    if not words:
        raise ValueError(f"No words to grade in {text!r}.")
    if language == "en":
        syllables = sum(map(english_syllables, words))
        return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59
    syllables = sum(map(spanish_syllables, words))
    return 4.9 * syllables / len(words) - 20.5 * len(sentences) / len(words) - 3.407


def too_hard(
    text: str,
    language: Language,
    *,
    limit: float = 6.0,
    spared: Collection[Spared] = (),
    names: Collection[str] = (),
) -> list[Block]:
    """Every block over `limit`, in order. Each line of `text` is one block; `limit` itself passes."""
    passes = {" ".join(exception.text.split()) for exception in spared}
    blocks = (" ".join(line.split()) for line in text.splitlines())
    judged = (_judge(block, language, limit=limit, names=names) for block in blocks if block not in passes)
    return [block for block in judged if block is not None]


def no_longer_needed(spared: Collection[Spared], language: Language, *, limit: float = 6.0) -> list[Spared]:
    """The exceptions whose text would pass by itself: delete them."""
    return [exception for exception in spared if not too_hard(exception.text, language, limit=limit)]


def _judge(block: str, language: Language, *, limit: float, names: Collection[str]) -> Block | None:
    sentences = _sentences(_without(block, names=names))
    if sum(len(_words(sentence)) for sentence in sentences) < FEWEST_WORDS:
        return None
    reached = grade(block, language, names=names)
    longest = max(sentences, key=lambda sentence: len(_words(sentence)))
    if reached > limit:
        hardest = max(sentences, key=lambda sentence: grade(sentence, language))
        return Block(block, reached, hardest, f"grade {reached:.1f}, at most {limit:g}")
    if language == "es" and len(_words(longest)) > LONGEST_SPANISH_SENTENCE:
        length = len(_words(longest))
        return Block(block, reached, longest, f"{length} words in one sentence, at most {LONGEST_SPANISH_SENTENCE}")
    return None


def _without(text: str, *, names: Collection[str]) -> str:
    for name in sorted(names, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", text)
    return text


def _sentences(text: str) -> list[str]:
    """The sentences of a text that hold at least one word."""
    whole = _ABBREVIATION.sub(lambda found: found.group().replace(".", ""), " ".join(text.split()))
    return [sentence for sentence in _parts(whole) if _words(sentence)]


def _parts(text: str) -> Iterator[str]:
    start = 0
    for end in _SENTENCE_END.finditer(text):
        yield text[start : end.end()].strip()
        start = end.end()
    yield text[start:].strip()


def _words(sentence: str) -> list[str]:
    return _WORD.findall(_NOT_READ.sub(" ", _MONTH.sub(" ", _ENDING_PAIR.sub("", sentence))))
