"""What the ledger means, told a second time: which lines bear on a visit, and which have not begun or are over.

Both enforcers begin with the facts that the database reads off the ledger. Here the same facts are worked out from
the very lines in plain Python, and compared with what each visitor's own connection is told.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from porchlight.policy.grid import OWN, YOUTH, the_grid
from porchlight.policy.values import Fact
from tests.grid.world import line, new_uuids, write
from tests.support.connections import as_owner, as_visitor

NOW = datetime.now(UTC)
LIVES = {
    "open": {},
    "until later": {"ends_at": NOW + timedelta(days=1)},
    "not yet": {"starts_at": NOW + timedelta(days=1)},
    "over by itself": {"ends_at": NOW - timedelta(minutes=1)},
    "ended": {"ended_at": NOW - timedelta(minutes=1)},
}
USED = {
    role: {clause.condition for named, _, clause in the_grid().clauses() if named == role} - {"", OWN}
    for role in the_grid().roles
}


@dataclass(frozen=True)
class Line:
    """One line as it was written."""

    id: UUID
    kind: str
    person: UUID | None
    seat: UUID | None
    role: str
    agency: UUID | None
    youth: UUID | None
    category: str
    row: UUID | None
    footing: str
    starts: datetime
    ends: datetime | None
    ended: datetime | None

    @property
    def holds(self) -> bool:
        return self.ended is None and self.starts <= NOW and (self.ends is None or self.ends > NOW)


@dataclass(frozen=True)
class Hat:
    """Who asks: a seat with what its own line says of it, or a young person."""

    seat: UUID | None = None
    role: str = ""
    agency: UUID | None = None
    person: UUID | None = None
    youth: UUID | None = None


def facts(lines: Iterable[Line], hat: Hat) -> set[Fact]:
    """What these lines mean for that hat, beside everybody."""
    live = [one for one in lines if one.holds]
    stands = set(standings(live, hat))
    found = {Fact(youth, role, "", category) for youth, role, category in stands}
    for youth, role, category in stands:
        for one in live:
            known = one.kind in USED.get(hat.role, set()) | USED["OC"]
            if category == "" and known and one.youth == youth and meant_for(one, hat, role):
                found.add(Fact(youth, role, one.kind, one.category, one.row))
    return found


def standings(live: list[Line], hat: Hat) -> Iterator[tuple[UUID, str, str]]:
    if hat.youth:
        yield hat.youth, YOUTH, ""
    blocked = {one.youth for one in live if one.kind == "block" and one.person == hat.person and hat.person}
    for one in live:
        theirs = one.seat == hat.seat if one.seat else (one.agency, one.role) == (hat.agency, hat.role)
        if one.kind == "standing" and hat.seat and theirs and one.youth not in blocked:
            yield one.youth, "OC" if one.footing == "ONCALL" else hat.role, one.category


def meant_for(one: Line, hat: Hat, role: str) -> bool:
    if one.seat:
        return one.seat == hat.seat
    return one.agency in (None, hat.agency) and one.role in ("", role)


def told(connection, youth: UUID | None = None) -> set[Fact]:
    """What the database tells this visitor, beside one young person or beside everybody."""
    source = "pl.facts(%s)" if youth else "pl.facts_everywhere()"
    rows = connection.execute(
        f"SELECT youth, role, condition, category, row_id FROM {source}", [youth] if youth else []
    ).fetchall()
    found = [Fact(*row) for row in rows]
    return set(found)


def kept(values: Iterable[tuple[object, ...]]) -> list[Line]:
    """Write these lines as the owner."""
    lines = [Line(*value) for value in values]
    with as_owner() as owner:
        write(owner, [tuple(vars(one).values()) for one in lines])
    return lines


def asked(hat: Hat):
    who = ("pl_team", "seat", hat.seat) if hat.seat else ("pl_youth", "youth", hat.youth)
    return as_visitor(*who)


@pytest.fixture
def hat(town) -> Hat:
    """A worker's seat, employed since an hour."""
    found = Hat(seat=uuid4(), role="SW", agency=uuid4(), person=uuid4())
    kept([line("seat", seat=found.seat, person=found.person, role=found.role, agency=found.agency)])
    return found


def stands(hat: Hat, youth: UUID) -> bool:
    with asked(hat) as connection:
        everywhere, there = told(connection), told(connection, youth)
        (said,) = connection.execute("SELECT pl.stands(%s)", [youth]).fetchone()
    assert {one for one in everywhere if one.youth == youth} == there
    assert said is bool(there)
    return said


@pytest.mark.parametrize(
    ("life", "counts"),
    [("open", True), ("until later", True), ("not yet", False), ("over by itself", False), ("ended", False)],
)
def test_a_line_counts_from_its_beginning_to_its_end(hat, life, counts):
    youth, agencys, blocked = uuid4(), uuid4(), uuid4()
    kept([
        line("standing", youth=youth, seat=hat.seat, **LIVES[life]),
        line("standing", youth=agencys, agency=hat.agency, role=hat.role, **LIVES[life]),
        line("standing", youth=blocked, seat=hat.seat),
        line("block", youth=blocked, person=hat.person, **LIVES[life]),
    ])  # fmt: skip
    assert stands(hat, youth) is counts
    assert stands(hat, agencys) is counts
    assert stands(hat, blocked) is not counts


