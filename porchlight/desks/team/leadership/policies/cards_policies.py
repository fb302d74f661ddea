"""Where policies and protocols stand on shared pages: our practice, and the first page of an agency that has left."""

from __future__ import annotations

from django.utils.translation import ngettext

from porchlight.adoption.policies import api as policies
from porchlight.desks.team.shell.slots import Filled, first_page_part, practice_part
from porchlight.policy.api import OfCounty, Office, SignedIn, Visit


@practice_part(40, needs=OfCounty())
def policies_and_protocols(visit: Visit) -> Filled:
    """What waits for this agency, and the ways to both registers."""
    found = policies.summary(by=visit)
    waits = [
        (_open(found.conflicts), "late") if found.conflicts else None,
        (_unanswered(found.to_answer), "soon" if Office.SIGNATORY in visit.offices else "waiting")
        if found.to_answer
        else None,
    ]
    values = {"agency": visit.own_agency, "waits": [one for one in waits if one]}
    return Filled("adoption/part_policies.html", values)


@first_page_part(95, needs=SignedIn())
def what_stays_ours(visit: Visit) -> Filled | None:
    """An agency that has left its county still reads what it wrote."""
    return None if visit.county is not None else Filled("adoption/part_left.html", {"agency": visit.own_agency})


def _open(count: int) -> str:
    said = ngettext("%(num)d thing works against it and is open", "%(num)d things work against it and are open", count)
    return said % {"num": count}


def _unanswered(count: int) -> str:
    said = ngettext("%(num)d protocol waits for our answer", "%(num)d protocols wait for our answer", count)
    return said % {"num": count}
