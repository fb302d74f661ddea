"""Which statements a page asks, with their values: recorded from the product itself, in a process of its own.

    python -m bench.speed.recording PERSON SEAT YOUTH AWAY FILE

Written as a pickle of a `Recorded`. The floor then asks the very same statements.
"""

from __future__ import annotations

import pickle
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from porchlight.project import settings_for

FRAME = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK", "SELECT 1")
ONCE = re.compile(rb'name="once" value="([^"]+)"')
CONTACT = {"result": "C3", "channel": "text", "effort": "E01", "at": "2026-11-01T09:00:00"}

Statement = tuple[str, tuple[Any, ...] | dict[str, Any]]


@dataclass
class Recorded:
    """A signed-in worker's cookie, the key of one form, and the statements of each task."""

    cookie: str
    once: str = ""
    asked: dict[str, int] = field(default_factory=dict)  # all statements besides the transaction's frame
    about: dict[str, list[Statement]] = field(default_factory=dict)  # those that read or write young people's tables


def main() -> int:
    """Record every task as the person named on the command line."""
    person, seat, youth, away = (UUID(word) for word in sys.argv[1:5])
    settings_for.use("stage")
    from django.db import connection  # noqa: PLC0415 - because it needs settings first
    from django.test import Client  # noqa: PLC0415 - because it needs settings first

    from porchlight.policy.registry import Rule, the_registry  # noqa: PLC0415 - because it needs settings first
    from porchlight.project.houses import this_house  # noqa: PLC0415 - because it needs settings first
    from porchlight.project.stage import in_house  # noqa: PLC0415 - because it needs settings first
    from porchlight.teams import sessions  # noqa: PLC0415 - because it needs settings first

    tables = "|".join(table.name for table in the_registry().values() if table.rule is Rule.YOUTH)
    theirs = re.compile(rf'\b(FROM|JOIN|INTO)\s+("?({tables})\b|pl.beside\()')
    with in_house("team"):
        cookie = sessions.begin(person, seat, key=this_house().process_key).cookie
        recorded, client = Recorded(cookie), Client(SERVER_NAME="localhost")
        client.cookies[this_house().cookie] = cookie
        form = client.get(f"/y/{youth}/contact").content
        recorded.once = ONCE.search(form)[1].decode()  # type: ignore[index]  # because a page without its form must fail
        for task, address, sent in (
            ("list", "/", None),
            ("more", "/?after=%20", None),
            ("page", f"/y/{youth}/", None),
            ("duties", f"/y/{away}/absence", None),
            ("search", "/?q=ana%20a", None),
            ("contact", f"/y/{youth}/contact", {"once": recorded.once, **CONTACT}),
        ):
            seen: list[Statement] = []
            with connection.execute_wrapper(_keeping(seen)):
                answer = client.get(address) if sent is None else client.post(address, sent)
            expected = 200 if sent is None else 303
            if answer.status_code != expected:
                raise SystemExit(f"{task}: {answer.status_code} instead of {expected}")
            whole = [one for one in seen if not one[0].lstrip().upper().startswith(FRAME)]
            recorded.asked[task] = len(whole) + 1  # the signed context is put on past Django's cursor
            recorded.about[task] = [one for one in whole if theirs.search(one[0])]
    Path(sys.argv[5]).write_bytes(pickle.dumps(recorded))
    return 0


def _keeping(seen: list[Statement]) -> Any:
    def keep(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        seen.append((sql, params if isinstance(params, dict) else tuple(params or ())))
        return execute(sql, params, many, context)

    return keep


if __name__ == "__main__":
    from bench.speed.recording import main  # so that what is pickled carries this module's own name

    raise SystemExit(main())
