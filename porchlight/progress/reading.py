"""How one young person's record is read in this visit: by which configuration, and with which marks of harm."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from porchlight.policy.api import Action, Category, Event, Grain, See, Visit, ask_one, guarded
from porchlight.progress.agency import config_of
from porchlight.progress.rules.config import Config
from porchlight.progress.rules.history import Harm

BOTH = """
SELECT c.phi, c.is_on, (
  SELECT json_agg(json_build_array(h.id, h.since, h.until) ORDER BY h.since, h.id)
  FROM progress_harm_mark AS h WHERE h.youth_id = %s AND h.until > %s) AS harms
FROM (SELECT 1) AS one LEFT JOIN pl.counting_beside(%s) AS c ON true
"""


@dataclass(frozen=True)
class Reading:
    """Where the marks of harm are not open to the visit, nothing that lasts is on and `harms` is empty."""

    config: Config
    harms: tuple[Harm, ...]


@guarded(See(Category.RECOGNITION))
def how_to_read(youth: UUID, *, since: date, by: Visit) -> Reading:
    """What the agency that answers has set, and the marks that were open on some day since then."""
    row = ask_one(BOTH, [youth, since, youth]) or {}
    config = config_of(row.get("phi"), is_on=bool(row.get("is_on")))
    if not by.may(youth, Category.EXPLOITATION, Grain.FULL, Action.READ).every:
        return Reading(replace(config, sustained=False), ())
    by.note(Event("read", "progress.harm_marks", Category.EXPLOITATION, Grain.FULL, (youth,)))
    marks = row.get("harms") or ()
    return Reading(
        config, tuple(Harm(date.fromisoformat(begun), date.fromisoformat(over), id_) for id_, begun, over in marks)
    )