@pytest.mark.parametrize("life", ["not yet", "over by itself", "ended"])
def test_a_seat_that_is_not_held_today_stands_beside_nobody(town, life):
    hat, youth = Hat(seat=uuid4(), role="SW", agency=uuid4(), person=uuid4()), uuid4()
    kept([
        line("seat", seat=hat.seat, person=hat.person, role=hat.role, agency=hat.agency, **LIVES[life]),
        line("standing", youth=youth, agency=hat.agency, role=hat.role),
    ])  # fmt: skip
    assert not stands(hat, youth)
    with asked(hat) as connection:
        assert connection.execute("SELECT pl.role(), pl.agency()").fetchone() == (None, None)


def test_the_standing_of_an_agencys_role_is_for_that_role_at_that_agency(hat):
    other_role, other_agency = uuid4(), uuid4()
    kept([
        line("standing", youth=other_role, agency=hat.agency, role="SUP"),
        line("standing", youth=other_agency, agency=uuid4(), role=hat.role),
    ])  # fmt: skip
    assert not stands(hat, other_role)
    assert not stands(hat, other_agency)


def test_a_block_is_about_one_person_and_one_young_person(hat):
    blocked, other = uuid4(), uuid4()
    kept([
        line("standing", youth=blocked, seat=hat.seat),
        line("standing", youth=blocked, agency=hat.agency, role=hat.role),
        line("standing", youth=other, seat=hat.seat),
        line("block", youth=blocked, person=hat.person),
        line("block", youth=other, person=uuid4()),
    ])  # fmt: skip
    assert not stands(hat, blocked)
    assert stands(hat, other)


def test_a_standing_for_one_category_carries_no_further_line(hat):
    youth = uuid4()
    kept([
        line("standing", youth=youth, seat=hat.seat, category="K06"),
        line("consent", youth=youth, seat=hat.seat),
    ])  # fmt: skip
    with asked(hat) as connection:
        assert told(connection) == {Fact(youth, "SW", "", "K06")}


@pytest.mark.parametrize(
    ("life", "counts"),
    [("open", True), ("until later", True), ("not yet", False), ("over by itself", False), ("ended", False)],
)
def test_an_office_counts_from_its_beginning_to_its_end_and_for_the_seat_that_holds_it(hat, life, counts):
    kept([
        line("office", seat=hat.seat, footing="lead", **LIVES[life]),
        line("office", seat=hat.seat, footing="trainer"),
        line("office", seat=hat.seat, footing="trainer"),
        line("office", seat=uuid4(), footing="chair"),
    ])  # fmt: skip
    with asked(hat) as connection:
        (held,) = connection.execute("SELECT pl.offices()").fetchone()
    assert sorted(held) == (["lead", "trainer"] if counts else ["trainer"])


class World:
    """A world of lines by chance: three agencies, six seats, four young people."""

    def __init__(self, seed: int) -> None:
        self.choose = random.Random(seed)
        self.agencies, self.youths, self.rows = new_uuids(3), new_uuids(4), new_uuids(2)
        roles = [role for role in the_grid().roles if role not in (YOUTH, "OC")]
        self.hats = [
            Hat(uuid4(), self.choose.choice(roles), self.choose.choice(self.agencies), uuid4()) for _ in range(6)
        ]

    def life(self) -> dict[str, object]:
        return LIVES[self.choose.choice([*LIVES, "open", "open", "open"])]

    def lines(self) -> Iterator[tuple[object, ...]]:
        pick = self.choose.choice
        for hat in self.hats:
            yield line("seat", seat=hat.seat, person=hat.person, role=hat.role, agency=hat.agency)
            if self.choose.random() < 0.5:
                yield line("block", youth=pick(self.youths), person=hat.person, **self.life())
        for _ in range(30):
            hat, footing = pick(self.hats), pick(["CASE_RESP", "CASE_RESP", "ONCALL"])
            beside = {"seat": hat.seat} if self.choose.random() < 0.7 else {"agency": hat.agency, "role": hat.role}
            category = pick(["", "", "", "K06"])
            yield line("standing", youth=pick(self.youths), footing=footing, category=category, **beside, **self.life())
        for _ in range(150):
            hat, for_seat = pick(self.hats), self.choose.random() < 0.3
            yield line(
                pick(sorted(USED[hat.role] | USED["OC"])),
                youth=pick(self.youths),
                seat=hat.seat if for_seat else None,
                agency=pick([None, hat.agency, *self.agencies]),
                role=pick(["", "", "OC", hat.role, pick(self.hats).role]),
                category=pick(["", "", "K01", "K06"]),
                row_id=pick([None, None, *self.rows]),
                **self.life(),
            )


@pytest.mark.parametrize("seed", range(4))
def test_whatever_the_lines_are_the_database_reads_off_them_what_they_say(town, seed):
    world = World(seed)
    lines = kept(world.lines())
    hats = [*world.hats, *(Hat(youth=youth, role=YOUTH) for youth in world.youths)]
    seen: set[Fact] = set()
    for hat in hats:
        with asked(hat) as connection:
            expected = facts(lines, hat)
            assert told(connection) == expected
            for youth in world.youths:
                assert told(connection, youth) == {one for one in expected if one.youth == youth}
            seen |= expected
    further = {fact for fact in seen if fact.condition}
    assert len(further) > 20
    assert {bool(fact.row) for fact in further} == {bool(fact.category) for fact in further} == {True, False}
    assert {"OC", YOUTH} < {fact.role for fact in seen}
