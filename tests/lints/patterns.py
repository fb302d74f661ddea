"""Which components of a house its pattern page draws, read from the templates."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tests.shape.tree import CODE

MACRO = re.compile(r"{%-? macro (\w+)\(.*?\) -?%}(.*?){%-? endmacro -?%}", re.DOTALL)
COMMENT = re.compile(r"{#.*?#}", re.DOTALL)
DRAWN = re.compile(r"{[{%].*?[%}]}", re.DOTALL)
CALL = re.compile(r"(?:\bui\.)?\b([a-z_]+)\(")


def components_of(house: str) -> dict[str, str]:
    """Every macro of the house's components, with what is in it."""
    return dict(MACRO.findall(_template(house, "components.html")))


def called_in(template: str) -> set[str]:
    """Everything that a template calls by name."""
    code = " ".join(DRAWN.findall(COMMENT.sub("", template)))
    return set(CALL.findall(code))


def not_shown(house: str, *, components: Mapping[str, str] | None = None, shown: str | None = None) -> set[str]:
    """The components that neither the pattern page, nor the frame around it, nor a component on it draws."""
    parts = components_of(house) if components is None else components
    page = _template(house, "pattern.html") + _template(house, "base.html") if shown is None else shown
    reached: set[str] = set()
    waiting = called_in(page) & set(parts)
    while waiting:
        reached |= waiting
        waiting = set().union(*(called_in(parts[name]) for name in waiting)) & set(parts) - reached
    return set(parts) - reached


def _template(house: str, name: str) -> str:
    return (CODE / "desks" / house / "templates" / house / name).read_text(encoding="utf-8")
