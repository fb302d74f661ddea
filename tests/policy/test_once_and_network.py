"""A form's key, kept answers, and the slowing down of guesses."""

from __future__ import annotations

from datetime import UTC, datetime
from types import SimpleNamespace
from uuid import uuid4

import pytest

from porchlight.policy import network, once
from porchlight.policy.visit import Visit
from porchlight.project.stage import acting, in_house
from tests.support.connections import as_owner

KEY = b"k" * 32


def visit(session: bytes = b"one") -> Visit:
    return Visit(house="team", session=session)


def test_a_fresh_key_fits_the_session_that_it_was_drawn_for():
    once.check(once.fresh(visit(), KEY), visit(), KEY)


@pytest.mark.parametrize("wrong", ["", ".", "x", "x.y", "x.y.z", "é.é", "x.\ud800", "\ud800.x"])
def test_a_key_that_we_never_drew_is_stale(wrong):
    with pytest.raises(once.StaleForm):
        once.check(wrong, visit(), KEY)


def test_a_key_does_not_fit_another_session_another_house_or_nobody():
    drawn = once.fresh(visit(), KEY)
    for other, key in ((visit(b"two"), KEY), (visit(b""), KEY), (visit(), b"o" * 32)):
        with pytest.raises(once.StaleForm):
            once.check(drawn, other, key)


def test_two_forms_of_one_page_have_different_keys():
    assert once.fresh(visit(), KEY) != once.fresh(visit(), KEY)


def test_a_repeat_gets_the_answer_of_the_first_sending(cast):
    key = str(uuid4())
    with in_house("team"), acting(cast["SW"].seat) as sw:
        assert once.earlier_answer(key, sw) is None
        once.keep_answer(key, sw, "/y/1/plan")
        assert once.earlier_answer(key, sw) == "/y/1/plan"
    with in_house("team"), acting(cast["CG"].seat) as caregiver:
        assert once.earlier_answer(key, caregiver) is None


def test_a_repeat_is_the_same_key_address_and_words_in_whatever_order():
    sent = once.sending("k", "/n/4", {"words": ["a"], "seats": ["x", "y"]})
    assert sent == once.sending("k", "/n/4", {"seats": ("x", "y"), "words": ("a",)})
    others = [
        once.sending("l", "/n/4", {"words": ["a"], "seats": ["x", "y"]}),
        once.sending("k", "/n/5", {"words": ["a"], "seats": ["x", "y"]}),
        once.sending("k", "/n/4", {"words": ["b"], "seats": ["x", "y"]}),
        once.sending("k", "/n/4", {"words": ["a"], "seats": ["y", "x"]}),
        once.sending("k", "/n/4", {"words": ["a"]}),
    ]
    assert len({sent, *others}) == 6
    assert all(len(one) == 64 for one in (sent, *others))


def test_the_tries_of_one_seat_at_one_thing_are_its_own(town, monkeypatch):
    one, other = uuid4(), uuid4()
    key = network.seat_key(one, what="code")
    assert key == network.seat_key(one, what="code")
    assert len({key, network.seat_key(other, what="code"), network.seat_key(one, what="card")}) == 3
    monkeypatch.setattr(network.clock, "wall", lambda: datetime(2001, 1, 1, tzinfo=UTC))
    assert network.seat_key(one, what="code") != key


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("203.0.113.5", "203.0.113.5", True),
        ("203.0.113.5", "203.0.113.6", False),
        ("2001:db8:1:1ff::1", "2001:db8:1:100::2", True),
        ("2001:db8:1:100::1", "2001:db8:1:200::1", False),
        ("", "no address", True),
    ],
)
def test_a_network_is_one_address_or_one_home(town, one, other, same):
    assert (network.network_key(one) == network.network_key(other)) is same


def test_the_hash_of_a_network_changes_every_day_and_holds_no_address(town, monkeypatch):
    today = network.network_key("203.0.113.5")
    monkeypatch.setattr(network.clock, "wall", lambda: datetime(2001, 1, 1, tzinfo=UTC))
    assert network.network_key("203.0.113.5") != today
    assert len(today) == 32


def test_a_few_misses_cost_nothing_then_the_wait_grows_and_ends(cast):
    key = network.network_key("203.0.113.77")
    with in_house("team"), acting(cast["SW"].seat):
        assert network.misses(key) == (0, 0.0)
        for _ in range(network.FREE):
            network.slow_down(key)
            network.missed(key)
    with in_house("team"), acting(cast["SW"].seat), pytest.raises(network.TooFast):
        network.slow_down(key)
    with as_owner() as owner:
        owner.execute("UPDATE policy_try SET last_at = now() - interval '43 seconds' WHERE network = %s", [key])
    with in_house("team"), acting(cast["SW"].seat):
        network.slow_down(key)


def aged(key: bytes, age: str) -> None:
    with as_owner() as owner:
        owner.execute("UPDATE policy_try SET last_at = now() - %s::interval WHERE network = %s", [age, key])


def test_after_ten_minutes_misses_count_from_one_again_and_after_a_day_nothing_of_them_is_kept(cast):
    key, other = network.network_key("203.0.113.78"), network.network_key("203.0.113.79")
    with in_house("team"), acting(cast["SW"].seat):
        for _ in range(3):
            network.missed(key)
    aged(key, "9 minutes 30 seconds")
    with in_house("team"), acting(cast["SW"].seat):
        assert network.misses(key)[0] == 3
        network.missed(key)
        assert network.misses(key)[0] == 4
    aged(key, "10 minutes 1 second")
    with in_house("team"), acting(cast["SW"].seat):
        assert network.misses(key) == (0, 0.0)
        network.missed(key)
        assert network.misses(key)[0] == 1
    for age, kept in (("23 hours", 1), ("24 hours 1 second", 0)):
        aged(key, age)
        with in_house("team"), acting(cast["SW"].seat):
            network.missed(other)
        with as_owner() as owner:
            counted = owner.execute("SELECT count(*) FROM policy_try WHERE network = %s", [key]).fetchone()
        assert counted == (kept,)


@pytest.mark.parametrize(("count", "wait"), [(4, 0), (5, 2), (6, 4), (7, 8), (9, 32), (10, 42), (900, 42)])
def test_nobody_ever_waits_longer_than_forty_two_seconds(monkeypatch, count, wait):
    monkeypatch.setattr(network, "misses", lambda key: (count, wait - 0.01))
    if wait:
        with pytest.raises(network.TooFast):
            network.slow_down(b"x")
    monkeypatch.setattr(network, "misses", lambda key: (count, wait + 0.01))
    network.slow_down(b"x")


def test_a_mac_binds_moments_and_names_alike():
    from porchlight.policy.session import genuine, seal

    at = datetime(2026, 1, 1, tzinfo=UTC)
    mac = seal(KEY, b"h", at, "x")
    assert genuine(KEY, memoryview(mac), b"h", at, "x")
    assert not genuine(KEY, mac, b"h", at, "y")
    assert not genuine(KEY, mac, b"i", at, "x")
    assert SimpleNamespace(mac=mac).mac != seal(b"z", b"h", at, "x")
