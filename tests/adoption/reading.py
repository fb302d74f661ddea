"""How the tests of texts read them: block by block, as a person would."""

from __future__ import annotations

import re

from tests.lints.grade import too_hard
from tests.lints.words import check_words

STAFF, CAREGIVER = 9.0, 6.0  # school grades
_BLOCK = re.compile(r"\n\n|\n(?=(?:- |#))")
_MARK = re.compile(r"^(?:#+|-) ")


def blocks(markdown: str) -> list[str]:
    """Each heading, paragraph and list item on one line, without its mark."""
    found = (_MARK.sub("", " ".join(block.split())) for block in _BLOCK.split(markdown))
    return [block for block in found if block]


def trouble_with(text: str, *, language: str = "en", limit: float = STAFF, where: str = "text") -> list[str]:
    """All that the word lint and the grade hold against a text, block by block."""
    hard = [str(block) for block in too_hard("\n".join(blocks(text)), language, limit=limit)]
    return hard + [str(finding) for finding in check_words(text, house="team", path=where)]
