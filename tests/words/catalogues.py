"""The Spanish catalogues: `python -m tests.words.catalogues` gathers every word of both houses and compiles.

A house's catalogue holds each text that its pages or its troubles say through gettext. Texts in `parts/` are
joined in; texts that no page says any more are dropped. The result is committed, so that nobody needs a tool
to set the product up; a test does the same and compares.
"""

from __future__ import annotations

import io
import sys
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from porchlight.kernel.errors import Trouble
from porchlight.project.settings.base import ROOMS

ROOT = Path(__file__).resolve().parents[2] / "porchlight"
HOUSES = ("team", "youth")
SHARED = ("desks/forms.py", "project/words.py", "project/rendering.py")
# Whose troubles a page can say; the others speak to operators.
SAYING = (*(f"porchlight.{room}." for room in ROOMS), "porchlight.kernel.errors")
JINJA = {"extensions": "jinja2.ext.do", "silent": "false"}  # a template that can't be read is an error here
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2)}


def said_by(house: str) -> dict[tuple[str, ...] | str, list[tuple[str, int]]]:
    """Every text of a house, with where it is said; a plural is a pair."""
    found: dict[tuple[str, ...] | str, list[tuple[str, int]]] = {}
    files = sorted((ROOT / "desks" / house).rglob("*.py")) + [ROOT / name for name in SHARED]
    for file in files:
        for line, message, _comments, _context in extract_from_file("python", file, keywords=KEYWORDS):
            found.setdefault(message, []).append((str(file.relative_to(ROOT)), line))
    for file in sorted((ROOT / "desks" / house / "templates").rglob("*.html")):
        for line, message, _comments, _context in extract_from_file("jinja2.ext:babel_extract", file, options=JINJA):
            found.setdefault(message, []).append((str(file.relative_to(ROOT)), line))
    load_everything()
    for trouble in [Trouble, *troubles(Trouble)]:
        if not trouble.__module__.startswith(SAYING):
            continue
        found.setdefault(trouble.sentence, []).append((trouble.__module__.replace(".", "/") + ".py", 1))
    return found


def troubles(root: type[Trouble]) -> list[type[Trouble]]:
    """Every error class that can be shown to a person."""
    found = []
    for child in root.__subclasses__():
        found += [child, *troubles(child)]
    return found


def load_everything() -> None:
    """Import every module of the rooms, so that no trouble is missed, whatever ran before."""
    for room in ROOMS:
        package = import_module(f"porchlight.{room}")
        for found in walk_packages(package.__path__, prefix=f"{package.__name__}."):
            if ".migrations" not in found.name:
                import_module(found.name)


def known(house: str) -> dict[str, str | tuple[str, ...]]:
    """What is translated so far, from the catalogue and its parts."""
    folder = ROOT / "desks" / house / "locale"
    translated: dict[str, str | tuple[str, ...]] = {}
    for file in [place(house, "po"), *sorted(folder.glob("parts/*.po"))]:
        if file.exists():
            for message in read_po(io.BytesIO(file.read_bytes()), locale="es"):
                if message.id and message.string and not message.fuzzy:
                    key = message.id[0] if isinstance(message.id, tuple) else message.id
                    translated[key] = message.string
    return translated


def build(house: str) -> Catalog:
    """The house's catalogue as it should be."""
    catalog = Catalog(locale="es", project="porchlight", fuzzy=False, charset="utf-8")
    translated = known(house)
    for message, places in sorted(said_by(house).items(), key=lambda item: str(item[0])):
        key = message[0] if isinstance(message, tuple) else message
        files = sorted({file for file, _line in places})
        catalog.add(message, translated.get(key, ""), locations=[(file, 0) for file in files])
    return catalog


def place(house: str, ending: str) -> Path:
    """Where the catalogue lies."""
    return ROOT / "desks" / house / "locale" / "es" / "LC_MESSAGES" / f"django.{ending}"


def as_po(catalog: Catalog) -> bytes:
    """The catalogue as text, without dates, so that the same words give the same file."""
    out = io.BytesIO()
    write_po(out, catalog, width=110, no_location=False, omit_header=True, include_lineno=False)
    header = b'msgid ""\nmsgstr ""\n"Language: es\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    header += b'"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
    return header + out.getvalue()


def as_mo(catalog: Catalog) -> bytes:
    """The compiled catalogue."""
    out = io.BytesIO()
    timeless = read_po(io.BytesIO(as_po(catalog)), locale="es")
    timeless.creation_date = timeless.revision_date = datetime(2026, 1, 1, tzinfo=UTC)
    write_mo(out, timeless)
    return out.getvalue()


def missing(catalog: Catalog) -> list[str]:
    """Texts without Spanish, those for a number of things among them."""
    return [str(message.id) for message in catalog if message.id and not _is_said(message.string)]


def _is_said(string: str | tuple[str, ...]) -> bool:
    return all(string) if isinstance(string, tuple) else bool(string)


def main() -> None:
    """Write both catalogues and say what is missing."""
    from porchlight.project import settings_for

    settings_for.use("stage")
    from porchlight.project import desks

    for house in HOUSES:
        desks.load(house)
    for house in HOUSES:
        catalog = build(house)
        place(house, "po").parent.mkdir(parents=True, exist_ok=True)
        place(house, "po").write_bytes(as_po(catalog))
        place(house, "mo").write_bytes(as_mo(catalog))
        lacking = missing(catalog)
        lines = [f"{house}: {len(catalog)} texts, {len(lacking)} without Spanish", *lacking]
        sys.stdout.write("\n  ".join(lines) + "\n")


if __name__ == "__main__":
    main()
