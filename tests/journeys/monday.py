"""A social worker's Monday: one young person away, one whose map has needs that nobody meets, and a better week."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID, uuid4

from porchlight.kernel import clock
from tests.support.cast import PASSWORD, Cast, Member

LEFT = timedelta(hours=30)
IN_TOUCH = timedelta(hours=2)
FIVE_THEN_THREE = (13, 12, 10, 9, 8, 6, 4, 2)  # days ago: five leavings the week before last, three last week


@dataclass(frozen=True)
class Monday:
    """`worker` answers for `kai`, who is away, and for `robin`, beside whom `advocate` stands too."""

    worker: Member
    advocate: Member
    kai: UUID
    robin: UUID
    belonging: UUID
    money: UUID


def make_monday(cast: Cast) -> Monday:
    """Made by the product's own commands, in an agency of its own, so that no other list is filled."""
    worker = _worker(cast)
    kai, robin = _young_person(cast, worker, "Kai"), _young_person(cast, worker, "Robin")
    _away_with_a_word_since(kai, worker)
    _five_then_three(robin, cast["CG"])
    return Monday(worker, cast["ADV"], kai, robin, _need(robin, "N07", "With my cousins"), _need(robin, "N03", ""))


def _worker(cast: Cast) -> Member:
    """Somebody with a password, at an agency where nobody else is."""
    from porchlight.project.houses import this_house
    from porchlight.project.stage import acting, in_house
    from porchlight.teams import api as teams

    name, email = "Elm Rivera", f"elm.{uuid4().hex[:6]}@county.example"
    with in_house("team"), acting(cast.administrator) as adm:
        agency = teams.add_agency(name="Elm county", kind="child_welfare", phone="555-0140", by=adm)
        person = teams.add_person(name=name, email=email, language="en", by=adm)
        seat = teams.give_seat(person, agency=agency, role="SW", name=name, phone="555-0141", by=adm)
        token = teams.invite(person, by=adm)
        teams.accept_invitation(token, password=PASSWORD, key=this_house().process_key, by=adm)
    return Member(name, email, "SW", person, seat, agency)


def _young_person(cast: Cast, worker: Member, name: str) -> UUID:
    from tests.absences.conftest import welcome
    from tests.needs.making import as_seat

    youth = welcome({**cast.members, "SW": worker}, name=name)
    with as_seat(worker) as sw:
        from porchlight.teams import api as teams

        teams.join_team(youth, seat=cast["ADV"].seat, footing="CFT_832", by=sw)
    return youth


def _away_with_a_word_since(youth: UUID, worker: Member) -> None:
    """Left thirty hours ago, called missing; a word came two hours ago."""
    from porchlight.absences import api as absences
    from porchlight.flows import leaving
    from tests.needs.making import as_seat

    with clock.standing_still(clock.now() - LEFT), as_seat(worker) as sw:
        leaving.begin_absence(youth, state=absences.MISSING, by=sw)
    with as_seat(worker) as sw:
        absences.record_contact(youth, channel="text", effort="E01", result="C3", at=clock.now() - IN_TOUCH, by=sw)


def _five_then_three(youth: UUID, caregiver: Member) -> None:
    """Two whole weeks that the home wrote down: five leavings, then three."""
    from porchlight.absences import api as absences
    from tests.needs.making import as_seat

    with as_seat(caregiver) as home:
        absences.record_days(youth, said={_ago(days).date(): "home" for days in range(1, 15)}, by=home)
        for days in FIVE_THEN_THREE:
            absences.record_leaving(youth, left_at=_ago(days), by=home)


def _ago(days: int) -> datetime:
    day = clock.county_time(clock.now()).date() - timedelta(days=days)
    return datetime.combine(day, time(20), tzinfo=clock.COUNTY_ZONE)


def _need(youth: UUID, code: str, now: str) -> UUID:
    from tests.needs.making import named_by

    return named_by(youth, code=code, matters=3, now=now, verdict="doesnt")
