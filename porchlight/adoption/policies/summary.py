"""What the page about our own practice says of policies and protocols, in one statement."""

from __future__ import annotations

from dataclasses import dataclass

from porchlight.policy.api import OfCounty, Visit, ask, guarded

SUMMARY = """
  SELECT
    (SELECT count(*) FROM adoption_policy AS p WHERE p.agency_id = %(agency)s),
    (SELECT count(*) FROM adoption_conflict AS c WHERE c.county = %(county)s AND c.about = %(agency)s
       AND c.withdrawn_at IS NULL AND NOT EXISTS (SELECT FROM adoption_conflict_fixed AS f
         WHERE f.conflict = c.id AND f.agency_id = c.about)),
    (SELECT count(*) FROM adoption_protocol_version AS v
       WHERE v.county = %(county)s
         AND NOT EXISTS (SELECT FROM adoption_protocol_version AS n
           WHERE n.protocol = v.protocol AND n.county = v.county AND n.number > v.number)
         AND EXISTS (SELECT FROM adoption_protocol_partner AS s WHERE s.id = ANY (v.partners) AND s.agency = %(agency)s)
         AND NOT EXISTS (SELECT FROM adoption_protocol_answer AS a WHERE a.version = v.id AND a.agency_id = %(agency)s))
"""


@dataclass(frozen=True)
class Summary:
    """For the own agency: policies on its register, conflicts that are open, protocols that wait for its answer."""

    policies: int
    conflicts: int
    to_answer: int


@guarded(OfCounty())
def summary(*, by: Visit) -> Summary:
    """How the own agency stands."""
    return Summary(*ask(SUMMARY, {"agency": by.own_agency, "county": by.county})[0])
