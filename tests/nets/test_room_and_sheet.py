"""The third and fourth net: rooms export nothing unguarded, and templates get nothing to walk."""

from __future__ import annotations

from types import ModuleType

import pytest
from django.urls import path

from porchlight.kernel.errors import Refused
from porchlight.policy.api import Anybody, Door, Page
from porchlight.policy.guard import Need
from porchlight.project.stage import acting, in_house
from porchlight.project.urls import Dispatch
from tests.nets.rooms import doors_of_rooms, rows_in, unguarded
from tests.support.browsers import member, with_addresses


def test_every_name_that_a_room_exports_is_guarded_or_a_value(town):
    checked = {door.__name__: unguarded(door) for door in doors_of_rooms()}
    assert len(checked) >= 3
    assert not any(checked.values()), checked


def test_no_room_promises_a_row_of_a_table(town):
    assert {door.__name__: rows_in(door) for door in doors_of_rooms() if rows_in(door)} == {}


def test_sabotage_an_unguarded_function_a_table_and_a_bare_query_are_found(town):
    from porchlight.people.models import Name

    def everybody():
        return Name.objects.all()

    room = ModuleType("porchlight.people.api")
    room.__all__ = ["everybody", "Name", "rows", "LIMIT"]
    room.everybody, room.Name, room.rows, room.LIMIT = everybody, Name, Name.objects.all(), 50
    assert unguarded(room) == ["everybody", "Name", "rows"]


def test_sabotage_a_guarded_function_that_promises_rows_is_found(town):
    from porchlight.people.models import Name
    from porchlight.policy.api import SignedIn, guarded

    @guarded(SignedIn())
    def newest(*, by) -> list[Name]:
        return list(Name.objects.all())

    newest.__wrapped__.__annotations__["return"] = list[Name]
    room = ModuleType("porchlight.people.api")
    room.__all__, room.newest = ["newest"], newest
    assert rows_in(room) == ["newest"]


def test_sabotage_a_door_that_lost_its_need_still_shows_an_outsider_nothing(cast):
    """The room's own guard holds when the door's is gone."""
    from porchlight.desks.team.inbox.pages import young_person

    open_door = Dispatch({"GET": Door("team", "y", "GET", Need(), young_person, "tests.open")})
    browser = with_addresses(member(cast.quinn), path("y/<uuid:youth>/", open_door))
    assert browser.get(f"/y/{cast.maya}/").status_code == 404


def test_sabotage_a_room_that_lost_its_guard_still_finds_no_rows(cast):
    """The database's net holds when door and room are both gone."""
    from porchlight.people import queries

    with in_house("team"), acting(cast.quinn.seat) as quinn:
        with pytest.raises(Refused):
            queries.called(cast.maya, by=quinn)
        assert queries.called.__wrapped__(cast.maya, by=quinn).name == ""
        assert queries.names_everywhere.__wrapped__(cast.maya, by=quinn) == {}
        assert queries.detail.__wrapped__(cast.maya, by=quinn) is None


@pytest.mark.parametrize("shape", ["row", "rows", "printed", "inside"])
def test_sabotage_a_row_in_a_template_is_never_drawn(cast, shape):
    from porchlight.people.models import Name

    def view(request, visit):
        row = Name(name="Maya")
        given = {
            "row": {"search": row},
            "rows": {"found": Name.objects.all()[:1]},
            "printed": {"search": row},
            "inside": {"found": [row]},
        }[shape]
        return Page(
            "home.html",
            {"found": [], "search": "", "full": False, "parts": [], "beside_nobody": False, "nav": [], "here": ""}
            | given,
        )

    rigged = Dispatch({"GET": Door("team", "rigged", "GET", Anybody(), view, "tests.rigged")})
    browser = with_addresses(member(cast["SW"]), path("rigged", rigged))
    with pytest.raises(TypeError, match="instead of a sheet"):
        browser.get("/rigged")


def test_a_refused_need_says_so_before_any_work(cast):
    from porchlight.people import api as people

    for seat in (cast.quinn.seat, cast["AUD"].seat, cast["SC"].seat):
        with in_house("team"), acting(seat) as visit, pytest.raises(Refused):
            people.detail(cast.maya, by=visit)
