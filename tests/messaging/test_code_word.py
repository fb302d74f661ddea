"""My code word: whom it goes to, what they learn, and that it never goes to police or to nobody."""

from __future__ import annotations

from contextlib import contextmanager

import pytest

from tests.messaging.household import make_household
from tests.messaging.test_asking import waits_for
from tests.messaging.test_threads import reads
from tests.support.connections import as_admin


@pytest.fixture
def house(cast):
    return make_household(cast)


@contextmanager
def as_youth(house):
    from porchlight.project.stage import acting, in_house

    with in_house("youth"), acting(house.youth, youth=True) as me:
        yield me


def chooses(house, *seats, words="Blue umbrella"):
    from porchlight.messaging import api as messaging

    with as_youth(house) as me:
        messaging.choose_code_word(house.youth, words=words, seats=seats, by=me)


def sends(house):
    from porchlight.messaging import api as messaging

    with as_youth(house) as me:
        messaging.send_code_word(house.youth, by=me)
    with as_youth(house) as me:
        return messaging.code_word_sent(house.youth, by=me)


def word_seen_by(house, seat):
    from porchlight.messaging import api as messaging
    from porchlight.project.stage import acting, in_house

    with in_house("team"), acting(seat) as visit:
        return [one.words for one in messaging.code_word(house.youth, by=visit)]


def test_only_those_it_was_chosen_for_know_the_word_and_changing_it_ends_that(cast, house):
    from porchlight.messaging import api as messaging

    chooses(house, cast["ADV"].seat)
    assert word_seen_by(house, cast["ADV"].seat) == ["Blue umbrella"]
    for other in (house.worker, house.lead, cast["BH"], cast["LE"], cast.quinn):
        assert word_seen_by(house, other.seat) == []
    chooses(house, cast["BH"].seat, words="Green door")
    assert word_seen_by(house, cast["ADV"].seat) == []
    assert word_seen_by(house, cast["BH"].seat) == ["Green door"]
    with as_youth(house) as me:
        (word,) = messaging.code_word(house.youth, by=me)
        assert word.seats == {cast["BH"].seat}
        messaging.forget_code_word(house.youth, by=me)
    assert word_seen_by(house, cast["BH"].seat) == []
    with as_youth(house) as me:
        assert messaging.code_word(house.youth, by=me) == ()


def test_one_tap_reaches_the_chosen_person_and_those_on_call_and_nobody_else(cast, house):
    house.put_on_call(first=house.ana)
    chooses(house, cast["ADV"].seat)
    on_call, person = sends(house)
    assert (on_call.seat, person.seat) == (None, cast["ADV"].seat)
    assert on_call.read_at is person.read_at is None
    for thread, reader in ((on_call.thread, house.ana), (person.thread, cast["ADV"])):
        (said,) = reads(house, thread, reader.seat)
        assert (said.kind, said.words) == ("code", "Blue umbrella")
    assert waits_for(house.ana) == [(on_call.thread, False)]
    for other in (house.worker, cast["BH"], cast["LE"], cast.quinn):
        assert reads(house, on_call.thread, other.seat) is None
        assert reads(house, person.thread, other.seat) is None
    again = sends(house)
    assert {one.read_at for one in again} == {None}
    assert [one.seat for one in again] == [None, cast["ADV"].seat]
    assert again[0].thread != on_call.thread


def test_they_see_who_read_it(cast, house):
    chooses(house, cast["ADV"].seat)
    (person,) = sends(house)
    reads(house, person.thread, cast["ADV"].seat)
    from porchlight.messaging import api as messaging

    with as_youth(house) as me:
        (seen,) = messaging.code_word_sent(house.youth, by=me)
    assert seen.read_by == cast["ADV"].seat
    assert seen.read_at is not None


def test_with_nobody_to_open_it_nothing_is_kept(cast, house):
    from porchlight.messaging import api as messaging
    from porchlight.project.stage import acting, in_house
    from porchlight.teams import api as teams

    house.put_on_call(first=house.ana)
    with as_youth(house) as me, pytest.raises(messaging.NobodyGetsIt):
        messaging.send_code_word(house.youth, by=me)
    chooses(house, cast["ADV"].seat)
    with in_house("team"), acting(house.worker.seat) as worker:
        (line,) = [one.line for one in teams.team_of(house.youth, by=worker) if one.seat == cast["ADV"].seat]
        teams.leave_team(house.youth, line=line, by=worker)
    house.take_off_call()
    with as_youth(house) as me:
        with pytest.raises(messaging.NobodyGetsIt):
            messaging.send_code_word(house.youth, by=me)
        assert messaging.threads(house.youth, by=me) == ()
    house.put_on_call(first=house.ana)
    (on_call,) = sends(house)
    assert on_call.seat is None


def test_police_can_not_be_chosen_and_neither_can_somebody_who_is_not_beside(cast, house):
    from porchlight.messaging import api as messaging

    with as_youth(house) as me:
        assert cast["LE"].seat not in {one.seat for one in messaging.can_get_a_code_word(house.youth, by=me)}
    for wrong in ((cast["LE"].seat,), (cast.quinn.seat,), (cast["ADV"].seat, cast.quinn.seat), ()):
        with pytest.raises(messaging.NobodyThere):
            chooses(house, *wrong)
    with as_youth(house) as me:
        assert messaging.code_word(house.youth, by=me) == ()


def test_staff_never_choose_send_or_end_a_code_word(cast, house):
    from porchlight.kernel.errors import Refused
    from porchlight.messaging import api as messaging
    from porchlight.project.stage import acting, in_house

    chooses(house, house.worker.seat)
    with in_house("team"), acting(house.worker.seat) as worker:
        with pytest.raises(Refused):
            messaging.choose_code_word(house.youth, words="x", seats=[house.worker.seat], by=worker)
        with pytest.raises(Refused):
            messaging.forget_code_word(house.youth, by=worker)
        with pytest.raises(messaging.NobodyGetsIt):
            messaging.send_code_word(house.youth, by=worker)
    assert word_seen_by(house, house.worker.seat) == ["Blue umbrella"]


def test_the_word_stands_sealed_in_the_database(cast, house):
    chooses(house, cast["ADV"].seat, words="Paper lantern seven")
    with as_admin() as admin:
        rows = admin.execute("SELECT words FROM messaging_code_word WHERE youth_id = %s", [house.youth]).fetchall()
    assert rows
    assert all(b"lantern" not in bytes(words) for (words,) in rows)


def test_a_code_word_stands_first_among_what_is_unread_even_behind_older_words(cast, house):
    from porchlight.messaging import api as messaging
    from porchlight.project.stage import acting, in_house

    chooses(house, house.worker.seat)
    with as_youth(house) as me:
        messaging.write_to(house.youth, seat=house.worker.seat, words="Good morning.", by=me)
    sends(house)
    with in_house("team"), acting(house.worker.seat) as worker:
        (first, *_) = messaging.unread(by=worker)
    assert first.is_code_word
    assert not first.is_check_in
