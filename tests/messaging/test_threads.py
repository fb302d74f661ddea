"""Writing to one another: who may read it, and what the young person learns of that."""

from __future__ import annotations

import pytest

from tests.messaging.household import make_household
from tests.support.connections import as_admin, as_visitor


@pytest.fixture
def house(cast):
    return make_household(cast)


def says(house, seat, words="I'm thinking of you all.", kind="words"):
    from porchlight.messaging import api as messaging
    from porchlight.project.stage import acting, in_house

    with in_house("youth"), acting(house.youth, youth=True) as youth:
        return messaging.write_to(house.youth, seat=seat, words=words, by=youth, kind=kind)


def reads(house, thread, seat=None):
    """What somebody finds in the thread: a seat, or the young person."""
    from porchlight.messaging import api as messaging
    from porchlight.project.stage import acting, in_house

    with in_house("team" if seat else "youth"), acting(seat or house.youth, youth=seat is None) as visit:
        found = messaging.thread_named(thread, by=visit)
        if not found:
            return None
        said = messaging.messages(house.youth, thread=thread, by=visit)
        messaging.mark_read(house.youth, thread=found[0], messages=[one.id for one in said], by=visit)
        return said


def answers(house, thread, seat, words):
    from porchlight.messaging import api as messaging
    from porchlight.project.stage import acting, in_house

    with in_house("team"), acting(seat) as visit:
        (found,) = messaging.thread_named(thread, by=visit)
        messaging.reply(house.youth, thread=found, words=words, by=visit)


def test_only_the_two_of_them_read_what_a_young_person_writes_to_somebody(cast, house):
    thread = says(house, cast["ADV"].seat, "Only for you.")
    assert [one.words for one in reads(house, thread, cast["ADV"].seat)] == ["Only for you."]
    for other in (
        house.worker.seat,
        house.lead.seat,
        house.ana.seat,
        cast["BH"].seat,
        cast["CG"].seat,
        cast.quinn.seat,
    ):
        assert reads(house, thread, other) is None


def test_the_young_person_sees_whether_somebody_has_read_it_and_nobody_sees_whether_they_did(cast, house):
    thread = says(house, cast["BH"].seat, "Are you there?")
    (mine,) = reads(house, thread)
    assert mine.read_by is None
    reads(house, thread, cast["BH"].seat)
    (mine,) = reads(house, thread)
    assert mine.read_by == cast["BH"].seat
    answers(house, thread, cast["BH"].seat, "I am.")
    reads(house, thread)
    assert [one.read_by for one in reads(house, thread, cast["BH"].seat)] == [cast["BH"].seat, None]
    with as_admin() as admin:
        count = admin.execute("SELECT count(*) FROM messaging_read WHERE made_by = %s", [house.youth]).fetchone()
    assert count == (0,)


def test_there_is_one_thread_for_two_people_whoever_begins_it(cast, house):
    from porchlight.messaging import api as messaging
    from porchlight.project.stage import acting, in_house

    with in_house("team"), acting(cast["CG"].seat) as caregiver:
        begun = messaging.write_to(house.youth, seat=cast["CG"].seat, words="Soup is on.", by=caregiver)
    assert says(house, cast["CG"].seat, "Coming.") == begun
    assert [one.words for one in reads(house, begun)] == ["Soup is on.", "Coming."]


def test_nobody_writes_in_somebody_elses_name_or_to_somebody_who_is_not_beside(cast, house):
    from porchlight.kernel.errors import Refused
    from porchlight.messaging import api as messaging
    from porchlight.project.stage import acting, in_house

    with in_house("team"), acting(cast["BH"].seat) as therapist, pytest.raises(messaging.NobodyThere):
        messaging.write_to(house.youth, seat=cast["ADV"].seat, words="x", by=therapist)
    with in_house("team"), acting(cast.quinn.seat) as quinn, pytest.raises(Refused):
        messaging.write_to(house.youth, seat=cast.quinn.seat, words="x", by=quinn)
    with pytest.raises(messaging.NobodyThere):
        says(house, cast.quinn.seat)


def test_only_those_who_can_be_in_a_thread_are_offered_to_write_to(cast):
    from porchlight.messaging import api as messaging
    from porchlight.project.stage import acting, in_house
    from porchlight.teams import api as teams

    house = make_household(cast, beside=("ADV", "CRT", "PAR"))
    with in_house("youth"), acting(house.youth, youth=True) as me:
        assert {one.role for one in teams.team_of(house.youth, by=me)} == {"SW", "SUP", "ADV", "CRT", "PAR"}
        assert {one.role for one in messaging.to_write_to(house.youth, by=me)} == {"SW", "SUP", "ADV"}
        for role in ("CRT", "PAR"):
            with pytest.raises(messaging.NobodyThere):
                messaging.write_to(house.youth, seat=cast[role].seat, words="Hello.", by=me)


