"""Who is in an audience, who stands behind a written name, and when a day has passed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from porchlight.adoption.guidance.library_rules import GuideSheet, came_along, is_for, is_past, says, without_title
from porchlight.adoption.guidance.sending_rules import Audience, how_many, named, seats_in
from porchlight.adoption.guidance.shipped import shipped

HERE, THERE = uuid4(), uuid4()
AGENCIES = {HERE: "Harbor House", THERE: "Hill Street"}


@dataclass(frozen=True)
class Seat:
    name: str = "Ana"
    role: str = "SW"
    agency: UUID = HERE
    person: UUID = field(default_factory=uuid4)
    id: UUID = field(default_factory=uuid4)


def reached(audience: Audience, seats, *, within=None, sender=None) -> list[str]:
    return [seat.name for seat in seats_in(audience, seats=seats, within=within, sender=sender or uuid4())]


def test_an_audience_is_its_roles_at_its_agencies_and_naming_none_means_all():
    seats = [Seat("Ana"), Seat("Ben", "CG"), Seat("Cyd", "SW", THERE)]
    assert reached(Audience(), seats) == ["Ana", "Ben", "Cyd"]
    assert reached(Audience(roles=("SW",)), seats) == ["Ana", "Cyd"]
    assert reached(Audience(agencies=(THERE,)), seats) == ["Cyd"]
    assert reached(Audience(roles=("CG",), agencies=(THERE,)), seats) == []
    assert reached(Audience(), seats, within=(HERE,)) == ["Ana", "Ben"]
    assert reached(Audience(seats=(seats[2].id,)), seats) == ["Cyd"]


def test_a_person_is_reached_in_each_of_their_seats_counted_once_and_never_by_themself():
    person = uuid4()
    seats = [Seat("Ana", "SW", person=person), Seat("Ana", "SUP", person=person), Seat("Ben")]
    assert reached(Audience(), seats) == ["Ana", "Ana", "Ben"]
    assert how_many(seats) == 2
    assert reached(Audience(), seats, sender=person) == ["Ben"]


@given(st.lists(st.tuples(st.integers(0, 5), st.sampled_from(["SW", "CG", "PO"])), max_size=30))
def test_nobody_is_counted_twice_and_nobody_who_fits_is_left_out(drawn):
    seats = [Seat(role=role, person=UUID(int=number)) for number, role in drawn]
    found = seats_in(Audience(roles=("SW",)), seats=seats, within=None, sender=uuid4())
    assert how_many(found) == len({number for number, role in drawn if role == "SW"})
    assert len(found) == sum(role == "SW" for _, role in drawn)


def test_a_written_name_finds_its_person_in_any_case_and_says_what_it_did_not_find():
    ana, ben = Seat("Ana Ruiz"), Seat("Ben")
    found = named("  ana ruiz\n\nNobody\nBEN\nBen", seats=[ana, ben], agencies=AGENCIES)
    assert (found.seats, found.unknown, found.several) == ((ana.id, ben.id), ("Nobody",), ())


def test_a_name_that_two_people_share_needs_the_agency_and_two_seats_of_one_person_do_not():
    person = uuid4()
    first, second = Seat("Ana", agency=HERE), Seat("Ana", agency=THERE)
    assert named("Ana", seats=[first, second], agencies=AGENCIES).several == ("Ana",)
    assert named("Ana, hill street", seats=[first, second], agencies=AGENCIES).seats == (second.id,)
    both = [Seat("Bo", person=person), Seat("Bo", "SUP", person=person)]
    assert named("Bo", seats=both, agencies=AGENCIES).seats == (both[0].id,)


def test_a_review_day_is_past_from_the_day_after():
    assert not is_past(date(2026, 5, 1), today=date(2026, 5, 1))
    assert is_past(date(2026, 5, 1), today=date(2026, 5, 2))


def sheet(**more) -> GuideSheet:
    said = {"title": "One", "language": "en", "part": "role", "evidence": "none", "publisher": "P", "roles": ("SW",)}
    return GuideSheet(**(said | {"review_on": date(2027, 1, 1)} | more))


def test_a_document_is_for_its_roles_at_its_agencies():
    assert is_for(sheet(), role="SW", agency=HERE)
    assert not is_for(sheet(), role="PO", agency=HERE)
    assert is_for(sheet(roles=()), role="PO", agency=None)
    assert not is_for(sheet(agencies=(THERE,)), role="SW", agency=HERE)


def test_words_are_looked_for_everywhere_in_a_document():
    assert says(sheet(body="The Open door"), words="open one")
    assert says(sheet(), words=" ")
    assert not says(sheet(), words="open")


def test_a_title_is_not_said_twice():
    assert without_title("# One\n\nWords.\n", "One") == "Words.\n"
    assert without_title("# Two\n\nWords.\n", "One") == "# Two\n\nWords.\n"
    assert all(not came_along(one).body.startswith("# ") for one in shipped())
