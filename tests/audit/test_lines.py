"""What a request leaves in the audit: refusals, reads and writes, and nothing when it can't be kept."""

from __future__ import annotations

import json
import re
from uuid import uuid4

import pytest

from porchlight.audit.record import record
from porchlight.policy.api import Event, doors
from porchlight.policy.guard import Need
from porchlight.project import desks
from porchlight.project.stage import acting, in_house
from tests.doors.addresses import address_of, is_about_a_youth
from tests.support.browsers import member, young
from tests.support.connections import as_admin

desks.load("team")
READS = [door for door in doors("team") if door.method == "GET" and is_about_a_youth(door)]


def leaves_since(last: int) -> list[dict[str, object]]:
    with as_admin() as admin:
        rows = admin.execute("SELECT event FROM audit_leaf WHERE id > %s ORDER BY id", [last]).fetchall()
    return [json.loads(event) for (event,) in rows]


def last_leaf() -> int:
    with as_admin() as admin:
        return admin.execute("SELECT coalesce(max(id), 0) FROM audit_leaf").fetchone()[0]


@pytest.mark.parametrize("door", READS, ids=lambda door: door.route)
def test_every_read_of_a_young_person_that_was_served_leaves_a_line_naming_them(cast, door):
    """Whoever was served; and where nobody was, every refusal is kept."""
    for who in [*cast.members.values(), cast.quinn]:
        before = last_leaf()
        answer = member(who).get(address_of(door, cast.maya))
        if answer.status_code == 303:
            continue
        lines = [line for line in leaves_since(before) if str(cast.maya) in line.get("youths", [])]
        assert lines, f"{who.role} was answered {answer.status_code} without a line"
        assert all(line["by"] == str(who.seat) for line in lines)
        verbs = {line["verb"] for line in lines}
        if answer.status_code == 200:
            assert "refused" not in verbs
        elif answer.status_code == 404 and not _may(door.needs, who, cast.maya):
            assert verbs == {"refused"}
            assert {line["route"] for line in lines} == {door.route}


def _may(need: Need, who, youth) -> bool:
    with in_house("team"), acting(who.seat) as visit:
        return need.answered(visit, youth)


def test_a_refusal_is_kept_though_the_request_was_rolled_back(cast):
    before = last_leaf()
    assert member(cast.quinn).get(f"/y/{cast.maya}/").status_code == 404
    (line,) = leaves_since(before)
    assert line["verb"] == "refused"
    assert line["by"] == str(cast.quinn.seat)
    assert line["youths"] == [str(cast.maya)]


def test_a_list_leaves_one_line_that_names_everybody_on_it(cast):
    before = last_leaf()
    shown = set(re.findall(r'/y/([0-9a-f-]{36})/"', member(cast["SW"]).get("/").content.decode()))
    assert shown
    named = [set(line["youths"]) for line in leaves_since(before) if line["what"] == "people.my_young_people"]
    assert len(named) == 1
    assert named[0] <= shown


def test_a_list_without_anybody_names_nobody(cast):
    before = last_leaf()
    assert member(cast["ST"]).get("/").status_code == 200
    assert all("youths" not in line or line["youths"] == [] for line in leaves_since(before))


def test_a_young_person_reading_their_own_is_the_actor_of_the_line(cast):
    before = last_leaf()
    browser = young(cast.dee)
    assert browser.get("/").status_code == 200
    assert all(line["by"] == str(cast.dee) for line in leaves_since(before))


def test_what_was_read_is_kept_only_with_what_it_served(cast):
    """When the line can't be kept, nothing is served: the failure takes the page with it."""
    with as_admin() as admin:
        admin.execute("ALTER TABLE audit_leaf ADD CONSTRAINT full_disk CHECK (false) NOT VALID")
    try:
        browser = member(cast["SW"])
        browser.client.raise_request_exception = False
        answer = browser.get(f"/y/{cast.maya}/")
        assert answer.status_code == 500
        assert b"Maya" not in answer.content
    finally:
        with as_admin() as admin:
            admin.execute("ALTER TABLE audit_leaf DROP CONSTRAINT full_disk")


def test_no_events_cost_no_statement(cast):
    with in_house("team"), acting(cast["SW"].seat):
        before = last_leaf()
        record([])
        assert last_leaf() == before


def test_a_line_carries_only_what_there_is_to_say(cast):
    youth, before = uuid4(), last_leaf()
    with in_house("team"), acting(cast["SW"].seat) as visit:
        visit.note(Event("read", "x.y"))
        visit.note(Event("read", "x.y"))
        visit.note(Event("read", "x.z", "K01", "slice", (youth,), "here", "why"))
    bare, whole = leaves_since(before)
    assert {"category", "grain", "youths", "why"} & set(bare) == set()
    assert (whole["category"], whole["grain"], whole["youths"], whole["route"], whole["why"]) == (
        "K01", "slice", [str(youth)], "here", "why",
    )  # fmt: skip
