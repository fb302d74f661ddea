"""One more person whom they trust: counted from the list's rows, and never whom."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from porchlight.people.rules import Naming, OneMore, one_more_trusted
from tests.needs.making import as_seat, as_youth, young_person

YOUTH, WORKER = uuid4(), uuid4()
AUNT, COACH, FRIEND = uuid4(), uuid4(), uuid4()


def at(day: int) -> datetime:
    return datetime(2026, 3, 1, 18, tzinfo=UTC) + timedelta(days=day)


def row(who: UUID, day: int, ended: int | None = None, *, by: UUID = YOUTH) -> Naming:
    return Naming(who, by, at(day), None if ended is None else at(ended))


def more(*rows: Naming) -> tuple[OneMore, ...]:
    return one_more_trusted(rows, youth=YOUTH)


def test_each_person_whom_they_added_is_one_more():
    assert more(row(AUNT, 1), row(COACH, 5)) == (OneMore(at(1)), OneMore(at(5)))


def test_a_change_of_what_is_said_adds_nobody():
    assert more(row(AUNT, 1, 3), row(AUNT, 3)) == (OneMore(at(1)),)


def test_one_whom_staff_wrote_down_first_is_not_their_deed():
    assert more(row(AUNT, 1, 3, by=WORKER), row(AUNT, 3)) == ()
    assert more(row(AUNT, 1, 3), row(AUNT, 3, by=WORKER)) == (OneMore(at(1)),)


def test_from_when_somebody_came_off_nobody_who_was_there_is_one_more():
    assert more(row(AUNT, 1), row(COACH, 2, 4), row(FRIEND, 6)) == (
        OneMore(at(1), at(4)),
        OneMore(at(2), at(4)),
        OneMore(at(6)),
    )


def test_the_first_who_came_off_afterwards_counts():
    assert more(row(AUNT, 1, 3), row(COACH, 4, 9), row(FRIEND, 5, 7)) == (
        OneMore(at(1), at(3)),
        OneMore(at(4), at(7)),
        OneMore(at(5), at(7)),
    )


NAMINGS = st.builds(
    Naming,
    st.sampled_from([AUNT, COACH, FRIEND]),
    st.sampled_from([YOUTH, WORKER]),
    st.integers(0, 9).map(at),
    st.none() | st.integers(10, 20).map(at),
)


@given(st.lists(NAMINGS, max_size=8, unique_by=lambda one: one.at))
def test_never_more_than_people_on_the_list_and_the_order_of_rows_is_no_matter(rows):
    found = one_more_trusted(rows, youth=YOUTH)
    assert len(found) <= len({one.trusted for one in rows})
    assert found == one_more_trusted(reversed(rows), youth=YOUTH)
    assert all(one.fewer_at is None or one.fewer_at >= one.at for one in found)


def said_to_trust(youth, *, by):
    from porchlight.people import api as people

    sheet = people.TrustedSheet(youth, people.new_trusted_id(), "Aunt Lu", "", "", "", "no")
    people.trust(youth, said=sheet, by=by)


def test_the_worker_learns_when_and_the_home_and_a_stranger_learn_nothing(cast):
    from porchlight.people import api as people

    youth = young_person(cast, "CG")
    long_ago = clock.now() - timedelta(days=300)
    with as_youth(youth) as me:
        said_to_trust(youth, by=me)
    with as_seat(cast["SW"]) as sw:
        (one,) = people.one_more(youth, since=long_ago, by=sw)
        assert clock.now() - one.at < timedelta(hours=1)
        assert people.one_more(youth, since=clock.now() + timedelta(hours=1), by=sw) == ()
    for member in (cast["CG"], cast.quinn):
        with as_seat(member) as visit, pytest.raises(Refused):
            people.one_more(youth, since=long_ago, by=visit)
