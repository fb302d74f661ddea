"""What in a text may point at one young person: a case number, a birth date, a name. Pure.

Only names that the writer is given are looked for; nothing here knows who is known to anybody.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

YOUNGEST, OLDEST = 5, 25  # whole years: a bare date that would make somebody this old may be a birth date
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan enero ene", "february feb febrero", "march mar marzo", "april apr abril abr", "may mayo",
            "june jun junio", "july jul julio", "august aug agosto ago", "september sep sept septiembre",
            "october oct octubre", "november nov noviembre", "december dec diciembre dic",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
DATES = (
    re.compile(r"\b(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})\b"),
    re.compile(r"\b(?P<m>\d{1,2})[/.](?P<d>\d{1,2})[/.](?P<y>\d{4}|\d{2})\b"),
    re.compile(rf"\b(?P<mn>{MONTH})\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y>\d{{4}})\b", re.IGNORECASE),
    re.compile(rf"\b(?P<d>\d{{1,2}})\.? (?:de )?(?P<mn>{MONTH})\.? (?:de |del )?(?P<y>\d{{4}})\b", re.IGNORECASE),
)
BORN = re.compile(
    r"\b(?:born|birth\s?date|birthday|date of birth|d\.?o\.?b\.?|naci[oó]|nacid[oa]|nacimiento)\W", re.IGNORECASE
)
NEAR = 30  # characters between such a word and its date
LAWS = r"(?:SB|AB|ACL|ACIN|WIC|PC|EC|HSC|CFL|AFL|MPP|CFR|USC|HR|Section|section|Code|§+)"
PHONE = re.compile(r"(?:\+?1[-. ])?(?:\(\d{3}\) ?|\b\d{3}[-. ])?\b\d{3}[-. ]\d{4}\b")
CITED = re.compile(rf"\b{LAWS}\s?[\d.\-]+(?:\([a-z0-9]+\))*")
LABELLED = re.compile(
    r"\b(?:case|docket|referral|file|client|caso|expediente)\s*(?:number|no\.?|num\.?|n[uú]mero|id|#)?\s*[:#]?\s*"
    r"(?P<n>[A-Za-z]{0,3}-?\d[\w-]{2,})",
    re.IGNORECASE,
)
LONG = re.compile(r"\b\d[\d-]{4,}\d\b")
MIXED = re.compile(r"\b(?:[A-Za-z]{1,3}-?\d{4,}|\d{2}-?[A-Za-z]{2,3}-?\d{3,})\b")
FEWEST_DIGITS = 6
WEB = re.compile(r"\b(?:https?://|www\.|doi\.org/)\S+", re.IGNORECASE)
SHORTEST = 3  # letters of a name that is looked for in any case; a shorter one must begin with a capital


@dataclass(frozen=True)
class Found:
    """What was found: `kind` is "number", "birth" or "name"; `words` as they stand in the text."""

    kind: str
    words: str


def found_in(text: str, *, names: Iterable[str], today: date, dated: bool = False) -> tuple[Found, ...]:
    """Everything in the text that may point at one young person, in this order: numbers, birth dates, names.

    `names` are those of the young people beside whom the writer stands. `dated` texts, such as a policy, may hold old
    dates and addresses on the web; a date beside a word for being born is found in them too. Telephone numbers and laws
    are no case numbers.
    """
    births = tuple(Found("birth", words) for words in _births(text, today=today, dated=dated))
    bare = _without_dates(WEB.sub(" ", text) if dated else text)
    numbers = tuple(Found("number", words) for words in _numbers(bare))
    return (*numbers, *births, *(Found("name", words) for words in _named(text, names)))


def _numbers(text: str) -> Iterator[str]:
    bare = CITED.sub(" ", PHONE.sub(" ", text))
    seen = dict.fromkeys(match["n"] for match in LABELLED.finditer(text))
    seen |= dict.fromkeys(match[0] for match in MIXED.finditer(bare))
    seen |= dict.fromkeys(m[0] for m in LONG.finditer(bare) if sum(map(str.isdigit, m[0])) >= FEWEST_DIGITS)
    yield from seen


def _without_dates(text: str) -> str:
    for pattern in DATES:
        text = pattern.sub(" ", text)
    return text


def _births(text: str, *, today: date, dated: bool) -> Iterator[str]:
    for pattern in DATES:
        for match in pattern.finditer(text):
            said = BORN.search(text[max(0, match.start() - NEAR) : match.start()])
            if said or (not dated and _would_be_young(match, today)):
                yield match[0]


def _would_be_young(match: re.Match[str], today: date) -> bool:
    parts = match.groupdict()
    year = int(parts["y"])
    if len(parts["y"]) == len("yy"):
        year += 2000 if year <= today.year % 100 else 1900
    try:
        month = int(parts["m"]) if parts.get("m") else MONTHS[parts["mn"].lower()]
        born = date(year, month, int(parts["d"]))
    except ValueError:  # 25/12/2010: the day stands first
        born = date(year, 1, 1)
    return YOUNGEST <= today.year - born.year <= OLDEST


def _named(text: str, names: Iterable[str]) -> Iterator[str]:
    plain = fold(text)
    for name in dict.fromkeys(name for name in names if name.strip()):
        first, *others = name.split()
        if _stands(plain, text, first) or any(re.search(rf"\b{re.escape(other)}\b", text) for other in others):
            yield name


def _stands(plain: str, text: str, sought: str) -> bool:
    if len(sought) < SHORTEST:
        return bool(re.search(rf"\b{re.escape(sought)}\b", text))
    return bool(re.search(rf"\b{re.escape(fold(sought))}\b", plain))


def fold(text: str) -> str:
    """Small letters without accents: how names are compared."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))
