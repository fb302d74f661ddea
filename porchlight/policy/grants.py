"""Adding to the ledger and ending its lines, always in the transaction of the human record behind them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from porchlight.policy.visit import Event, Visit, ask, ask_one

GRANT = "SELECT pl.grant(%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
LINES = "SELECT id, kind, person, seat, role, agency, category, row_id, footing, starts_at, ends_at FROM pl.lines(%s)"


@dataclass(frozen=True)
class Line:
    """One live line of the ledger about a young person."""

    id: UUID
    kind: str
    person: UUID | None
    seat: UUID | None
    role: str
    agency: UUID | None
    category: str
    row: UUID | None
    footing: str
    starts_at: datetime
    ends_at: datetime | None


def grant(
    kind: str,
    *,
    by: Visit,
    youth: UUID | None = None,
    seat: UUID | None = None,
    person: UUID | None = None,
    role: str = "",
    agency: UUID | None = None,
    category: str = "",
    row: UUID | None = None,
    footing: str = "",
    starts: datetime | None = None,
    ends: datetime | None = None,
) -> UUID:
    """Add one line. Raises `Refused` (through the database) when this visit may not give it."""
    values = [kind, youth, seat, person, role, agency, category, row, footing, starts, ends]
    line = ask(GRANT, values)[0][0]
    by.forget()
    by.note(Event("grant", f"policy.{kind}", category, youths=(youth,) if youth else ()))
    return UUID(str(line))


def end_grant(line: UUID, *, by: Visit, youth: UUID | None = None) -> bool:
    """End one line now. False when it had ended already."""
    found = ask_one("SELECT pl.end_grant(%s) AS ended", [line])
    by.forget()
    by.note(Event("end", "policy.grant", youths=(youth,) if youth else ()))
    return bool(found and found["ended"])


def lines(youth: UUID, *, by: Visit, kind: str = "") -> list[Line]:
    """The live lines about one young person, as far as this visit may know of them."""
    found = [Line(*row) for row in ask(LINES, [youth])]
    return [line for line in found if kind in ("", line.kind)]
