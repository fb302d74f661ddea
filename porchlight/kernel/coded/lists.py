"""Reading the coded lists. Each file is one list; every list ends with other, not said, not sure.

CodedTrouble            a list or a question about it
├── NoSuchList          no list of that name or number
├── NoSuchCode          the list has no such code
├── NoSuchLanguage      neither English nor Spanish was asked for
└── BadList             a file that is incomplete or says a code twice
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from porchlight.kernel.errors import Trouble

DATA = Path(__file__).resolve().parent / "data"
ALWAYS = ("other", "not_said", "not_sure")


class CodedTrouble(Trouble):
    """A coded list cannot be used as it stands."""

    code = "PL-COD-001"
    sentence = "A list of choices could not be read. Nothing was changed."
    repair = "Correct the file in porchlight/kernel/coded/data that the sentence names."


class NoSuchList(CodedTrouble):
    """No file has this name or number."""

    code = "PL-COD-002"
    repair = "Use a name that porchlight.kernel.coded.list_names() gives, or a number such as CL-1."


class NoSuchCode(CodedTrouble):
    """The list has no entry with this code."""

    code = "PL-COD-003"
    repair = "Look up the list's codes. A code once used is never taken out of its file."


class NoSuchLanguage(CodedTrouble):
    """The lists are kept in English (en) and Spanish (es)."""

    code = "PL-COD-004"
    repair = "Ask for en or es."


class BadList(CodedTrouble):
    """A file of a list is incomplete or says a code twice."""

    code = "PL-COD-005"


@dataclass(frozen=True)
class CodedEntry:
    """One choice. `tag` groups choices where the list has groups; otherwise it is empty.

    `translated` is `ours` where the Spanish was written or filled in by the product's makers.
    `reviewed_by` names the survivor or young person who reviewed the words; empty: nobody yet.
    """

    code: str
    en: str
    es: str
    tag: str
    translated: str
    reviewed_by: str

    def label(self, language: str) -> str:
        """The words in `en` or `es`. Raises `NoSuchLanguage` for any other."""
        return _pick(language, en=self.en, es=self.es)


@dataclass(frozen=True, eq=False)
class CodedList:
    """One list in the order of its file. `read_by` says whose words they are: `youth` or `staff`."""

    name: str
    number: str
    en: str
    es: str
    read_by: str
    attributes: tuple[str, ...]
    by_code: Mapping[str, CodedEntry]

    def __iter__(self) -> Iterator[CodedEntry]:
        return iter(self.by_code.values())

    def __len__(self) -> int:
        return len(self.by_code)

    def __contains__(self, code: object) -> bool:
        return code in self.by_code

    def entry(self, code: str) -> CodedEntry:
        """The choice with this code. Raises `NoSuchCode`."""
        if code not in self.by_code:
            raise NoSuchCode(f"The list {self.name} has no choice “{code}”.")
        return self.by_code[code]

    def label(self, code: str, language: str) -> str:
        """The words of one choice. Raises `NoSuchCode`, `NoSuchLanguage`."""
        return self.entry(code).label(language)

    def title(self, language: str) -> str:
        """The list's own name as a heading."""
        return _pick(language, en=self.en, es=self.es)


def coded(list_name: str) -> CodedList:
    """The list with this name (`needs`) or number (`CL-2`). Raises `NoSuchList`."""
    for found in _all_lists():
        if list_name in {found.name, found.number}:
            return found
    raise NoSuchList(f"There is no list “{list_name}”.")


def list_names() -> tuple[str, ...]:
    """The names of all lists, in alphabetical order."""
    return tuple(one.name for one in _all_lists())


def unreviewed() -> int:
    """How many choices that young people read were not yet reviewed by a survivor or young person.

    The three choices that every list repeats count once for each list.
    """
    return sum(not entry.reviewed_by for one in _all_lists() if one.read_by == "youth" for entry in one)


def _pick(language: str, *, en: str, es: str) -> str:
    if language == "en":
        return en
    if language == "es":
        return es
    raise NoSuchLanguage(f"The lists are not kept in the language “{language}”, only in en and es.")


@cache
def _all_lists() -> tuple[CodedList, ...]:
    return tuple(read_list(path) for path in sorted(DATA.glob("*.toml")))


def read_list(path: Path) -> CodedList:
    """Read one file. Raises `BadList` with the name of the file and of what is wrong."""
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as unreadable:
        raise BadList(f"{path.name} is not written as TOML: {unreadable}.") from unreadable
    if _words(said, "name", where=path.name) != path.stem:
        raise BadList(f"{path.name} does not carry its own name.")
    if said.get("read_by") not in {"youth", "staff"}:
        raise BadList(f"{path.name} needs “youth” or “staff” under “read_by”.")
    by_code: dict[str, CodedEntry] = {}
    for one in said.get("entries", []):
        entry = _read_entry(one, where=path.name, reviewed_by=said.get("reviewed_by", ""))
        if entry.code in by_code:
            raise BadList(f"{path.name} says the code “{entry.code}” twice.")
        by_code[entry.code] = entry
    if tuple(by_code)[-len(ALWAYS) :] != ALWAYS:
        raise BadList(f"{path.name} does not end with {', '.join(ALWAYS)}.")
    return CodedList(
        name=path.stem,
        number=_words(said, "number", where=path.name),
        en=_words(said, "en", where=path.name),
        es=_words(said, "es", where=path.name),
        read_by=said["read_by"],
        attributes=tuple(said.get("attributes", [])),
        by_code=MappingProxyType(by_code),
    )


def _read_entry(said: Mapping[str, Any], *, where: str, reviewed_by: str) -> CodedEntry:
    """Read one choice. Its own `reviewed_by` stands before the file's."""
    unknown = set(said) - {"code", "en", "es", "tag", "translated", "reviewed_by"}
    if unknown:
        raise BadList(f"{where} has a field “{min(unknown)}” that is not known.")
    return CodedEntry(
        code=_words(said, "code", where=where),
        en=_words(said, "en", where=where),
        es=_words(said, "es", where=where),
        tag=said.get("tag", ""),
        translated=said.get("translated", ""),
        reviewed_by=said.get("reviewed_by", reviewed_by),
    )


def _words(said: Mapping[str, Any], name: str, *, where: str) -> str:
    found = said.get(name)
    if not isinstance(found, str) or not found.strip():
        raise BadList(f"{where} needs words under “{name}” in “{said.get('code', said.get('name', '?'))}”.")
    return found
