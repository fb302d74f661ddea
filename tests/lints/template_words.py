"""The words of a raw template, for the word lint: markup and logic are blanked out, lines stay."""

from __future__ import annotations

import re

_SILENT = re.compile(r"\{#.*?#\}|<!--.*?-->", re.DOTALL)
_LOGIC = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_LITERAL = re.compile(r"\"((?:\\.|[^\"\\])*)\"|'((?:\\.|[^'\\])*)'", re.DOTALL)
_TAG = re.compile(r"</?[a-z](?:\"[^\"]*\"|'[^']*'|[^>\"'])*>", re.IGNORECASE)
_SPOKEN = re.compile(r"\s(?:aria-label|alt|title|placeholder|value)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)


def template_words(source: str) -> str:
    """What the template says to people: text, quoted words inside its logic, attributes that are read.

    Every other sign becomes a blank, so a finding's line is the template's own line.
    """
    text = _SILENT.sub(lambda found: _blank(found.group()), source)
    text = _LOGIC.sub(lambda found: _only(_LITERAL, found.group()), text)
    return _TAG.sub(lambda found: _only(_SPOKEN, found.group()), text)


def _only(kept: re.Pattern[str], text: str) -> str:
    """The text with everything blank but what the pattern's groups caught."""
    signs = list(_blank(text))
    for found in kept.finditer(text):
        group = found.lastindex or 0
        signs[found.start(group) : found.end(group)] = found.group(group)
    return "".join(signs)


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)
