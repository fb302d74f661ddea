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
    InOffice,
    Need,
    OfCounty,
    Office,
    OwnHand,
    Recognised,
    See,
    SeeMany,
    SignedIn,
    StandBeside,
    Visit,
    ask_one,
    door,
    doors,
    doors_at,
    end_grant,
    grant,
    guarded,
    lines,
)
from porchlight.policy.doors import Door, Page
from porchlight.policy.grid import read_grid
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


def seated(**more: object) -> Visit:
    """A seat of an agency in the county that this deployment serves, unless said otherwise."""
    told = {"identity": Identity("seat", uuid4()), "role": "SW", "county": ""}
    return Visit(**({"house": "team"} | told | more))


def test_a_role_or_an_office_without_an_identity_is_nobodys():
    chair = frozenset({Office.CHAIR})
    for need in (Holding(("SW",)), InOffice((Office.CHAIR,)), OfCounty()):
        assert need.answered(seated(offices=chair), None)
        assert not need.answered(seated(offices=chair, identity=None), None)


@pytest.mark.parametrize(
    ("held", "county", "now", "after_leaving"),
    [
        ({Office.LEAD}, "", True, True),
        ({Office.LEAD, Office.TRAINER}, "06001", True, True),
        ({Office.LEAD}, None, False, True),
        ({Office.CHAIR}, "", False, False),
        (set(), "", False, False),
    ],
)
def test_an_office_counts_in_a_county_and_afterwards_only_where_that_is_said(held, county, now, after_leaving):
    visit, offices = seated(offices=frozenset(held), county=county), (Office.LEAD, Office.MANAGER)
    assert InOffice(offices).answered(visit, None) is now
    assert InOffice(offices, after_leaving=True).answered(visit, None) is after_leaving


def test_of_a_county_is_every_seat_there_but_no_young_person_and_no_agency_that_left():
    assert OfCounty().answered(seated(county="06001"), None)
    assert not OfCounty().answered(seated(county=None), None)
    assert not OfCounty().answered(seated(house="youth", identity=Identity("youth", uuid4())), None)


def test_what_asks_for_ones_own_hand_is_for_the_young_person_about_themselves(cast):
    need = OwnHand(Category.NEEDS)
    with in_house("youth"), acting(cast.dee, youth=True) as dee:
        assert need.answered(dee, cast.dee)
        assert not need.answered(dee, cast.maya)
        assert not need.answered(dee, None)
        assert not OwnHand(Category.INVESTIGATION).answered(dee, cast.dee), "a hand alone opens no category"
    with in_house("team"), acting(cast["SW"].seat) as sw:
        assert Change(Category.NEEDS).answered(sw, cast.dee)
        assert not need.answered(sw, cast.dee)
        assert not need.answered(sw, cast["SW"].seat)


def test_who_stands_beside_is_asked_of_the_ledger_and_of_the_grid(cast):
    need = StandBeside(Category.MESSAGES)
    with in_house("team"), acting(cast["SW"].seat) as sw:
        assert need.answered(sw, cast.maya)
        assert not need.answered(sw, uuid4())
        assert not need.answered(sw, None)
        assert not StandBeside(Category.ADVOCATE_NOTES).answered(sw, cast.maya)
    assert not need.answered(Visit(house="team"), cast.maya)


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


def test_a_line_of_the_ledger_that_is_added_or_ended_leaves_a_line_in_the_audit(cast):
    with in_house("team"), acting(cast["SW"].seat) as sw:
        line = grant("standing", by=sw, youth=cast.maya, seat=cast["SC"].seat, footing="CFT_832", category="K16")
        before = sw.facts(cast.maya)
        end_grant(line, by=sw, youth=cast.maya)
        assert sw.facts(cast.maya) is not before
        end_grant(line, by=sw)
        assert sw.events == [
            Event("grant", "policy.standing", "K16", youths=(cast.maya,)),
            Event("end", "policy.grant", youths=(cast.maya,)),
            Event("end", "policy.grant"),
        ]


def test_a_line_about_no_young_person_names_none_in_the_audit(cast):
    with in_house("team"), acting(cast.administrator) as administrator:
        line = grant("office", by=administrator, seat=cast["SW"].seat, footing="trainer")
        assert end_grant(line, by=administrator)
        assert [(event.verb, event.youths) for event in administrator.events] == [("grant", ()), ("end", ())]


def test_lines_of_one_kind_are_those_alone(cast):
    with in_house("team"), acting(cast["SW"].seat) as sw:
        every, standings = lines(cast.maya, by=sw), lines(cast.maya, by=sw, kind="standing")
    assert {"standing", "responsible"} <= {line.kind for line in every}
    assert standings == [line for line in every if line.kind == "standing"]


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


def test_a_door_is_registered_under_its_address_and_leaves_the_view_as_it_is(monkeypatch):
    monkeypatch.setattr("porchlight.policy.doors._doors", {})

    def view(request, visit):
        return Page("x")

    assert door("b", needs=Anybody(), house="shed")(view) is view
    door("b", needs=SignedIn(), house="shed", method="POST", form=False)(view)
    door("a", needs=Anybody(), house="shed")(view)
    door("b", needs=Anybody(), house="barn")(view)
    assert [(one.route, one.method) for one in doors("shed")] == [("a", "GET"), ("b", "GET"), ("b", "POST")]
    assert doors_at("shed", "b").keys() == {"GET", "POST"}
    assert [doors_at("shed", "b")[method].form for method in ("GET", "POST")] == [True, False]
    assert doors_at("shed", "a").keys() == {"GET"}
    assert doors_at("shed", "a")["GET"].name == f"{view.__module__}.view"


@pytest.mark.parametrize(
    "text", ['[t]\nrule = "youth"\nabout = "x"', '[t]\nrule = "closed"\nabout = "x"\ncategory = "K01"']
)
def test_a_table_names_a_category_if_and_only_if_it_is_about_a_young_person(text):
    with pytest.raises(ValueError, match="needs a category if, and only if"):
        read_registry(text)


@pytest.mark.parametrize("field", ["open_to", "kept_by"])
def test_a_table_opens_to_offices_that_there_are(field):
    with pytest.raises(ValueError, match="t names captain, which is no office"):
        read_registry(f'[t]\nrule = "county"\nabout = "x"\n{field} = ["chair", "captain"]')
    table = read_registry(f'[t]\nrule = "county"\nabout = "x"\n{field} = ["chair", "anybody", "public", "either"]')["t"]
    assert getattr(table, field) == ("chair", "anybody", "public", "either")


def test_a_grid_with_a_role_or_a_condition_that_nobody_named_is_no_grid():
    roles, conditions = '[roles]\nSW = {name = "Worker"}\n', '[conditions]\nyes = {says="", fact="", made_by=""}\n'
    whole = f'{roles}{conditions}[categories.K01]\nname = "Identity"\n'
    grid = read_grid(f'{whole}SW = ["read full", "write slice if yes"]')
    assert [str(clause) for clause in grid.cell("SW", Category.IDENTITY)] == ["read full", "write slice if yes"]
    assert (grid.names, grid.roles["SW"].name) == ({Category.IDENTITY: "Identity"}, "Worker")
    with pytest.raises(ValueError, match="CG is not a role"):
        read_grid(f'{whole}CG = ["read full"]')
    with pytest.raises(ValueError, match="no is not a condition"):
        read_grid(f'{whole}SW = ["read full if no"]')
