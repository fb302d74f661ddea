"""What a young person is called before whom; found by name; and whom they trust."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest

from porchlight.kernel.errors import Refused
from tests.needs.making import as_seat, as_youth, young_person
from tests.safety.using import days_ago

AUDIENCE_OF = [
    ("SW", "team"),
    ("SUP", "team"),
    ("CG", "home"),
    ("ED", "school"),
]


@pytest.fixture
def people(town):
    from porchlight.people import api

    return api


def welcomed(people, cast, *, legal="Maria Legal", used="Max", ticked=("team", "school")):
    """Somebody with another name where they ticked, beside whom stand their home and their school."""
    from porchlight.teams import api as teams

    with as_seat(cast["SW"]) as sw:
        names = people.names_by_audience(legal=legal, used=used, pronoun="he/him", ticked=frozenset(ticked))
        youth = people.welcome(names=names, legal_name=legal, birth_date=date(2010, 3, 2), language="es", by=sw)
        for role in ("CG", "ED"):
            teams.join_team(youth, seat=cast[role].seat, footing="CFT_832", by=sw)
    return youth


def called_by(people, member, youth) -> tuple[str, str]:
    with as_seat(member) as visit:
        sheet = people.called(youth, by=visit)
    return sheet.name, sheet.pronoun


@pytest.mark.parametrize(("role", "audience"), AUDIENCE_OF)
def test_each_audience_reads_the_name_that_was_picked_for_it(cast, people, role, audience):
    ticked, unticked = welcomed(people, cast, ticked=(audience,)), welcomed(people, cast, ticked=())
    assert called_by(people, cast[role], ticked) == ("Max", "he/him")
    assert called_by(people, cast[role], unticked) == ("Maria Legal", "")


def test_a_new_name_holds_where_they_said_and_nowhere_else(cast, people):
    youth, other = welcomed(people, cast), welcomed(people, cast)
    with as_youth(youth) as me:
        people.rename(youth, names={"me": ("Mo", "they"), "team": ("Mo", "they")}, by=me)
        names = people.names_everywhere(youth, by=me)
    assert names["me"] == names["team"] == ("Mo", "they")
    assert names["school"] == ("Max", "he/him")
    assert names["home"] == ("Maria Legal", "")
    assert called_by(people, cast["SW"], youth) == ("Mo", "they")
    assert called_by(people, cast["SW"], other) == ("Max", "he/him")


def test_nobody_but_they_themselves_says_what_they_are_called_to_themselves(cast, people):
    youth = welcomed(people, cast)
    with as_seat(cast["SW"]) as sw:
        people.rename(youth, names={"me": ("Somebody", "she"), "team": ("Mo", "they")}, by=sw)
    with as_youth(youth) as me:
        assert "me" not in people.names_everywhere(youth, by=me)
        people.rename(youth, names={"me": ("Mo", "they")}, by=me)
        assert people.called(youth, by=me).name == "Mo"


def test_a_name_is_read_anew_in_the_same_visit_after_it_changed(cast, people):
    youth = welcomed(people, cast)
    with as_seat(cast["SW"]) as sw:
        assert [sheet.name for sheet in people.names_of([youth], by=sw)] == ["Max"]
        people.rename(youth, names={"team": ("Mo", "they")}, by=sw)
        assert [sheet.name for sheet in people.names_of([youth], by=sw)] == ["Mo"]


def test_names_come_in_the_order_asked_for_each_once_and_strangers_have_none(cast, people):
    one, two = welcomed(people, cast), welcomed(people, cast, used="Noa")
    with as_seat(cast["SW"]) as sw:
        asked = [two, uuid4(), one, two]
        assert [sheet.youth for sheet in people.names_of(asked, by=sw)] == [two, one]
        assert [sheet.name for sheet in people.names_of(asked, by=sw)] == ["Noa", "Max"]


def test_somebody_is_found_by_the_beginning_of_their_name_however_it_is_typed(cast, people):
    sign = uuid4().hex[:6]
    youths = {name: welcomed(people, cast, used=f"{sign} {name}") for name in ("Zoë Ángel", "Zora", "Bo")}
    with as_seat(cast["SW"]) as sw:

        def found(words):
            return [sheet.name.removeprefix(f"{sign} ") for sheet in people.my_young_people(by=sw, search=words)]

        assert found(f"{sign.upper()}  ZOE ang") == ["Zoë Ángel"]
        assert found(f"{sign} zo") == ["Zoë Ángel", "Zora"]
        assert found(sign) == ["Bo", "Zoë Ángel", "Zora"]
        assert found(f"x{sign}") == []
        after = people.my_young_people(by=sw, search=sign, after=f"{sign} bo")
        assert [sheet.youth for sheet in after] == [youths["Zoë Ángel"], youths["Zora"]]


def test_a_name_that_is_over_is_neither_found_nor_listed_nor_said(cast, people):
    old, new = uuid4().hex[:6], uuid4().hex[:6]
    youth = welcomed(people, cast, used=old)
    with as_seat(cast["SW"]) as sw:
        assert old in people.names_beside(by=sw)
        people.rename(youth, names={"team": (new, "they"), "school": (new, "they")}, by=sw)
        assert people.my_young_people(by=sw, search=old) == ()
        assert [one.youth for one in people.my_young_people(by=sw, search=new)] == [youth]
        assert old not in people.names_beside(by=sw)
        assert new in people.names_beside(by=sw)
    with as_seat(cast["SW"]) as sw:
        people.my_young_people(by=sw, search="nobody is called so", also=[youth])
        assert [one.name for one in people.names_of([youth], by=sw)] == [new]


def test_a_page_of_names_holds_the_first_of_the_alphabet(cast, people, monkeypatch):
    from porchlight.people import queries

    sign = uuid4().hex[:6]
    for name in ("Cy", "Al", "Bo"):
        welcomed(people, cast, used=f"{sign} {name}")
    monkeypatch.setattr(queries, "PAGE", 2)
    with as_seat(cast["SW"]) as sw:
        page = people.my_young_people(by=sw, search=sign)
        rest = people.my_young_people(by=sw, search=sign, after=page[-1].folded)
    assert [one.name.removeprefix(f"{sign} ") for one in (*page, *rest)] == ["Al", "Bo", "Cy"]


def test_a_list_that_names_others_too_reads_their_names_along(cast, people):
    sign = uuid4().hex[:6]
    listed, also = welcomed(people, cast, used=f"{sign} Bo"), welcomed(people, cast, used="Noa")
    with as_seat(cast["SW"]) as sw:
        assert [one.youth for one in people.my_young_people(by=sw, search=sign, also=[also])] == [listed]
        assert [one.name for one in people.names_of([also], by=sw)] == ["Noa"]


def test_the_record_knows_legal_name_age_and_language(cast, people):
    youth = welcomed(people, cast)
    with as_seat(cast["SW"]) as sw:
        detail = people.detail(youth, by=sw)
    assert (detail.legal_name, detail.birth_date, detail.language) == ("Maria Legal", date(2010, 3, 2), "es")
    assert [detail.age(date(2028, 3, day)) for day in (1, 2)] == [17, 18]
    assert [detail.is_nonminor(date(2028, 3, day)) for day in (1, 2)] == [False, True]


def test_the_writers_agency_answers_and_its_supervisors_stand_beside(cast, people):
    from porchlight.teams import api as teams

    youth = welcomed(people, cast)
    with as_seat(cast["SUP"]) as sup:
        beside = {one.seat: one.footing for one in teams.team_of(youth, by=sup)}
    assert beside[cast["SW"].seat] == beside[cast["SUP"].seat] == "CASE_RESP"
    with as_seat(cast.quinn) as quinn, pytest.raises(Refused):
        people.called(youth, by=quinn)


def says(people, youth, name, *, who=None, **more):
    said = {"reach": "555-0144", "hours": "", "may_know": "", "ask_if_away": "no"} | more
    who = who or people.new_trusted_id()
    with as_youth(youth) as me:
        people.trust(youth, said=people.TrustedSheet(youth, who, name, **said), by=me)
    return who


def test_what_is_newly_said_about_somebody_takes_the_place_of_what_was_said(cast, people):
    youth = young_person(cast)
    aunt = says(people, youth, "Aunt Rosa", may_know="That I'm OK")
    coach = says(people, youth, "Coach", hours="After school", ask_if_away="if")
    says(people, youth, "Tía Rosa", who=aunt, ask_if_away="yes")
    with as_youth(youth) as me:
        found = {one.id: one for one in people.trusted(youth, by=me)}
    assert set(found) == {aunt, coach}
    assert (found[aunt].name, found[aunt].may_know, found[aunt].ask_if_away) == ("Tía Rosa", "", "yes")
    assert (found[coach].reach, found[coach].hours, found[coach].ask_if_away) == ("555-0144", "After school", "if")


def test_people_they_trust_stand_in_the_order_in_which_they_were_named(cast, people):
    youth = young_person(cast)
    for days, name in ((3, "Coach"), (2, "Aunt Rosa"), (1, "Neighbour")):
        with days_ago(days):
            says(people, youth, name)
    with as_youth(youth) as me:
        assert [one.name for one in people.trusted(youth, by=me)] == ["Coach", "Aunt Rosa", "Neighbour"]


def test_taking_one_off_leaves_the_others_and_those_of_others(cast, people):
    youth, other = young_person(cast), young_person(cast)
    aunt, coach = says(people, youth, "Aunt Rosa"), says(people, youth, "Coach")
    says(people, other, "Aunt Rosa", who=aunt)
    with as_youth(youth) as me:
        people.no_longer_trusted(youth, trusted_id=aunt, by=me)
        assert [one.id for one in people.trusted(youth, by=me)] == [coach]
    with as_youth(other) as me:
        assert [one.id for one in people.trusted(other, by=me)] == [aunt]


def test_one_more_counts_from_the_moment_that_was_asked_for(cast, people):
    from porchlight.kernel import clock

    youth = young_person(cast)
    with days_ago(9):
        says(people, youth, "Aunt Rosa")
    says(people, youth, "Coach")
    with as_youth(youth) as me:
        since = clock.now() - timedelta(days=2)
        assert len(people.one_more(youth, since=since, by=me)) == 1
        assert len(people.one_more(youth, since=since - timedelta(days=9), by=me)) == 2
