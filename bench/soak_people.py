"""The people of the soak, made by the product's own commands; and afterwards, what the database holds of them.

    python -m bench.soak_people ready    makes roles and schema; reads the administrator's address
    python -m bench.soak_people fill     prints who the people are and their sessions, as JSON
    python -m bench.soak_people count    reads who they are; prints what is there of them, as JSON

Called by `bench.soak` in a process of its own, because only such a one has settings.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from datetime import UTC, date, time
from typing import Any
from uuid import UUID

from porchlight.kernel.secrets import Keys
from porchlight.project import settings_for
from porchlight.project.commands.init import make_ready
from porchlight.project.install import Place
from porchlight.project.place import Home

LAST = 2**63 - 1
PLACE = "messaging_message.words"
TALLIES = {
    "answers kept for the worker": "SELECT count(*) FROM policy_once WHERE made_by = %(SW)s",
    "answers kept for the caregiver": "SELECT count(*) FROM policy_once WHERE made_by = %(CG)s",
    "answers kept for the young person": "SELECT count(*) FROM policy_once WHERE made_by = %(Y)s",
    "steps of taps": "SELECT count(*) FROM absences_tap_step WHERE youth_id = %(Y)s",
    "threads with those on call": "SELECT count(*) FROM messaging_thread WHERE youth_id = %(Y)s AND kind = 'rota'",
    "threads between two": "SELECT count(*) FROM messaging_thread WHERE youth_id = %(Y)s AND kind = 'person'",
    "ledger lines of threads": "SELECT count(*) FROM policy_grant WHERE youth = %(Y)s AND kind = 'thread'",
    "questions to those on call": "SELECT count(*) FROM teams_ask WHERE youth_id = %(Y)s",
}


def fill() -> dict[str, Any]:
    """A worker who is on call, a caregiver and a young person, each signed in."""
    from porchlight.ownspace import sessions as youth_sessions  # noqa: PLC0415 - because it needs settings first
    from porchlight.people import api as people  # noqa: PLC0415 - because it needs settings first
    from porchlight.project.houses import this_house  # noqa: PLC0415 - because it needs settings first
    from porchlight.project.stage import acting, in_house  # noqa: PLC0415 - because it needs settings first
    from porchlight.teams import api as teams  # noqa: PLC0415 - because it needs settings first
    from porchlight.teams import sessions  # noqa: PLC0415 - because it needs settings first

    with in_house("team"):
        with acting(_administrator()) as adm:
            worker, caregiver = _seated("SW", "child_welfare", adm), _seated("CG", "resource_family", adm)
            key = this_house().process_key
            both = {"SW": worker, "CG": caregiver}
            cookies = {role: sessions.begin(*found[:2], key=key).cookie for role, found in both.items()}
        with acting(worker[1]) as sw:
            names = people.names_by_audience(
                legal="Sky", used="Sky", pronoun="they", ticked=frozenset({"team", "home"})
            )
            born = date(2010, 5, 4)
            youth = people.welcome(names=names, legal_name="Sky", birth_date=born, language="en", by=sw)
            teams.lives_with(youth, agency=caregiver[2], by=sw)
            teams.add_shift(seat=worker[1], order="first", starts=time(0), ends=time(0), by=sw)
    with in_house("youth"):
        new = youth_sessions.begin(youth, way="words", language="en", key=this_house().process_key)
    actors = {"SW": str(worker[1]), "CG": str(caregiver[1]), "Y": str(youth)}
    return {"actors": actors, "cookies": cookies | {"Y": new.cookie}}


def _administrator() -> UUID:
    from django.db import connections  # noqa: PLC0415 - because it needs settings first

    from porchlight.policy.models import Grant  # noqa: PLC0415 - because it needs settings first
    from porchlight.project.first import first_administrator  # noqa: PLC0415 - because it needs settings first

    team, connections["default"] = connections["default"], connections["owner"]
    try:
        first_administrator(name="Ada", email="ada@county.example")
        return UUID(str(Grant.objects.get(kind="seat", role="ADM").seat))
    finally:
        connections["default"] = team


def _seated(role: str, kind: str, adm: Any) -> tuple[UUID, UUID, UUID]:
    """A new person, their seat, and the new agency of that kind in which they hold it."""
    from porchlight.teams import api as teams  # noqa: PLC0415 - because it needs settings first

    agency = teams.add_agency(name=f"Sample {kind}", kind=kind, phone="555-0100", by=adm)
    person = teams.add_person(name=f"{role} Person", email=f"{role}@county.example", language="en", by=adm)
    seat = teams.give_seat(person, agency=agency, role=role, name=role, phone="555-0101", by=adm)
    return person, seat, agency


def count(actors: dict[str, str]) -> dict[str, Any]:
    """The mark of every row that is there, by kind of write; audit leaves by what they tell; and the other parts.

    Asked as the owner in an open migration window, so past the product's own reading.
    """
    from django.db import connections, transaction  # noqa: PLC0415 - because it needs settings first

    with transaction.atomic(using="owner"), connections["owner"].cursor() as owner:

        def rows(statement: str) -> list[tuple[Any, ...]]:
            owner.execute(statement, actors)
            return list(owner.fetchall())

        rows("SELECT set_config('pl.migration_window', 'open', true)")
        marks = {
            "contact": _times(rows("SELECT at FROM absences_contact WHERE youth_id = %(Y)s")),
            "left": _times(rows("SELECT left_at FROM absences_tap WHERE youth_id = %(Y)s")),
            "message": _words(actors, rows("SELECT id, words FROM messaging_message WHERE made_by = %(Y)s")),
            "backup": _words(actors, rows("SELECT id, words FROM messaging_message WHERE made_by = %(CG)s")),
        }
        tallies = {name: rows(statement)[0][0] for name, statement in TALLIES.items()}
    with connections["work"].cursor() as work:
        work.execute("SELECT event FROM pl.audit_leaves(0, %s)", [LAST])
        events = [json.loads(event) for (event,) in work.fetchall()]
    leaves = Counter(event["what"] for event in events if event["verb"] == "write")
    return {"marks": marks, "tallies": tallies, "leaves": leaves}


def _times(rows: list[tuple[Any, ...]]) -> list[str]:
    return [row[0].astimezone(UTC).isoformat() for row in rows]


def _words(actors: dict[str, str], rows: list[tuple[Any, ...]]) -> list[str]:
    """The messages' words, opened with the young person's key."""
    from porchlight.project.stage import acting, in_house  # noqa: PLC0415 - because it needs settings first

    youth = UUID(actors["Y"])
    with in_house("youth"), acting(youth, youth=True) as visit:
        key = visit.key(youth)
        return [key.open(bytes(words), place=PLACE, row=row) for row, words in rows]


def main() -> int:
    """Do the one word that is asked for."""
    if sys.argv[1] == "ready":
        make_ready(Home(Keys.here().folder, Keys.here(), Place(sys.stdin.read())))
        return 0
    settings_for.use("stage")
    found = fill() if sys.argv[1] == "fill" else count(json.load(sys.stdin))
    sys.stdout.write(json.dumps(found))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
