"""Ways in: what opens, until when, and what stops working when a new one is made."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from uuid import UUID

import psycopg
import pytest
from django.db import transaction

from porchlight.kernel.clock import COUNTY_ZONE
from porchlight.kernel.errors import Refused
from tests.needs.making import as_seat, as_youth, young_person
from tests.support.connections import as_owner, as_visitor


@pytest.fixture
def ownspace(town):
    from porchlight.ownspace import api

    return api


@pytest.fixture
def sky(cast):
    return young_person(cast)


@pytest.fixture
def opens(ownspace):
    """Type something at the youth house, from a network of one's own; gives whose house opened, and how."""
    from porchlight.ownspace import sessions
    from porchlight.policy.visit import Visit
    from porchlight.project.houses import this_house
    from porchlight.project.stage import in_house

    def try_it(typed: str, *, network: bytes | None = None) -> tuple[UUID, str] | None:
        network = network or secrets.token_bytes(32)
        with in_house("youth"), transaction.atomic(durable=True):
            key, visit = this_house().process_key, Visit(house="youth")
            new = ownspace.come_in(typed, network=network, language="es", key=key, by=visit)
            if new is None:
                return None
            found = Visit(house="youth")
            assert sessions.find(new.cookie, found, key) == "live"
            assert (found.role, found.language) == ("Y", "es")
            return found.actor, found.extras["way"]

    return try_it


def words_of(ownspace, youth, language="en") -> str:
    with as_youth(youth) as me:
        return " ".join(ownspace.new_words(language, by=me))


def card_of(ownspace, youth) -> str:
    with as_youth(youth) as me:
        return ownspace.new_card(by=me)


def code_from(ownspace, member, youth) -> str:
    with as_seat(member) as visit:
        return ownspace.give_start_code(youth, by=visit)


@pytest.mark.parametrize("language", ["en", "es"])
def test_five_words_open_their_own_house_as_often_as_they_like(ownspace, sky, opens, language):
    words = words_of(ownspace, sky, language)
    assert opens(words.upper()) == opens(words) == (sky, "words")
    assert opens(" ".join(words.split()[:4])) is None


def test_new_words_end_the_old_ones_and_leave_the_card(ownspace, sky, opens):
    old, card = words_of(ownspace, sky), card_of(ownspace, sky)
    new = words_of(ownspace, sky)
    assert opens(old) is None
    assert opens(new) == (sky, "words")
    assert opens(card) == (sky, "card")


def test_a_new_card_ends_the_old_one_and_leaves_the_words(ownspace, sky, opens):
    words, old = words_of(ownspace, sky), card_of(ownspace, sky)
    new = card_of(ownspace, sky)
    assert opens(old) is None
    assert opens(new) == (sky, "card")
    assert opens(words) == (sky, "words")


def test_what_one_makes_anew_ends_nothing_of_another(cast, ownspace, sky, opens):
    other = young_person(cast)
    theirs, code = words_of(ownspace, other), code_from(ownspace, cast["SW"], other)
    words_of(ownspace, sky)
    code_from(ownspace, cast["SW"], sky)
    assert opens(theirs) == (other, "words")
    assert opens(code) == (other, "start")


def test_a_start_code_opens_once(cast, ownspace, sky, opens):
    code = code_from(ownspace, cast["SW"], sky)
    assert opens(code.lower()) == (sky, "start")
    assert opens(code) is None


def test_a_newer_start_code_ends_the_one_before(cast, ownspace, sky, opens):
    first = code_from(ownspace, cast["SW"], sky)
    second = code_from(ownspace, cast["SW"], sky)
    assert opens(first) is None
    assert opens(second) == (sky, "start")


@pytest.mark.parametrize(("minutes", "kind"), [(29, "start"), (31, None)])
def test_a_start_code_lasts_thirty_minutes(ownspace, begun, opens, minutes, kind):
    youth, code = begun
    earlier = "UPDATE ownspace_way SET ends_at = ends_at - make_interval(mins => %s) WHERE youth_id = %s"
    with as_owner() as owner:
        owner.execute(earlier, [minutes, youth])
    assert opens(code) == (kind and (youth, kind))


@pytest.fixture
def begun(cast, ownspace, sky):
    """A young person, and the start code that their worker handed over just now."""
    return sky, code_from(ownspace, cast["SW"], sky)


@pytest.mark.parametrize("role", ["SUP", "CG", "BH"])
def test_nobody_but_their_worker_for_them_hands_out_a_start_code(cast, ownspace, role):
    youth = young_person(cast, "CG", "BH")
    with pytest.raises(Refused):
        code_from(ownspace, cast[role], youth)
    with pytest.raises(Refused):
        code_from(ownspace, cast.quinn, youth)


def test_a_worker_of_another_agency_hands_out_none_even_when_they_stand_beside(cast, sky):
    from porchlight.teams import api as teams

    with as_seat(cast["SW"]) as sw:
        teams.join_team(sky, seat=cast.quinn.seat, footing="CFT_832", by=sw)
    with as_visitor("pl_team", "seat", cast.quinn.seat) as quinn:
        assert quinn.execute("SELECT pl.stands(%s)", [sky]).fetchone() == (True,)
        with pytest.raises(psycopg.Error, match="grant refused"):
            quinn.execute("SELECT pl.give_start(%s, 'x')", [sky])


