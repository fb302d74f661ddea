"""The style lint: tokens only, no id selectors, no !important, no pixels beyond one, logical properties only.

Raw colours and pixels live in one place: a file called `tokens.css`, or a block `@layer tokens` for the house
that sends one file. System colours (Canvas, CanvasText), `transparent` and `currentColor` are not raw.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from .colour_names import COLOUR_NAMES
from .finding import Finding
from .stylesheet import Declaration, Prelude, bare, parts, read_sheet

_HEX = re.compile(r"#[0-9a-f]{3,8}\b", re.IGNORECASE)
_COLOUR_FUNCTION = re.compile(
    r"(?<![-\w])(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\((?!\s*from\s+var\()", re.IGNORECASE
)
_COLOUR_NAME = re.compile(rf"(?<![-\w.])(?:{'|'.join(COLOUR_NAMES)})(?![-\w(])", re.IGNORECASE)
_TAKES_COLOUR = re.compile(r"--|color|background|border|outline|fill|stroke|shadow|decoration|column-rule|emphasis")
_PIXELS = re.compile(r"(?<![-\w#])[-+]?(\d*\.?\d+)px\b", re.IGNORECASE)
_ID = re.compile(r"#[-\w\\]")
_ELSEWHERE = re.compile(r"url\(\s*[\"']?(?:https?:)?//|@import\s+[\"'](?:https?:)?//", re.IGNORECASE)

_SIDES = {"top": "block-start", "bottom": "block-end", "left": "inline-start", "right": "inline-end"}
_SIZES = {"width": "inline-size", "height": "block-size"}
_CORNERS = {
    "top-left": "start-start",
    "top-right": "start-end",
    "bottom-left": "end-start",
    "bottom-right": "end-end",
}
_FOUR_SIDES = re.compile(r"(?:scroll-)?(?:margin|padding)|inset|border-(?:width|style|color)")


def inspect(css: str, *, path: str) -> list[Finding]:
    """Everything in this style sheet that we don't write, in the order of the file."""
    sheet = read_sheet(css)
    is_tokens_file = PurePath(path).name == "tokens.css"
    found = [Finding(path, line, "braces", said) for line, said in sheet.faults]
    for prelude in sheet.preludes:
        found += [Finding(path, prelude.line, *said) for said in _in_prelude(prelude)]
    for declaration in sheet.declarations:
        found += [Finding(path, declaration.line, *said) for said in _in_declaration(declaration)]
        if not is_tokens_file and not _is_tokens_layer(declaration.around):
            found += [Finding(path, declaration.line, *said) for said in _raw_values(declaration)]
    return sorted(found, key=lambda finding: finding.line)


def _is_tokens_layer(around: tuple[str, ...]) -> bool:
    return any(re.fullmatch(r"@layer\s+tokens", prelude) for prelude in around)


def _in_prelude(prelude: Prelude) -> Iterator[tuple[str, ...]]:
    text = bare(prelude.text)
    if prelude.is_selector and _ID.search(re.sub(r"\[[^\]]*\]", "", text)):
        yield "no-id", f"the selector {prelude.text!r} names an id", "a class, or data-state for a state"
    for pixels in _PIXELS.finditer(text):
        if float(pixels[1]) > 1:
            yield "no-pixels", f"{prelude.text!r} measures in pixels", "rem"


def _in_declaration(declaration: Declaration) -> Iterator[tuple[str, ...]]:
    said = f"{declaration.name}: {declaration.value}"
    if re.search(r"!\s*important", bare(declaration.value), re.IGNORECASE):
        yield "no-important", said, "a later layer"
    if _ELSEWHERE.search(declaration.value):
        yield "third-party", said, "a file of this house"
    logical = _logical(declaration)
    if logical:
        yield "logical", said, logical


def _raw_values(declaration: Declaration) -> Iterator[tuple[str, ...]]:
    value = bare(declaration.value)
    said = f"{declaration.name}: {declaration.value}"
    named = _TAKES_COLOUR.search(declaration.name) and _COLOUR_NAME.search(re.sub(r"var\([^(),]*", "", value))
    if _HEX.search(value) or _COLOUR_FUNCTION.search(value) or named:
        yield "no-raw-colour", said, "a token"
    if any(float(pixels) > 1 for pixels in _PIXELS.findall(value)):
        yield "no-pixels", said, "a token or rem"


def _logical(declaration: Declaration) -> str:
    """What to write instead of a physical property or value; "" when it is logical already."""
    if any(prelude.startswith("@page") for prelude in declaration.around) or declaration.name.startswith("--"):
        return ""
    return _logical_name(declaration.name) or _logical_value(declaration.name, declaration.value)


def _logical_name(name: str) -> str:
    if name in _SIDES:
        return f"inset-{_SIDES[name]}"
    size = re.fullmatch(r"((?:min-|max-)?)(width|height)", name)
    if size:
        return size[1] + _SIZES[size[2]]
    corner = re.fullmatch(r"border-((?:top|bottom)-(?:left|right))-radius", name)
    if corner:
        return f"border-{_CORNERS[corner[1]]}-radius"
    side = re.fullmatch(r"((?:scroll-)?(?:margin|padding)|border)-(top|right|bottom|left)(-\w+)?", name)
    return f"{side[1]}-{_SIDES[side[2]]}{side[3] or ''}" if side else ""


def _logical_value(name: str, value: str) -> str:
    if name == "text-align" and value in {"left", "right"}:
        return "start" if value == "left" else "end"
    if name in {"float", "clear"} and value in {"left", "right"}:
        return _SIDES[value]
    sides = parts(value)
    if _FOUR_SIDES.fullmatch(name) and len(sides) == 4 and sides[1] != sides[3]:
        return "the -block and -inline properties"
    if name == "border-radius" and not all(_is_mirrored(parts(half)) for half in parts(value, at="/")):
        return "border-start-start-radius and its kin"
    return ""


def _is_mirrored(corners: list[str]) -> bool:
    """Whether left and right corners are alike: given as top-left, top-right, bottom-right, bottom-left."""
    if len(corners) == 4:
        return corners[0] == corners[1] and corners[2] == corners[3]
    return len(set(corners)) <= 1
