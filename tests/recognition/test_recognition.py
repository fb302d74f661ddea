from __future__ import annotations

from uuid import uuid4

import pytest

from porchlight.kernel.errors import Refused
from porchlight.policy.grid import the_grid
from porchlight.policy.values import Action, Category
from tests.needs.making import as_seat, as_youth, young_person
from tests.recognition.making import said
from tests.support.connections import as_admin, as_visitor

WRITERS = ("SW", "SUP", "CG", "PH", "BH", "PO", "ED", "ADV")
NEVER = ("ATT", "CASA", "CRT", "PAR", "TRB")


@pytest.fixture
def progress(town):
    """The room's door, imported once Django is ready."""
    from porchlight.progress import api

    return api


def shown(progress, youth):
    with as_youth(youth) as me:
        return progress.received(youth, wanted=progress.wishes(youth, by=me), by=me)


def wish(progress, youth, *, quiet=False, numbers=False, hidden=()):
    with as_youth(youth) as me:
        progress.choose(youth, quiet=quiet, numbers=numbers, hidden=hidden, by=me)


@pytest.mark.parametrize("role", WRITERS)
def test_everybody_beside_them_who_may_write_sends_a_kind_word_and_it_is_never_blocked(cast, progress, role):
    youth = young_person(cast, *({role} - {"SW", "SUP"}))
    with as_seat(cast[role]) as visit:
        progress.send_kind_word(youth, words="You made everyone laugh today.", by=visit)
    (word,) = shown(progress, youth)
    assert (word.words, word.fact) == ("You made everyone laugh today.", "")
    assert word.signed == cast[role].name


@pytest.mark.parametrize("role", NEVER)
def test_a_role_that_may_not_write_sends_nothing(cast, progress, role):
    youth = young_person(cast, role)
    with as_seat(cast[role]) as visit, pytest.raises(Refused):
        progress.send_kind_word(youth, words="Hello.", by=visit)


def test_quinn_sends_nothing(cast, progress):
    youth = young_person(cast)
    with as_seat(cast.quinn) as quinn, pytest.raises(Refused):
        progress.send_kind_word(youth, words="Hello.", by=quinn)


def test_the_writer_reads_what_they_sent_and_nobody_else_of_the_team_does(cast, progress):
    youth = young_person(cast, "CG")
    with as_seat(cast["CG"]) as caregiver:
        progress.send_kind_word(youth, words="You set the table.", by=caregiver)
    with as_seat(cast["CG"]) as caregiver:
        assert len(progress.received(youth, wanted=progress.Wishes(youth), by=caregiver)) == 1
    with as_seat(cast["SW"]) as sw:
        assert progress.received(youth, wanted=progress.Wishes(youth), by=sw) == ()


def test_a_fact_arrives_in_their_language_and_with_numbers_only_if_they_asked(cast, progress):
    youth = young_person(cast)
    with as_seat(cast["SW"]) as sw:
        progress.send_fact(youth, said=said("fewer_leavings", {"now": 3, "before": 5}), words="I noticed.", by=sw)
    (word,) = shown(progress, youth)
    assert (word.fact, dict(word.slots), word.words) == ("fewer_leavings", {"now": 3, "before": 5}, "I noticed.")
    with as_youth(youth) as me:
        assert not progress.wishes(youth, by=me).numbers
    wish(progress, youth, numbers=True)
    with as_youth(youth) as me:
        assert progress.wishes(youth, by=me).numbers


def test_a_fact_without_a_reviewed_sentence_or_with_other_numbers_is_not_sent(cast, progress):
    youth = young_person(cast)
    with as_seat(cast["SW"]) as sw:
        for fact, slots in (("more_leavings", {}), ("fewer_leavings", {"now": 3}), ("own_return", {"now": 1})):
            with pytest.raises(progress.NotSayable):
                progress.send_fact(youth, said=said(fact, slots), by=sw)
        with pytest.raises(progress.NoWords):
            progress.send_kind_word(youth, words="  ", by=sw)
    assert shown(progress, youth) == ()


def test_a_hidden_topic_is_as_if_it_had_never_been_sent_and_own_words_still_come(cast, progress):
    youth = young_person(cast)
    with as_seat(cast["SW"]) as sw:
        progress.send_fact(youth, said=said("fewer_leavings", {"now": 0, "before": 1}), by=sw)
        progress.send_fact(youth, said=said("own_return"), by=sw)
        progress.send_kind_word(youth, words="Nice drawing.", by=sw)
    wish(progress, youth, hidden=["times", "unheard of"])
    assert {word.fact for word in shown(progress, youth)} == {"own_return", ""}
    wish(progress, youth)
    assert len(shown(progress, youth)) == 3


def test_what_they_delete_is_gone_from_every_page_and_from_the_database(cast, progress):
    youth, other = young_person(cast, "CG"), young_person(cast)
    with as_seat(cast["CG"]) as caregiver:
        word = progress.send_kind_word(youth, words="Good morning.", by=caregiver)
        kept = progress.send_kind_word(youth, words="Good night.", by=caregiver)
    with as_youth(other) as stranger, pytest.raises(progress.NoSuchWord):
        progress.delete_word(other, word=word, by=stranger)
    with as_youth(youth) as me:
        progress.delete_word(youth, word=word, by=me)
        for gone in (word, uuid4()):
            with pytest.raises(progress.NoSuchWord):
                progress.delete_word(youth, word=gone, by=me)
    wish(progress, youth, numbers=True)
    assert [one.id for one in shown(progress, youth)] == [kept]
    with as_seat(cast["CG"]) as caregiver:
        assert [one.id for one in progress.received(youth, wanted=progress.Wishes(youth), by=caregiver)] == [kept]
    with as_admin() as admin:
        assert admin.execute("SELECT id FROM progress_word WHERE youth_id = %s", [youth]).fetchall() == [(kept,)]
        lines = admin.execute("SELECT event::text FROM audit_leaf WHERE %s = ANY(youths)", [youth]).fetchall()
    told = [line for (line,) in lines if "progress.delete_word" in line]
    assert len(told) == 1
    assert "Good morning" not in told[0]


def test_nobody_but_the_young_person_deletes_a_word_not_even_its_writer(cast, progress):
    youth = young_person(cast, "CG")
    with as_seat(cast["CG"]) as caregiver:
        word = progress.send_kind_word(youth, words="You set the table.", by=caregiver)
    for member in (cast["CG"], cast["SW"], cast["SUP"], cast.quinn):
        with as_visitor("pl_team", "seat", member.seat) as visitor:
            assert visitor.execute("DELETE FROM progress_word WHERE id = %s", [word]).rowcount == 0
    with as_seat(cast["CG"]) as caregiver, pytest.raises(progress.NoSuchWord):
        progress.delete_word(youth, word=word, by=caregiver)
    assert [one.id for one in shown(progress, youth)] == [word]


def test_what_they_want_to_hear_is_not_told_to_the_team(cast, progress):
    youth = young_person(cast)
    wish(progress, youth, quiet=True, numbers=True, hidden=["contact"])
    with as_seat(cast["SW"]) as sw:
        assert progress.wishes(youth, by=sw) == progress.Wishes(youth)


def test_no_cell_opens_recognition_or_day_status_to_probation_court_or_police_on_its_own():
    for role in ("PO", "CRT", "LE", "AUD"):
        days = the_grid().cell(role, Category.DAY_STATUS)
        read = [c for c in the_grid().cell(role, Category.RECOGNITION) if c.action is Action.READ]
        assert days == ()
        assert {clause.condition for clause in read} <= {"consent", "own"}
