"""Contrast of token pairs, in light and in dark, read from the tokens themselves (A7)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from .colours import contrast, read_colour
from .finding import Finding
from .stylesheet import Declaration, parts, read_sheet

Theme = Literal["light", "dark"]

TEXT = 4.5
CONTROL = 3.0

_ROOT = re.compile(r"(?::root|html|:host)(?:\[data-theme=[\"']?(\w+)[\"']?\])?|\[data-theme=[\"']?(\w+)[\"']?\]")
_CALL = re.compile(r"(?<![-\w])(var|light-dark)\(")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tokens that meet on a page, and the least contrast between them: `TEXT` or `CONTROL`."""

    front: str
    back: str
    least: float = TEXT


def low_contrast(css: str, pairs: Iterable[Pair], *, path: str) -> list[Finding]:
    """Every pair too faint in either theme, also when more contrast is asked for and the file answers."""
    asked = (False, True) if "prefers-contrast" in css else (False,)
    wanted = list(pairs)
    themes: tuple[Theme, ...] = ("light", "dark")
    return [
        Finding(path, 1, "contrast", said)
        for more in asked
        for theme in themes
        for said in _faint(read_tokens(css, theme=theme, more_contrast=more), wanted, _called(theme, more=more))
    ]


def ratio(front: str, back: str) -> float:
    """WCAG contrast of two written colours, 1 to 21. Raises `ValueError` for what is not a colour."""
    return contrast(read_colour(front), read_colour(back))


def read_tokens(css: str, *, theme: Theme, more_contrast: bool = False) -> dict[str, str]:
    """Each token with the value it has on the root in this theme, `var()` and `light-dark()` worked out.

    Later declarations win. What stands in `@supports` counts, as in a new browser; what stands in another
    media query (print, width) or under another selector does not.
    Raises `ValueError` for a token that is made of itself.
    """
    written: dict[str, str] = {}
    for declaration in read_sheet(css).declarations:
        if declaration.name.startswith("--") and _holds(declaration, theme=theme, more_contrast=more_contrast):
            written[declaration.name] = declaration.value
    return {name: _worked_out(value, written, theme=theme, seen=(name,)) for name, value in written.items()}


def _faint(tokens: dict[str, str], pairs: list[Pair], called: str) -> Iterable[str]:
    for pair in pairs:
        lost = [name for name in (pair.front, pair.back) if name not in tokens]
        if lost:
            yield f"{called}: there is no token {' or '.join(lost)}"
            continue
        reached = ratio(tokens[pair.front], tokens[pair.back])
        if reached < pair.least:
            yield f"{called}: {pair.front} on {pair.back} is {reached:.2f}, it needs {pair.least}"


def _called(theme: Theme, *, more: bool) -> str:
    return f"{theme}, more contrast" if more else theme


def _holds(declaration: Declaration, *, theme: Theme, more_contrast: bool) -> bool:
    *outer, selector = declaration.around
    named = [_ROOT.fullmatch(one) for one in parts(selector, at=",")]
    if not any(found and (found[1] or found[2] or theme) == theme for found in named):
        return False
    return all(_applies(prelude, theme=theme, more_contrast=more_contrast) for prelude in outer)


def _applies(prelude: str, *, theme: Theme, more_contrast: bool) -> bool:
    if prelude.startswith("@supports"):
        return not re.match(r"@supports\s+not\b", prelude)
    if not prelude.startswith("@media"):
        return prelude.startswith("@layer")
    asked = re.sub(r"\s+", "", prelude.removeprefix("@media")).lower().removeprefix("screenand")
    met = {f"(prefers-color-scheme:{theme})", "screen", "all"}
    if more_contrast:
        met.add("(prefers-contrast:more)")
    return all(condition in met for condition in asked.split("and"))


def _worked_out(value: str, written: dict[str, str], *, theme: Theme, seen: tuple[str, ...]) -> str:
    call = _CALL.search(value)
    if call is None:
        return value
    end = _closing(value, call.end())
    first, *rest = parts(value[call.end() : end], at=",")
    if call[1] == "light-dark":
        chosen, path = (first if theme == "light" else rest[0]), seen
    elif first in seen:
        raise ValueError(f"The token {first} is made of itself.")
    else:
        chosen, path = written.get(first, ", ".join(rest)), (*seen, first)
    inner = _worked_out(chosen, written, theme=theme, seen=path)
    after = _worked_out(value[end + 1 :], written, theme=theme, seen=seen)
    return f"{value[: call.start()]}{inner}{after}"


def _closing(value: str, start: int) -> int:
    """Where the bracket that was opened just before `start` closes."""
    depth = 1
    for at in range(start, len(value)):
        depth += (value[at] == "(") - (value[at] == ")")
        if depth == 0:
            return at
    raise ValueError(f"A bracket is never closed in {value!r}.")
