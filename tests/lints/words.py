"""The word lint: words about people that we don't write, each with what to write instead.

It reads text that people will read: templates, coded lists, fixtures, translations, rendered pages. For code
and tests use `house="code"`, which knows only the words that have no place anywhere. Both languages are
looked for in every text, since a page or a file may hold both. It never looks at what people themselves type.
A raw template goes through `template_words` first, a rendered page through `visible_blocks`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator

from . import word_rules_en, word_rules_es
from .finding import Finding, Spared
from .word_rule import House, Rule

RULES: tuple[Rule, ...] = word_rules_en.RULES + word_rules_es.RULES

_PATTERNS = {rule.name: rule.compiled() for rule in RULES}
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def check_words(text: str, *, house: House, path: str, spared: Collection[Spared] = ()) -> list[Finding]:
    """Every word that this house does not use, line by line, with what to write instead.

    `house` is "youth" (the strictest), "team", or "code". A `spared` text is passed over wherever it stands.
    """
    rules = [rule for rule in RULES if house in rule.houses]
    whole = unicodedata.normalize("NFC", text)
    readable = _without(_split_names(whole) if house == "code" else whole, spared=spared)
    return [
        finding
        for number, line in enumerate(readable.splitlines(), start=1)
        for rule in rules
        for finding in _found(line, rule=rule, path=path, number=number)
    ]


def names_of_services(names: Collection[str]) -> list[Spared]:
    """Names and words of real services, spared inside the directory and nowhere else."""
    return [Spared(name, "words of a real service, inside the directory") for name in names if name.strip()]


def _found(line: str, *, rule: Rule, path: str, number: int) -> Iterator[Finding]:
    for match in _PATTERNS[rule.name].finditer(line):
        yield Finding(path, number, rule.name, f"we don't write {match.group()!r} ({rule.why})", rule.instead)


def _split_names(code: str) -> str:
    """Code with the words of its names apart: `offenderId` and `offender_id` both read as two words."""
    return _CAMEL.sub(" ", code).replace("_", " ")


def _without(text: str, *, spared: Collection[Spared]) -> str:
    for exception in sorted(spared, key=lambda one: len(one.text), reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(exception.text)}(?!\w)", "\u2026", text, flags=re.IGNORECASE)
    return text
