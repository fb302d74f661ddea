"""The chair moves the parts of a draft; the order is the version's, and nothing else changes with it."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from porchlight.adoption.definition import api as definition
from porchlight.adoption.ground.api import case_free, fingerprint
from porchlight.kernel.errors import Refused
from porchlight.policy.api import Office
from tests.adoption.counties import add_person, make_county
from tests.adoption.drafts import answers, draft, one, text, written
from tests.support.client import team_browser

BUTTON = re.compile(r'/move/([^"]+)".*?name="way" value="(\w+)".*?name="past" value="([^"]+)"', re.DOTALL)


@pytest.fixture
def parts(county):
    """A draft of a county with the parts A, B and C: the version, and each part's identifier."""
    version = draft(county, words="A")
    with county.by("member") as member:
        for words in ("B", "C"):
            definition.write_passage(version, written=written(words=words), by=member)
    return version, {found.words: found.passage for found in text(county, version)}


def order(county, version, who="services.worker") -> str:
    return "".join(found.words for found in text(county, version, who))


def move(county, parts, words: str, past: str, *, up: bool, who="chair") -> None:
    version, ids = parts
    with county.by(who) as visit:
        definition.move_part(version, part=ids[words], past=ids[past], is_up=up, by=visit)


def test_s16d_the_chair_moves_a_part_and_everybody_reads_it_there(county, parts):
    move(county, parts, "C", "B", up=True)
    assert order(county, parts[0]) == "ACB"
    move(county, parts, "A", "C", up=False)
    assert order(county, parts[0]) == "CAB"


def test_two_who_ask_for_the_same_move_move_it_once(county, parts):
    for _chair in range(2):
        move(county, parts, "C", "B", up=True)
    assert order(county, parts[0]) == "ACB"


def test_two_chairs_who_move_at_once_both_get_what_they_asked_for(cast, county, parts):
    add_person(cast, county, "chair two", agency="committee", role="SC", office=Office.CHAIR)

    def moves(asked) -> None:
        who, words, past, up = asked
        move(county, parts, words, past, up=up, who=who)
        connection.close()

    with ThreadPoolExecutor(2) as both:
        list(both.map(moves, [("chair", "C", "B", True), ("chair two", "A", "B", False)]))
    found = order(county, parts[0])
    assert sorted(found) == ["A", "B", "C"]
    assert found.index("C") < found.index("B") < found.index("A")


def test_a_moved_part_keeps_its_comments_which_are_of_the_text_as_it_is(county, parts):
    version, ids = parts
    with county.by("services.worker") as worker:
        definition.comment(version, passage=ids["C"], words=case_free("And at night?", by=worker), by=worker)
    move(county, parts, "C", "B", up=True)
    with team_browser(county["services.worker"]) as worker:
        page = worker.text(f"/definition/{version}/talk/{ids['C']}")
    assert "And at night?" in page
    assert "Said of an earlier text" not in page


def test_who_writes_a_part_while_it_is_moved_saves_it_where_it_now_stands(county, parts):
    version, ids = parts
    move(county, parts, "C", "B", up=True)
    with county.by("member") as member:
        definition.write_passage(version, written=written(ids["C"], edition=1, words="D"), by=member)
    assert order(county, version) == "ADB"


def test_a_part_that_is_added_after_a_move_stands_last_and_one_that_is_gone_moves_nothing(county, parts):
    version, ids = parts
    move(county, parts, "C", "A", up=True)
    with county.by("chair") as chair:
        definition.write_passage(version, written=written(words="E"), by=chair)
        definition.take_out(version, passage=ids["A"], edition=1, by=chair)
    assert order(county, version) == "CBE"
    move(county, parts, "B", "A", up=True)
    assert order(county, version) == "CBE"


def test_a_part_without_spanish_is_named_in_the_order_of_the_page(county, parts):
    move(county, parts, "C", "B", up=True)
    with county.by("chair") as chair:
        gaps = definition.spanish_gaps(parts[0], by=chair)
    assert [gap.part.words for gap in gaps] == ["C", "B"]


def test_the_order_is_signed_with_the_text_and_the_next_draft_begins_with_it(county, parts):
    from porchlight.adoption.definition.text_rules import whole

    version, _ids = parts
    before = fingerprint(*whole(text(county, version), {}))
    move(county, parts, "C", "B", up=True)
    with county.by("chair") as chair:
        definition.close_round(version, asked=[county.agencies["services"]], answers_by=None, by=chair)
    signed = one(county, version).fingerprint
    assert signed == fingerprint(*whole(text(county, version), {}))
    assert signed != before
    answers(county, version, services="ratifies")
    with county.by("chair") as chair:
        definition.come_in_force(version, by=chair)
        following = definition.open_round(by=chair)
    assert order(county, following) == "ACB"
    move(county, (following, parts[1]), "B", "C", up=True)
    assert (order(county, following), order(county, version)) == ("ABC", "ACB")


@pytest.mark.parametrize("who", ["member", "services.lead", "services.worker"])
def test_nobody_but_the_chair_moves_a_part(county, parts, who):
    with pytest.raises(Refused):
        move(county, parts, "C", "B", up=True, who=who)
    with team_browser(county[who]) as browser:
        assert "Move up" not in browser.text(f"/definition/{parts[0]}")


def test_another_countys_chair_moves_nothing(cast, county, parts):
    with make_county(cast).by("chair") as elsewhere, pytest.raises(Refused):
        definition.move_part(parts[0], part=parts[1]["C"], past=parts[1]["B"], is_up=True, by=elsewhere)
    assert order(county, parts[0]) == "ABC"


ROW = """INSERT INTO adoption_definition_order (id, county, made_by, made_at, definition, edition, parts)
    VALUES (gen_random_uuid(), pl.my_county(), pl.actor(), now(), %s, 1, '{}')"""


def test_s16d_a_closed_text_keeps_its_order_and_says_so(county, parts):
    version, ids = parts
    with team_browser(county["chair"]) as chair:
        page = f"/definition/{version}"
        fields = {"way": "up", "past": ids["B"], "page": page}
        with county.by("chair") as by:
            definition.close_round(version, asked=[county.agencies["services"]], answers_by=None, by=by)
        refused = chair.send(f"{page}/move/{ids['C']}", **fields | {"page": f"{page}/close"})
        assert "The text of this version is closed." in refused.content.decode()
        assert "Move up" not in chair.text(page)
    assert order(county, version) == "ABC"
    refused_there = pytest.raises(DatabaseError, match="refused")
    with county.by("chair"), connection.cursor() as cursor, refused_there, transaction.atomic():
        cursor.execute(ROW, [version])


def test_each_part_has_plain_buttons_for_where_it_can_go_and_the_page_comes_back_to_it(county, parts):
    version, ids = parts
    with team_browser(county["chair"]) as chair:
        page = chair.text(f"/definition/{version}")
        names = {str(part): words for words, part in ids.items()}
        found = {(names[at], way): past for at, way, past in BUTTON.findall(page)}
        assert found == {
            ("A", "down"): str(ids["B"]),
            ("B", "up"): str(ids["A"]),
            ("B", "down"): str(ids["C"]),
            ("C", "up"): str(ids["B"]),
        }
        address = f"/definition/{version}/move/{ids['C']}"
        answer = chair.send(address, page=f"/definition/{version}", way="up", past=ids["B"])
        assert answer.headers["Location"] == f"/definition/{version}#part-{ids['C']}"
        assert f'id="part-{ids["C"]}" tabindex="-1"' in chair.text(f"/definition/{version}")
        chair.send(address, page=f"/definition/{version}", way="up", past="nothing")
    assert order(county, version) == "ACB"
