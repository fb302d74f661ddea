"""Sessions: planted rows are not believed, the two houses do not know each other, the end counts at once."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from porchlight.policy.session import hash_of
from tests.support.browsers import member, staff, stranger, young
from tests.support.connections import as_owner, as_visitor

STAFF_ROW = (
    "INSERT INTO teams_session (hash, person_id, seat_id, mac, started_at, seen_at) VALUES (%s, %s, %s, %s, %s, %s)"
)
YOUTH_ROW = (
    "INSERT INTO ownspace_session (hash, youth_id, way, mac, language, started_at, seen_at)"
    " VALUES (%s, %s, 'words', %s, 'en', %s, %s)"
)


def test_a_session_row_that_the_owner_planted_opens_nothing(cast):
    at, who = datetime.now(UTC), cast["SW"]
    browser = stranger("team")
    browser.client.cookies["t"] = "a cookie of my own"
    with as_owner() as owner:
        owner.execute(STAFF_ROW, [hash_of("a cookie of my own"), who.person, who.seat, os.urandom(32), at, at])
    assert browser.get("/").headers["Location"] == "/sign-in/"


def test_a_young_persons_planted_session_opens_nothing(cast):
    at = datetime.now(UTC)
    with as_owner() as owner:
        owner.execute(YOUTH_ROW, [hash_of("mine"), cast.maya, os.urandom(32), at, at])
    real, planted, nobody = young(cast.maya), stranger("youth"), stranger("youth")
    planted.client.cookies["n"] = "mine"
    assert _signed_in(real)
    assert not _signed_in(planted)
    assert not _signed_in(nobody)


def test_a_session_moved_to_another_seat_or_youth_opens_nothing(cast):
    browser = member(cast["CG"])
    assert browser.get("/").status_code == 200
    with as_owner() as owner:
        moved = owner.execute(
            "UPDATE teams_session SET seat_id = %s WHERE hash = %s",
            [cast["SW"].seat, hash_of(browser.client.cookies["t"].value)],
        )
        assert moved.rowcount == 1
    assert browser.get("/").status_code == 303


def test_the_way_out_of_one_house_leaves_the_other_signed_in(cast):
    team, youth = member(cast["SW"]), young(cast.maya)
    youth.client.cookies["t"] = team.client.cookies["t"].value  # because cookies ignore ports
    assert youth.get("/x").status_code == 303
    assert team.get("/").status_code == 200
    assert not _signed_in(youth)
    youth = young(cast.maya)
    team.client.cookies["n"] = youth.client.cookies["n"].value
    assert team.post("/sign-out", once=team.once()).status_code == 303
    assert team.get("/").status_code == 303
    assert _signed_in(youth)


def test_each_house_ignores_the_cookie_of_the_other(cast):
    team, youth = stranger("team"), stranger("youth")
    team.client.cookies["t"] = young(cast.maya).client.cookies["n"].value
    youth.client.cookies["n"] = member(cast["SW"]).client.cookies["t"].value
    assert team.get("/").status_code == 303
    assert not _signed_in(youth)


def test_a_person_without_a_seat_is_asked_for_their_hat(cast):
    browser = staff(cast["SW"].person, None)
    assert browser.get("/").headers["Location"] == "/seat"
    assert browser.get("/seat").status_code == 200


def test_an_idle_session_is_told_so_and_opens_nothing(cast):
    browser = member(cast["SW"])
    with as_owner() as owner:
        owner.execute(
            "UPDATE teams_session SET seen_at = now() - interval '16 minutes' WHERE hash = %s",
            [hash_of(browser.client.cookies["t"].value)],
        )
    assert browser.get("/").headers["Location"] == "/sign-in/?was=idle"


def test_revoking_counts_at_the_very_next_statement(cast):
    count = "SELECT count(*) FROM people_name WHERE youth_id = %s"
    with as_visitor("pl_team", "seat", cast["PH"].seat) as nurse, as_owner() as owner:
        assert nurse.execute(count, [cast.maya]).fetchone()[0] > 0
        ended = owner.execute(
            "UPDATE policy_grant SET ended_at = statement_timestamp()"
            " WHERE kind = 'standing' AND seat = %s AND youth = %s RETURNING id",
            [cast["PH"].seat, cast.maya],
        ).fetchone()
        assert nurse.execute(count, [cast.maya]).fetchone()[0] == 0
        owner.execute("UPDATE policy_grant SET ended_at = NULL WHERE id = %s", [ended[0]])
        assert nurse.execute(count, [cast.maya]).fetchone()[0] > 0


def test_a_seat_that_ended_signs_its_open_browser_out_at_the_next_click(cast):
    browser = member(cast["BH"])
    assert browser.get("/").status_code == 200
    line = "kind = 'seat' AND seat = %s"
    with as_owner() as owner:
        owner.execute(f"UPDATE policy_grant SET ended_at = statement_timestamp() WHERE {line}", [cast["BH"].seat])
        assert browser.get("/").status_code == 303
        owner.execute(f"UPDATE policy_grant SET ended_at = NULL WHERE {line}", [cast["BH"].seat])
    assert browser.get("/").status_code == 200


def _signed_in(browser) -> bool:
    """Whether the young person's house knows this browser: it then remembers the language by itself."""
    answer = browser.post("/l", once=browser.once(browser.get("/n/1")), lang="en", back="/")
    return answer.headers["Location"] == "/"
