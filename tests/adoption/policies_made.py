"""Policies and protocols of a made county, as its people would keep them."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from porchlight.adoption.ground.api import CaseFree, case_free
from porchlight.adoption.policies import api as policies
from porchlight.kernel import clock

LAWFUL = {one.key: f"{one.name}: we do it together." for one in policies.shipped().sections if one.kind == "law"}


def today(*, ago: int = 0) -> date:
    """The county's day, or some days before it; a negative number is a day to come."""
    return clock.county_time(clock.now()).date() - timedelta(days=ago)


def a_draft(by, *, title: str = "Doors stay open", **said) -> policies.PolicyDraft:
    """What a keeper types, with themselves as the one who looks after it."""
    words = {name: case_free(text, by=by, dated=True) if isinstance(text, str) else text for name, text in said.items()}
    told = {"serves": ("S4",), "owner": by.actor, "owner_name": by.name, **words}
    return policies.PolicyDraft(title=CaseFree(title), **told)


def registered(county, who: str = "services.lead", **said) -> UUID:
    """A policy that this person registered."""
    with county.by(who) as keeper:
        return policies.register_policy(a_draft(keeper, **said), by=keeper)


def stepped(county, policy: UUID, *states: str, who: str = "services.lead") -> None:
    """That its newest version took these steps today."""
    for state in states:
        with county.by(who) as keeper:
            policies.record_step(policy, state=state, on=today(), by=keeper)


def named(county, who: str = "probation.worker", *, about: str = "services", **said) -> UUID:
    """A conflict that this person named."""
    with county.by(who) as anybody:
        what = case_free(said.pop("what", "Level points are taken after a night away."), by=anybody)
        kind = said.pop("kind", "absence_costs")
        return policies.name_conflict(kind, about=county.agencies[about], what=what, by=anybody, **said)


def write(county, protocol: UUID, section: str, body: str, *, after: UUID | None = None) -> UUID:
    """A section that the chair wrote."""
    with county.by("chair") as chair:
        return policies.write_section(protocol, section=section, body=CaseFree(body), after=after, by=chair)


def put_forward(county, *, title: str = "How we work together", partners=("services", "probation")) -> UUID:
    """A protocol whose first version waits for the answers of these agencies."""
    seats = {"services": "human_services", "probation": "probation", "advocates": "survivors"}
    with county.by("chair") as chair:
        protocol = policies.start_protocol(CaseFree(title), by=chair)
        filled = {seats[name]: (county.agencies[name], f"{name} office") for name in partners}
        policies.seat_partners(protocol, filled, by=chair)
    for section, body in LAWFUL.items():
        write(county, protocol, section, body)
    with county.by("chair") as chair:
        assert policies.put_forward(protocol, by=chair) == 1
    return protocol
