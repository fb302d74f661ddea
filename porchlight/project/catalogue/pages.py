"""Which pages are generated, and whether each says what the code says.

A page is generated whole, or between two marks: `<!-- generated: NAME -->` and `<!-- end: NAME -->`. What stands
around the marks is written by people and kept.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from porchlight.kernel.errors import Trouble
from porchlight.policy.grid import the_grid
from porchlight.policy.registry import the_registry
from porchlight.project.catalogue import access, decisions, errors, layers

ROOT = Path(__file__).resolve().parents[3]
DOCS = ROOT / "docs"


class MarkMissing(Trouble):
    """A page has lost the marks between which its generated part stands."""

    code = "PL-PRO-070"
    sentence = "A page of the documentation can't be drawn again."
    repair = "Put both marks back, each on a line of its own, as another page in docs/ has them."


def _layers() -> str:
    return layers.drawn((ROOT / ".importlinter").read_text(encoding="utf-8"))


def _access() -> str:
    return access.drawn(the_grid(), the_registry())


def _decisions() -> str:
    return decisions.drawn(DOCS / "adr")


PAGES: dict[Path, tuple[str, Callable[[], str]]] = {
    DOCS / "access-grid.md": ("access-grid", _access),
    DOCS / "adr" / "README.md": ("decisions", _decisions),
    DOCS / "architecture.md": ("layers", _layers),
    DOCS / "errors.md": ("errors", errors.drawn),
}


def current(path: Path) -> str:
    """The page as it should be now. Raises `MarkMissing`."""
    name, draw = PAGES[path]
    return between(path.read_text(encoding="utf-8"), name=name, new=draw())


def stale() -> list[Path]:
    """The pages that say something else than the code does."""
    return [path for path in PAGES if current(path) != path.read_text(encoding="utf-8")]


def between(page: str, *, name: str, new: str) -> str:
    """`page` with `new` between the marks of `name`. Raises `MarkMissing`."""
    first, last = f"<!-- generated: {name} -->\n", f"<!-- end: {name} -->"
    before, found, rest = page.partition(first)
    _, also_found, after = rest.partition(last)
    if not (found and also_found):
        raise MarkMissing(repair=f"Put the marks of `{name}` back, each on a line of its own.")
    return f"{before}{first}\n{new.strip()}\n\n{last}{after}"
