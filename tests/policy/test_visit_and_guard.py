"""Visits, guards and the values of policy: every branch as a promise."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID, uuid4

import pytest

from porchlight.kernel.errors import Refused
from porchlight.policy.api import (
    Action,
    Anybody,
    Category,
    Change,
    Event,
    Grain,
    Holding,
    Identity,
    Need,
    Recognised,
    See,
    SeeMany,
    SignedIn,
    Visit,
    ask_one,
    doors,
    doors_at,
    end_grant,
    grant,
    guarded,
    lines,
)
from porchlight.policy.doors import Door, Page
from porchlight.policy.registry import read_registry
from porchlight.policy.visit import youth_of
from porchlight.project.stage import acting, in_house
from porchlight.vault.key import NoKey


@dataclass(frozen=True)
class Sheet:
    youth: UUID


def test_before_identity_is_known_there_is_nobody_and_nothing_is_allowed():
    nobody = Visit(house="team")
    with pytest.raises(AssertionError):
        _ = nobody.actor
    assert not nobody.is_youth
    assert nobody.role_name == ""
    assert not nobody.may(uuid4(), Category.IDENTITY, Grain.SLICE, Action.READ)


def test_a_visit_says_its_hat_and_its_seat():
    who = uuid4()
    visit = Visit(house="team", identity=Identity("seat", who), role="SW", agency_name="Sample")
    assert visit.role_name == "social worker"
    assert visit.seat == who == visit.actor


@pytest.mark.parametrize(
    ("need", "nobody", "known", "seated"),
    [
        (Need(), True, True, True),
        (Anybody(), True, True, True),
        (Recognised(), False, True, True),
        (SignedIn(), False, False, True),
        (Holding(("SW",)), False, False, True),
        (Holding(("ADM",)), False, False, False),
        (SeeMany(Category.IDENTITY), False, False, True),
        (See(Category.IDENTITY), False, False, False),
    ],
)
def test_each_need_is_answered_by_just_those_whom_it_names(need, nobody, known, seated):
    person = uuid4()
    visits = (
        Visit(house="team"),
        Visit(house="team", person=person),
        Visit(house="team", person=person, identity=Identity("seat", uuid4()), role="SW"),
    )
    assert tuple(need.answered(visit, None) for visit in visits) == (nobody, known, seated)


def test_a_guarded_function_refuses_first_works_then_and_notes_last():
    done = []

    @guarded(Holding(("SW",)))
    def work(*, by: Visit) -> None:
        done.append(by)

    with pytest.raises(Refused):
        work(by=Visit(house="team"))
    assert not done
    work(by=Visit(house="team", identity=Identity("seat", uuid4()), role="SW"))
    assert len(done) == 1


def test_reading_and_writing_about_one_leave_their_own_lines(cast):
    @guarded(See(Category.IDENTITY, Grain.SLICE))
    def read(youth: UUID, *, by: Visit) -> None:
        """Nothing."""

    @guarded(Change(Category.IDENTITY))
    def write(youth: UUID, *, by: Visit) -> None:
        """Nothing."""

    with in_house("team"), acting(cast["SW"].seat) as sw:
        read(cast.maya, by=sw)
        write(cast.maya, by=sw)
        assert [(e.verb, e.category, e.grain, e.youths) for e in sw.events] == [
            ("read", "K01", "slice", (cast.maya,)),
            ("write", "K01", "full", (cast.maya,)),
        ]
        with pytest.raises(Refused):
            read("not an identifier", by=sw)
    with in_house("team"), acting(cast["CG"].seat) as caregiver, pytest.raises(Refused):
        write(cast.maya, by=caregiver)


def test_a_list_names_everybody_on_it_once_and_other_answers_name_nobody():
    need, who = SeeMany(Category.IDENTITY), uuid4()
    assert [e.youths for e in need.events("x", None, [Sheet(who), Sheet(who), "no sheet"])] == [(who,)]
    assert [e.youths for e in need.events("x", None, None)] == [()]
    assert youth_of(Sheet(who)) == who
    assert youth_of(object()) is None


def test_the_same_line_twice_in_a_request_counts_once():
    visit = Visit(house="team")
    visit.note(Event("read", "x"))
    visit.note(Event("read", "x"))
    assert visit.events == [Event("read", "x")]


def test_facts_are_asked_once_a_request_and_forgotten_after_a_change(cast):
    with in_house("team"), acting(cast["SW"].seat) as sw:
        first = sw.facts(cast.maya)
        assert sw.facts(cast.maya) is first
        line = grant("standing", by=sw, youth=cast.maya, seat=cast["SC"].seat, footing="CFT_832")
        assert sw.facts(cast.maya) is not first
        assert line in {one.id for one in lines(cast.maya, by=sw, kind="standing")}
        assert end_grant(line, by=sw, youth=cast.maya)
        assert not end_grant(line, by=sw)
        assert line not in {one.id for one in lines(cast.maya, by=sw)}


def test_the_agency_of_a_visit_is_asked_when_nobody_said(cast):
    with in_house("team"), acting(cast["SW"].seat) as sw:
        known = sw.own_agency
        sw.agency = None
        assert sw.own_agency == known == cast["SW"].agency


def test_a_key_comes_once_a_request_and_only_to_those_beside(cast):
    with in_house("team"), acting(cast["SW"].seat) as sw:
        assert sw.key(cast.maya) is sw.key(cast.maya)
    with in_house("team"), acting(cast.quinn.seat) as quinn, pytest.raises(NoKey):
        quinn.key(cast.maya)


def test_a_function_that_finds_nothing_gives_none(cast):
    with in_house("team"), acting(cast["SW"].seat):
        assert ask_one("SELECT 1 AS one WHERE false") is None
        assert ask_one("SELECT 1 AS one") == {"one": 1}


def test_doors_come_in_the_order_of_addresses_and_by_method(town):
    from porchlight.project import desks

    desks.load("team")
    routes = [door.route for door in doors("team")]
    assert routes == sorted(routes)
    assert set(doors_at("team", "sign-in/")) == {"GET", "POST"}
    seen = []
    one = Door("team", "x", "GET", Anybody(), lambda request, visit, **more: seen.append(more) or Page("x"), "x")
    one.open(None, Visit(house="team"), key="value")
    assert seen == [{"key": "value"}]


@pytest.mark.parametrize(
    "text", ['[t]\nrule = "youth"\nabout = "x"', '[t]\nrule = "closed"\nabout = "x"\ncategory = "K01"']
)
def test_a_table_names_a_category_if_and_only_if_it_is_about_a_young_person(text):
    with pytest.raises(ValueError, match="needs a category if, and only if"):
        read_registry(text)