def test_what_is_written_to_somebody_who_left_is_not_said_to_be_sent(cast):
    from porchlight.messaging import api as messaging
    from porchlight.project.stage import acting, in_house
    from porchlight.teams import api as teams

    house = make_household(cast)
    thread = says(house, cast["ADV"].seat, "Hello.")
    with in_house("team"), acting(house.worker.seat) as worker:
        line = next(one.line for one in teams.team_of(house.youth, by=worker) if one.seat == cast["ADV"].seat)
        teams.leave_team(house.youth, line=line, by=worker)
    assert reads(house, thread, cast["ADV"].seat) is None
    with pytest.raises(messaging.NobodyThere):
        says(house, cast["ADV"].seat)
    with in_house("youth"), acting(house.youth, youth=True) as youth:
        (found,) = messaging.thread_named(thread, by=youth)
        with pytest.raises(messaging.NobodyThere):
            messaging.reply(house.youth, thread=found, words="Still there?", by=youth)
    assert [one.words for one in reads(house, thread)] == ["Hello."]


def test_what_waits_is_gone_from_the_list_once_it_was_on_the_screen(cast):
    from porchlight.messaging import api as messaging
    from porchlight.project.stage import acting, in_house

    house = make_household(cast)
    thread = says(house, cast["BH"].seat, "One.")
    says(house, cast["BH"].seat, "Two.")

    def waiting():
        with in_house("team"), acting(cast["BH"].seat) as therapist:
            return [one for one in messaging.unread(by=therapist) if one.youth == house.youth]

    assert [one.thread for one in waiting()] == [thread]
    reads(house, thread, cast["BH"].seat)
    assert waiting() == []


def test_the_words_lie_sealed(cast, house):
    says(house, cast["ADV"].seat, "a word nobody would guess: quillwort")
    with as_admin() as admin:
        found = admin.execute("SELECT string_agg(words::text, '') FROM messaging_message").fetchone()
    assert "quillwort" not in bytes.fromhex(found[0].replace("\\x", "")).decode("latin-1")


def test_a_message_cannot_be_hung_on_another_young_persons_thread(cast, house):
    import psycopg

    thread = says(house, cast["BH"].seat, "Mine.")
    row = (
        "INSERT INTO messaging_message (id, agency_id, youth_id, made_by, made_at, thread_id, kind, words)"
        " VALUES (gen_random_uuid(), %s, %s, %s, now(), %s, 'words', 'x')"
    )
    right = [cast["BH"].agency, house.youth, cast["BH"].seat, thread]
    wrong = [cast["BH"].agency, cast.maya, cast["BH"].seat, thread]
    with as_visitor("pl_team", "seat", cast["BH"].seat) as visitor:
        visitor.execute(row, right)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            visitor.execute(row, wrong)
    with as_admin() as admin, pytest.raises(psycopg.errors.ForeignKeyViolation):
        admin.execute(row, wrong)


def test_a_line_that_names_somebody_elses_thread_opens_nothing(cast, house):
    from porchlight.messaging import api as messaging
    from porchlight.policy.api import Category, grant
    from porchlight.project.stage import acting, in_house

    thread = says(house, cast["BH"].seat, "Not for Dee.")
    with in_house("youth"), acting(cast.dee, youth=True) as dee:
        grant("thread", by=dee, youth=cast.dee, role="Y", category=Category.MESSAGES, row=thread)
        assert messaging.thread_named(thread, by=dee) == ()
    with as_visitor("pl_youth", "youth", cast.dee) as visitor:
        assert visitor.execute("SELECT id FROM messaging_message WHERE thread_id = %s", [thread]).fetchall() == []


@pytest.mark.parametrize("login", ["pl_team", "pl_youth"])
def test_no_statement_of_a_house_reaches_what_those_on_call_were_asked(house, login):
    import psycopg

    kind, actor = ("seat", house.lead.seat) if login == "pl_team" else ("youth", house.youth)
    with as_visitor(login, kind, actor) as visitor, pytest.raises(psycopg.errors.InsufficientPrivilege):
        visitor.execute("SELECT * FROM teams_ask")
