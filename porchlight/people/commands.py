"""Welcoming a young person into the record, and changing what they are called."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from porchlight.kernel import clock
from porchlight.kernel.ids import YouthId, new_id
from porchlight.people.models import Detail, Name
from porchlight.people.queries import NAMES
from porchlight.people.rules import fold
from porchlight.policy.api import Category, Change, Grain, Holding, Visit, ask, grant, guarded
from porchlight.vault.api import new_data_key


@guarded(Holding(("SW",)))
def welcome(
    *,
    names: Mapping[str, tuple[str, str]],
    legal_name: str,
    birth_date: date,
    language: str,
    by: Visit,
) -> YouthId:
    """Begin a record: the writer's agency answers for this young person, and the writer stands beside them.

    Supervisors of the agency stand beside every young person it answers for. `names` has a name and a pronoun
    for each audience of `rules.AUDIENCES`.
    """
    youth = YouthId(new_id())
    home = by.own_agency
    grant("responsible", by=by, youth=youth, agency=home, footing="CASE_RESP")
    grant("standing", by=by, youth=youth, seat=by.seat, footing="CASE_RESP")
    grant("standing", by=by, youth=youth, role="SUP", agency=home, footing="CASE_RESP")
    ask("SELECT pl.add_youth_key(%s, %s)", [youth, new_data_key()])
    _write_names(youth, names, by=by)
    _write_detail(youth, legal_name, birth_date, language, by=by)
    return youth


@guarded(Change(Category.IDENTITY, Grain.SLICE))
def rename(youth: UUID, *, names: Mapping[str, tuple[str, str]], by: Visit) -> None:
    """What to be called, and by which pronoun, before the audiences given; the others stay as they are."""
    Name.objects.filter(youth_id=youth, ended_at=None, audience__in=list(names)).update(ended_at=clock.now())
    _write_names(youth, names, by=by)


def _write_names(youth: UUID, names: Mapping[str, tuple[str, str]], *, by: Visit) -> None:
    by.extras.pop(NAMES, None)
    Name.objects.bulk_create(
        Name(
            agency_id=by.own_agency,
            youth_id=youth,
            made_by=by.actor,
            audience=audience,
            name=name,
            folded=fold(name),
            pronoun=pronoun,
        )
        for audience, (name, pronoun) in names.items()
        if audience != "me" or by.is_youth
    )


def _write_detail(youth: UUID, legal_name: str, birth_date: date, language: str, *, by: Visit) -> None:
    row, key = new_id(), by.key(youth)
    Detail.objects.create(
        id=row,
        agency_id=by.own_agency,
        youth_id=youth,
        made_by=by.actor,
        legal_name=key.seal(legal_name, place="people_detail.legal_name", row=row),
        birth_date=key.seal(birth_date.isoformat(), place="people_detail.birth_date", row=row),
        language=language,
    )
