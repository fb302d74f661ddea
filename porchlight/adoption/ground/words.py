"""Words about ourselves: typed by a person, and refused when they may point at one young person.

A command takes `CaseFree` words, and a table keeps nothing else (`CaseFreeField`), so that no form can forget to ask.
The check reads the names of the young people beside whom the writer stands, and no other record: a refusal must never
tell anybody that a young person is known.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from porchlight.adoption.ground.naming_rules import Found, found_in
from porchlight.kernel import clock
from porchlight.kernel.errors import Trouble
from porchlight.people import api as people
from porchlight.policy.api import Visit

if TYPE_CHECKING:
    Text = models.TextField[str, str]
else:
    Text = models.TextField


class CaseFree(str):
    """Words in which nothing points at one young person. Only `case_free` makes them out of what somebody typed."""

    __slots__ = ()


class NamesSomebody(Trouble):
    """The text may point at one young person."""

    code = "PL-ADO-001"
    sentence = "Here we write about our own work, and never about one young person."
    repair = "Take out what it names. Facts about a young person belong on their own page."

    def __init__(self, found: tuple[Found, ...]) -> None:
        said = [self.sentence, *(_said(one) for one in found), "Please take it out and send again."]
        super().__init__(" ".join(said))
        self.found = found


def case_free(text: str, *, by: Visit, dated: bool = False) -> CaseFree:
    """The words as they may be kept here. Raises `NamesSomebody`.

    `dated` texts are documents, such as a policy: a date in them is a birth date only beside a word for being born.
    """
    names = people.names_beside(by=by) if text else ()
    today = clock.county_time(clock.now()).date()
    found = found_in(text, names=names, today=today, dated=dated)
    if found:
        raise NamesSomebody(found)
    return CaseFree(text)


def each_case_free(texts: Iterable[str], *, by: Visit) -> dict[str, CaseFree | NamesSomebody]:
    """Each of many short texts: the words as they may be kept, or why they may not. The names are read once."""
    several = dict.fromkeys(texts)
    names = people.names_beside(by=by) if several else ()
    today = clock.county_time(clock.now()).date()
    looked = {text: found_in(text, names=names, today=today) for text in several}
    return {text: NamesSomebody(found) if found else CaseFree(text) for text, found in looked.items()}


class CaseFreeField(Text):
    """A text that a person typed about our own work. Refuses words that nobody looked through."""

    def get_db_prep_save(self, value: Any, connection: BaseDatabaseWrapper) -> Any:
        """The words for the database. Raises `TypeError` for words that did not pass `case_free`."""
        if isinstance(value, str) and value and not isinstance(value, CaseFree):
            raise TypeError(f"{self.name} was given words that did not pass case_free()")
        return super().get_db_prep_save(value, connection)


def _said(found: Found) -> str:
    said = {
        "number": "“{}” looks like a case number.",
        "birth": "“{}” looks like a birth date.",
        "name": "“{}” is the name of a young person beside whom you stand.",
    }
    return said[found.kind].format(found.words)
