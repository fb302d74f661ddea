"""What the young person is called here, and the little that the record knows of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from porchlight.people.models import Detail, Name
from porchlight.people.rules import age_on, fold, is_nonminor
from porchlight.policy.api import Category, Grain, See, SeeMany, Visit, ask, guarded

AUDIENCE = {"Y": "me", "CG": "home", "ED": "school", "CRT": "court", "PAR": "family"}
NAMES = "people.names"  # where a visit keeps the names that it has read
PAGE = 50  # rows of a list

# In SQL, because every page asks for names, and to compile a query anew costs more than the answer.
LIST = """
WITH n AS MATERIALIZED (
  SELECT youth_id, name, pronoun, folded FROM people_name WHERE audience = %(audience)s AND ended_at IS NULL
)
(SELECT true AS listed, n.* FROM n WHERE starts_with(n.folded, %(begins)s) AND n.folded > %(after)s
 ORDER BY n.folded, n.youth_id LIMIT %(page)s)
UNION ALL
(SELECT false, n.* FROM n WHERE n.youth_id = ANY (%(also)s))
ORDER BY listed DESC, folded, youth_id
"""
NAMED = """
SELECT n.youth_id, n.name, n.pronoun, n.folded FROM people_name AS n
WHERE n.youth_id = ANY (%s) AND n.audience = %s AND n.ended_at IS NULL
"""


@dataclass(frozen=True)
class NameSheet:
    """The name and pronoun to use before this visit's audience."""

    youth: UUID
    name: str
    pronoun: str
    folded: str = ""


@dataclass(frozen=True)
class DetailSheet:
    """Legal name, birth date, language: only where the whole identity is open."""

    youth: UUID
    legal_name: str
    birth_date: date
    language: str

    def age(self, today: date) -> int:
        """Whole years today."""
        return age_on(self.birth_date, today)

    def is_nonminor(self, today: date) -> bool:
        """18 or older."""
        return is_nonminor(self.birth_date, today)


@guarded(SeeMany(Category.IDENTITY, Grain.SLICE))
def my_young_people(
    *, by: Visit, search: str = "", after: str = "", also: Collection[UUID] = ()
) -> tuple[NameSheet, ...]:
    """Those beside whom this seat stands, by folded name, 50 at a time, from `after` on.

    `also`: young people whom the same page names elsewhere. Their names are read along; `names_of` gives them out.
    """
    asked = {"audience": _audience(by), "begins": fold(search), "after": after, "page": PAGE, "also": list(also)}
    rows = [(is_listed, NameSheet(*row)) for is_listed, *row in ask(LIST, asked)]
    _remember(also, [sheet for _, sheet in rows], by=by)
    return tuple(sheet for is_listed, sheet in rows if is_listed)


@guarded(SeeMany(Category.IDENTITY, Grain.SLICE))
def names_of(youths: Collection[UUID], *, by: Visit) -> tuple[NameSheet, ...]:
    """What to call each of these here; those whom this visit may not know are left out. Asked once a request."""
    known: dict[UUID, NameSheet | None] = by.extras.setdefault(NAMES, {})
    unknown = [youth for youth in youths if youth not in known]
    if unknown:
        _remember(unknown, [NameSheet(*row) for row in ask(NAMED, [unknown, _audience(by)])], by=by)
    return tuple(sheet for youth in dict.fromkeys(youths) if (sheet := known[youth]))


@guarded(SeeMany(Category.IDENTITY, Grain.SLICE))
def names_beside(*, by: Visit) -> tuple[str, ...]:
    """Every name in use of those beside whom this seat stands, without who is who: for words that must name nobody.

    Nothing of it is shown, so no young person's history says that somebody read their name.
    """
    return tuple(row[0] for row in ask("SELECT DISTINCT n.name FROM people_name AS n WHERE n.ended_at IS NULL"))


@guarded(See(Category.IDENTITY, Grain.SLICE))
def called(youth: UUID, *, by: Visit) -> NameSheet:
    """What to call this young person here."""
    rows = ask(NAMED, [[youth], _audience(by)])
    return NameSheet(*rows[0]) if rows else NameSheet(youth, "", "")


@guarded(See(Category.IDENTITY))
def names_everywhere(youth: UUID, *, by: Visit) -> dict[str, tuple[str, str]]:
    """Name and pronoun by audience, as far as this visit may see them."""
    rows = Name.objects.filter(youth_id=youth, ended_at=None).values_list("audience", "name", "pronoun")
    return {audience: (name, pronoun) for audience, name, pronoun in rows}


@guarded(See(Category.IDENTITY))
def detail(youth: UUID, *, by: Visit) -> DetailSheet | None:
    """Legal name, birth date and language; None when nobody recorded them yet."""
    row = Detail.objects.filter(youth_id=youth, ended_at=None).order_by("-made_at").first()
    if row is None:
        return None
    key = by.key(youth)
    return DetailSheet(
        youth,
        key.open(row.legal_name, place="people_detail.legal_name", row=row.id),
        date.fromisoformat(key.open(row.birth_date, place="people_detail.birth_date", row=row.id)),
        row.language,
    )


def _remember(asked: Collection[UUID], found: Collection[NameSheet], *, by: Visit) -> None:
    """Names read once serve the whole page, also that there is none to know; nothing outlives the request."""
    known = by.extras.setdefault(NAMES, {})
    known |= dict.fromkeys(asked) | {sheet.youth: sheet for sheet in found}


def _audience(by: Visit) -> str:
    return AUDIENCE.get(by.role, "team")
