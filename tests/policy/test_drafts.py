"""What was typed and not sent: what is kept of it, for whom, how long, and when it goes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID, uuid4

import pytest

from porchlight.policy import drafts
from porchlight.policy.api import Event, Visit
from porchlight.project.stage import acting, in_house
from porchlight.vault.key import Tampered
from tests.absences.conftest import welcome
from tests.support.connections import as_owner

KEY = b"p" * 32
TYPED = {"words": ["A walk by the water"]}


@pytest.fixture
def ari(cast) -> UUID:
    return welcome(cast)


@contextmanager
def signed_in(youth: UUID) -> Iterator[Visit]:
    with in_house("youth"), acting(youth, youth=True) as visit:
        yield visit


def waiting() -> list[dict[str, list[str]]]:
    return [kept.fields for kept in drafts.waiting(key=KEY)]


def test_every_value_comes_back_but_never_a_key_a_password_or_another_draft(ari):
    typed = {"words": ["one", ""], "seats": ["a", "b"], "mood": [""], "once": ["x"], "password": ["y"], "draft": ["z"]}
    with signed_in(ari):
        assert drafts.keep(ari, "/n/4/3", typed, key=KEY) is True
        (kept,) = drafts.waiting(key=KEY)
        assert (kept.path, kept.fields) == ("/n/4/3", {"words": ["one", ""], "seats": ["a", "b"]})


@pytest.mark.parametrize("typed", [{}, {"words": [""]}, {"once": ["x"], "password": ["y"], "draft": ["z"]}])
def test_where_nothing_was_typed_nothing_is_kept(ari, typed):
    with signed_in(ari):
        assert drafts.keep(ari, "/n/4/3", typed, key=KEY) is False
        assert waiting() == []


def test_what_waits_comes_oldest_first_and_without_what_another_page_carries(ari):
    with signed_in(ari):
        drafts.keep(ari, "/n/4/9", {"words": ["first"]}, key=KEY)
    with signed_in(ari):
        drafts.carry(ari, "/n/4/3", {"words": ["on the way"]}, key=KEY)
        drafts.keep(ari, "/n/4/1", {"words": ["second"]}, key=KEY)
        assert waiting() == [{"words": ["first"]}, {"words": ["second"]}]


def test_a_page_carries_what_was_typed_last_and_its_neighbours_theirs(ari):
    with signed_in(ari):
        for address, word in (("/n/4/3", "before"), ("/n/4/30", "beside"), ("/n/4/3", "last")):
            drafts.carry(ari, address, {"words": [word]}, key=KEY)
        carried = {address: drafts.carried(address, key=KEY) for address in ("/n/4/3", "/n/4/30", "/n/4")}
        assert carried["/n/4/3"].fields == {"words": ["last"]}
        assert carried["/n/4/30"].fields == {"words": ["beside"]}
        assert carried["/n/4"] is None
    with as_owner() as owner:
        assert owner.execute("SELECT count(*) FROM policy_draft WHERE owner = %s", [ari]).fetchone() == (2,)


def test_nobody_else_is_given_it_or_can_take_it_away(cast, ari):
    other = welcome(cast)
    with signed_in(ari):
        drafts.keep(ari, "/n/4/3", TYPED, key=KEY)
        (kept,) = drafts.waiting(key=KEY)
    with signed_in(other):
        assert waiting() == []
        drafts.drop(kept.id)
    with signed_in(ari):
        assert waiting() == [TYPED]
        drafts.drop(kept.id)
        assert waiting() == []


def test_a_row_that_was_moved_to_somebody_else_does_not_open_for_them(cast, ari):
    other = welcome(cast)
    with signed_in(ari):
        drafts.keep(ari, "/n/4/3", TYPED, key=KEY)
    with as_owner() as owner:
        owner.execute("UPDATE policy_draft SET owner = %s WHERE owner = %s", [other, ari])
    with signed_in(other), pytest.raises(Tampered):
        drafts.waiting(key=KEY)


def test_after_thirty_days_it_is_gone_when_the_next_one_is_kept(cast, ari):
    other = welcome(cast)
    with signed_in(ari):
        drafts.keep(ari, "/n/4/3", TYPED, key=KEY)
        drafts.keep(ari, "/n/4/4", TYPED, key=KEY)
    with as_owner() as owner:
        for path, age in (("/n/4/3", "30 days 1 minute"), ("/n/4/4", "29 days 23 hours")):
            aged = "UPDATE policy_draft SET made_at = now() - %s::interval WHERE owner = %s AND path = %s"
            owner.execute(aged, [age, ari, path])
    with signed_in(other):
        drafts.keep(other, "/n/4/3", TYPED, key=KEY)
    with signed_in(ari):
        assert [kept.path for kept in drafts.waiting(key=KEY)] == ["/n/4/4"]


@pytest.mark.parametrize(("verb", "left"), [("write", 0), ("read", 1)])
def test_a_kept_form_goes_when_it_was_sent_and_something_was_written(ari, verb, left):
    with signed_in(ari) as visit:
        drafts.keep(ari, "/n/4/3", TYPED, key=KEY)
        (kept,) = drafts.waiting(key=KEY)
        visit.note(Event(verb, "safety.write"))
        drafts.sent_again(str(kept.id), visit)
        assert len(waiting()) == left


@pytest.mark.parametrize("named", ["", "not-one", "81c275d8-eb10-4e51-a904-b697b2211d7f"])
def test_an_unknown_one_is_nobodys_and_takes_nothing_along(ari, named):
    with signed_in(ari) as visit:
        drafts.keep(ari, "/n/4/3", TYPED, key=KEY)
        visit.note(Event("write", "safety.write"))
        drafts.sent_again(named, visit)
        assert waiting() == [TYPED]


def test_whose_session_it_was_is_the_person_of_a_seat_or_the_young_person():
    person, youth = uuid4(), uuid4()
    assert drafts.owner_of(Visit(house="team", person=person)) == person
    assert drafts.owner_of(Visit(house="youth", extras={"youth": youth})) == youth
    assert drafts.owner_of(Visit(house="youth", extras={"youth": "somebody"})) is None
    assert drafts.owner_of(Visit(house="team")) is None
