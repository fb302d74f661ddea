"""A small agency with people to put on call, a young person of its own, and the cast's people beside them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from uuid import UUID, uuid4

from porchlight.kernel import clock
from tests.support.connections import as_owner


@dataclass
class Person:
    """Somebody in one seat; looks like a member of the cast to `team_browser`."""

    name: str
    person: UUID
    seat: UUID


@dataclass
class Household:
    """`worker` answers for `youth`; `ana`, `sam` and `lee` can be put on call; `lead` supervises."""

    agency: UUID
    worker: Person
    ana: Person
    sam: Person
    lee: Person
    lead: Person
    youth: UUID

    def put_on_call(self, **orders: Person) -> None:
        """On call from now on at every hour, first, second and desk as named."""
        from porchlight.project.stage import acting, in_house
        from porchlight.teams import api as teams

        with in_house("team"), acting(self.lead.seat) as lead:
            for order, person in orders.items():
                teams.add_shift(seat=person.seat, order=order, starts=time(0), ends=time(0), by=lead)

    def take_off_call(self) -> None:
        """End every shift."""
        from porchlight.project.stage import acting, in_house
        from porchlight.teams import api as teams

        with in_house("team"), acting(self.lead.seat) as lead:
            for shift in teams.shifts(by=lead):
                teams.end_shift(shift.id, by=lead)

    def nobody_today(self) -> None:
        """Yesterday, today and tomorrow nobody is on call."""
        from porchlight.project.stage import acting, in_house
        from porchlight.teams import api as teams

        today = clock.county_time(clock.now()).date()
        with in_house("team"), acting(self.lead.seat) as lead:
            for days in (-1, 0, 1):
                for order in teams.ORDERS:
                    teams.add_shift(
                        seat=None, order=order, day=today + timedelta(days=days), starts=time(0), ends=time(0), by=lead
                    )

    def minutes_pass(self, minutes: int) -> None:
        """Let what was asked be that much older, for the ledger as for the questions."""
        with as_owner() as owner:
            past = timedelta(minutes=minutes)
            owner.execute("UPDATE teams_ask SET asked_at = asked_at - %s WHERE youth_id = %s", [past, self.youth])
            owner.execute(
                "UPDATE policy_grant SET starts_at = starts_at - %s, ends_at = ends_at - %s"
                " WHERE youth = %s AND footing = 'ONCALL'",
                [past, past, self.youth],
            )


def make_household(cast, *, beside: tuple[str, ...] = ("ADV", "BH", "CG", "LE")) -> Household:
    """Made by the product's own commands. Nobody is on call yet."""
    from porchlight.people import api as people
    from porchlight.project.stage import acting, in_house
    from porchlight.teams import api as teams

    mark = uuid4().hex[:6]
    with in_house("team"):
        with acting(cast.administrator) as adm:
            agency = teams.add_agency(name=f"Oak {mark}", kind="child_welfare", phone="555-0140", by=adm)

            def member(name: str, role: str, phone: str) -> Person:
                person = teams.add_person(name=name, email=f"{name}.{mark}@oak.example", language="en", by=adm)
                return Person(
                    name, person, teams.give_seat(person, agency=agency, role=role, name=name, phone=phone, by=adm)
                )

            worker, ana, sam, lee = (
                member(name, "SW", phone)
                for name, phone in (("Wren", "555-0141"), ("Ana", "555-0142"), ("Sam", ""), ("Lee", "555-0144"))
            )
            lead = member("Lou", "SUP", "555-0145")
        with acting(worker.seat) as sw:
            names = people.names_by_audience(legal="Kit Legal", used="Kit", pronoun="they", ticked=frozenset({"team"}))
            youth = people.welcome(
                names=names, legal_name="Kit Legal", birth_date=date(2010, 5, 4), language="en", by=sw
            )
            for role in beside:
                teams.join_team(youth, seat=cast[role].seat, footing="CFT_832", by=sw)
    return Household(agency, worker, ana, sam, lee, lead, youth)
