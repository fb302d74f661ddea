"""The index of the decision records, from their own titles."""

from __future__ import annotations

from pathlib import Path

from porchlight.project.catalogue.tables import table


def drawn(folder: Path) -> str:
    """One row a record: its number and its title, in order."""
    rows = []
    for path in records(folder):
        title = path.read_text(encoding="utf-8").splitlines()[0].removeprefix("# ")
        number, _, said = title.partition(" ")
        rows.append((f"[{number}]({path.name})", said))
    return table(("record", "what was decided"), rows)


def records(folder: Path) -> list[Path]:
    """The records in order of their numbers."""
    return sorted(folder.glob("[0-9][0-9][0-9]-*.md"))