def test_what_a_worker_hands_out_is_written_down_and_holds_no_words(cast, ownspace, sky):
    card_of(ownspace, sky)
    code = code_from(ownspace, cast["SW"], sky)
    with as_owner() as owner:
        rows = owner.execute("SELECT kind, lookup::text FROM ownspace_way WHERE youth_id = %s", [sky]).fetchall()
    assert sorted(kind for kind, _ in rows) == ["card", "start"]
    assert not any(code.lower() in lookup.lower() for _, lookup in rows)


def test_misses_slow_down_the_network_that_made_them_and_no_other(ownspace, sky, opens):
    from porchlight.policy.network import FREE, TooFast

    words, here = words_of(ownspace, sky), secrets.token_bytes(32)
    for _ in range(FREE):
        assert opens("no such five words", network=here) is None
    with pytest.raises(TooFast):
        opens(words, network=here)
    assert opens(words) == (sky, "words")


def test_a_right_way_in_counts_no_miss(ownspace, sky, opens):
    from porchlight.policy.network import FREE

    words, here = words_of(ownspace, sky), secrets.token_bytes(32)
    for _ in range(FREE + 2):
        assert opens(words, network=here) == (sky, "words")


def test_they_see_when_somebody_came_in_the_newest_first_and_only_their_own(cast, ownspace, sky, opens):
    card, words = card_of(ownspace, sky), words_of(ownspace, sky)
    opens(words_of(ownspace, young_person(cast)))
    opens(card)
    opens(words)
    with as_youth(sky) as me:
        assert [way for way, _, _ in ownspace.came_in(by=me)] == ["words", "card"]


@pytest.mark.parametrize(
    ("hour", "part"),
    [
        (0, "night"),
        (5, "night"),
        (6, "morning"),
        (11, "morning"),
        (12, "afternoon"),
        (17, "afternoon"),
        (18, "evening"),
    ],
)
@pytest.mark.parametrize("month", [1, 7])
def test_a_part_of_the_day_goes_by_the_countys_clock(town, month, hour, part):
    from porchlight.ownspace.ways import part_of_day

    for minute in (0, 59):
        assert part_of_day(datetime(2026, month, 10, hour, minute, tzinfo=COUNTY_ZONE).astimezone(UTC)) == part


def test_everything_typed_costs_the_same_hash_and_nothing_long_is_read_to_its_end(town):
    from porchlight.ownspace.ways import MOST, lookup

    assert len(lookup("")) == len(lookup("lamp")) == 32
    assert lookup("x" * MOST + "a") == lookup("x" * MOST + "b")
    assert lookup("x" * (MOST - 1) + "a") != lookup("x" * (MOST - 1) + "b")
    assert len({lookup(""), lookup("lamp"), lookup("\ud800")}) == 3


@pytest.fixture
def two_browsers(sky):
    """Two open browsers of one young person; what each is now, and a way to leave one."""
    from porchlight.ownspace import sessions
    from porchlight.policy.visit import Visit
    from porchlight.project.houses import this_house
    from porchlight.project.stage import in_house

    with in_house("youth"), transaction.atomic(durable=True):
        key = this_house().process_key
        opened = [sessions.begin(sky, way="words", language="en", key=key) for _ in range(2)]

    def states() -> list[str]:
        with in_house("youth"), transaction.atomic(durable=True):
            return [sessions.find(one.cookie, Visit(house="youth"), key) for one in opened]

    def leave(session: bytes = b"") -> None:
        from porchlight.ownspace import api

        with in_house("youth"), transaction.atomic(durable=True):
            api.leave(by=Visit(house="youth", session=session))

    return SimpleNamespace(hashes=[one.hash for one in opened], states=states, leave=leave)


def test_leaving_ends_this_browsers_session_and_no_other(two_browsers):
    two_browsers.leave()
    assert two_browsers.states() == ["live", "live"]
    two_browsers.leave(two_browsers.hashes[0])
    assert two_browsers.states() == ["", "live"]


@pytest.mark.parametrize(("asked", "reads"), [("en", "en"), ("es", "es"), ("fr", "en"), ("", "en")])
def test_they_read_on_in_one_of_two_languages(ownspace, sky, asked, reads):
    from porchlight.ownspace import sessions
    from porchlight.policy.visit import Visit
    from porchlight.project.houses import this_house
    from porchlight.project.stage import in_house

    with in_house("youth"), transaction.atomic(durable=True):
        key = this_house().process_key
        new = sessions.begin(sky, way="words", language="en", key=key)
        visit, after = Visit(house="youth"), Visit(house="youth")
        sessions.find(new.cookie, visit, key)
        ownspace.speak(asked, by=visit)
        sessions.find(new.cookie, after, key)
    assert after.language == reads


@pytest.mark.parametrize(("minutes", "state"), [(59, "live"), (61, "idle")])
def test_a_session_ends_after_an_hour_however_busy_it_is(sky, monkeypatch, minutes, state):
    from porchlight.kernel import clock
    from porchlight.ownspace import sessions
    from porchlight.policy.visit import Visit
    from porchlight.project.houses import this_house
    from porchlight.project.stage import in_house

    begun = clock.wall() - timedelta(minutes=minutes)
    with in_house("youth"), transaction.atomic(durable=True):
        key = this_house().process_key
        with monkeypatch.context() as patch:
            patch.setattr(clock, "wall", lambda: begun)
            new = sessions.begin(sky, way="words", language="en", key=key)
        visit = Visit(house="youth")
        assert sessions.find(new.cookie, visit, key) == state
        assert (visit.identity is not None) is (state == "live")
