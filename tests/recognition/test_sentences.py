"""One sentence that a court may read: the young person's, word for word, and nothing beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from porchlight.kernel.errors import Refused
from tests.needs.making import as_seat, as_youth, young_person
from tests.pages.looking import looked_at, statements
from tests.recognition.making import said
from tests.support.client import team_browser, youth_browser
from tests.support.connections import as_visitor

LASTING = {"own_return": 1, "leaving": 1}
FOR_COURT = "For a good while now: more of the returns are their own choice, they leave less often."


@pytest.fixture
def progress(town):
    from porchlight.progress import api

    return api


@pytest.fixture(autouse=True)
def long_ago(town, monkeypatch):
    """Words count as sent so long ago that nobody asks the record of them any more."""
    from datetime import timedelta

    from porchlight.flows import recognising

    monkeypatch.setattr(recognising, "READ_AGAIN", timedelta(0))


@pytest.fixture
def sent(cast, progress):
    """A young person with a clerk of the court, a lawyer and an officer beside them, and something that lasts."""
    youth = young_person(cast, "CRT", "ATT", "PO", "LE", "ED")
    with as_seat(cast["SW"]) as sw:
        word = progress.send_fact(youth, said=said("sustained", LASTING), by=sw)
    return youth, word


def let(progress, youth, word, *members, fact="sustained", slots=None):
    with as_youth(youth) as me:
        item, seats = progress.Item(fact, slots or LASTING), frozenset(one.seat for one in members)
        return progress.let_read(youth, word=word, item=item, name="Sky", seats=seats, by=me)


def read_by(progress, member, youth):
    with as_seat(member) as visit:
        try:
            return [one.text("en") for one in progress.sentences_for_me(by=visit) if one.youth == youth]
        except Refused:
            return []


def test_nobody_reads_it_before_they_said_yes_and_only_the_picked_one_after(cast, progress, sent):
    youth, word = sent
    readers = [cast[role] for role in ("CRT", "ATT", "PO", "LE", "SW", "ED")]
    assert [read_by(progress, one, youth) for one in readers] == [[]] * 6
    let(progress, youth, word, cast["CRT"])
    assert [read_by(progress, one, youth) for one in readers] == [[FOR_COURT], [], [], [], [], []]


def test_the_picked_one_reads_the_sentence_and_not_the_word_that_was_sent(cast, progress, sent):
    youth, word = sent
    let(progress, youth, word, cast["CRT"])
    with as_visitor("pl_team", "seat", cast["CRT"].seat) as court:
        assert court.execute("SELECT count(*) FROM progress_sentence WHERE youth_id = %s", [youth]).fetchone() == (1,)
        assert court.execute("SELECT count(*) FROM progress_word WHERE youth_id = %s", [youth]).fetchone() == (0,)


def test_taking_it_back_closes_it_at_once_and_a_new_yes_takes_the_place_of_the_old(cast, progress, sent):
    youth, word = sent
    let(progress, youth, word, cast["CRT"])
    let(progress, youth, word, cast["ATT"])
    assert read_by(progress, cast["CRT"], youth) == []
    assert read_by(progress, cast["ATT"], youth) == [FOR_COURT]
    with as_youth(youth) as me:
        progress.take_back(youth, word=word, by=me)
        progress.take_back(youth, word=word, by=me)
        assert progress.sentences(youth, word=word, by=me) == ()
    assert read_by(progress, cast["ATT"], youth) == []


def test_only_what_lasts_can_be_let_and_only_to_somebody(cast, progress, sent):
    youth, word = sent
    for fact, slots in (("fewer_leavings", {"now": 3, "before": 5}), ("pattern", {"now": 3, "before": 5})):
        with pytest.raises(progress.NotForThem):
            let(progress, youth, word, cast["CRT"], fact=fact, slots=slots)
    with pytest.raises(progress.NobodyPicked):
        let(progress, youth, word)
    assert read_by(progress, cast["CRT"], youth) == []


def test_nobody_but_the_young_person_says_yes(cast, progress, sent):
    youth, word = sent
    item = progress.Item("sustained", LASTING)
    with as_seat(cast["CRT"]) as court, pytest.raises(Refused):
        progress.let_read(youth, word=word, item=item, name="Sky", seats=frozenset({cast["CRT"].seat}), by=court)
    with as_seat(cast["SW"]) as sw, pytest.raises(Refused):
        progress.let_read(youth, word=word, item=item, name="Sky", seats=frozenset({cast["CRT"].seat}), by=sw)
    assert read_by(progress, cast["CRT"], youth) == []


def test_police_and_probation_can_never_be_picked(progress):
    assert [role for role in ("LE", "PO", "SC", "ST", "ADM", "ED", "CG") if progress.may_be_let(role)] == []
    assert all(progress.may_be_let(role) for role in ("CRT", "ATT", "CASA"))


@pytest.mark.parametrize("accept", ["en", "es"])
def test_a_young_person_reads_it_first_picks_and_takes_back(cast, progress, accept):
    name = {"en": "Marlo", "es": "Remy"}[accept]
    youth = young_person(cast, "CRT", "ATT", "PO", "LE", name=name)
    with as_seat(cast["SW"]) as sw:
        word = progress.send_fact(youth, said=said("sustained", LASTING), by=sw)
    address = f"/n/30/{word}"
    with youth_browser(youth, accept=accept) as page:
        words = page.text("/n/11")
        assert address in words
        with statements() as asked:
            shown = looked_at(page.text(address), house="youth", address="n/30", simple=accept == "en")
        assert len(asked) <= 12
        assert all(cast[role].name in shown for role in ("CRT", "ATT"))
        assert cast["PO"].name not in shown
        assert cast["LE"].name not in shown
        assert page.send(address, do="send").status_code == 422
        assert page.send(address, do="send", seats=str(cast["PO"].seat)).status_code == 422
        assert page.send(address, do="send", seats=str(cast["CRT"].seat)).status_code == 303
        looked_at(page.text(address), house="youth", address="n/30", simple=accept == "en")
    with team_browser(cast["CRT"]) as page:
        card = page.text("/")
        assert FOR_COURT in card
        assert name in card
        looked_at(card, house="team", address="/")
    with youth_browser(youth, accept=accept) as page:
        assert page.send(address, do="discard").status_code == 303
    with team_browser(cast["CRT"]) as page:
        assert name not in page.text("/")


def test_a_fact_has_no_such_page_and_nobody_elses_word_either(cast, progress, sent):
    youth, word = sent
    with as_seat(cast["SW"]) as sw:
        fact = progress.send_fact(youth, said=said("own_return"), by=sw)
    with youth_browser(youth) as page:
        assert page.get(f"/n/30/{fact}").status_code == 404
    other = young_person(cast)
    with youth_browser(other) as page:
        assert page.get(f"/n/30/{word}").status_code == 404


def test_what_the_record_does_not_hold_any_more_can_be_taken_back_and_not_let_anew(cast, progress, sent, monkeypatch):
    from datetime import timedelta

    from porchlight.flows import recognising

    youth, _stands = sent
    with as_seat(cast["SW"]) as sw:
        gone = replace(said("sustained", LASTING), rests_on=("a day that is not on record",))
        word = progress.send_fact(youth, said=gone, by=sw)
    let(progress, youth, word, cast["CRT"])
    monkeypatch.setattr(recognising, "READ_AGAIN", timedelta(weeks=13))  # nothing is on record behind it
    with youth_browser(youth) as page:
        assert f"/n/30/{word}" in page.text("/n/11")
        shown = looked_at(page.text(f"/n/30/{word}"), house="youth", address="n/30")
        assert "Our notes changed" in shown
        assert "Take it back" in shown
        page.send(f"/n/30/{word}", do="send", seats=str(cast["ATT"].seat))
        assert page.send(f"/n/30/{word}", do="discard").status_code == 303
        assert "Let them read it" not in page.text(f"/n/30/{word}")
    assert read_by(progress, cast["CRT"], youth) == read_by(progress, cast["ATT"], youth) == []


def test_a_yes_ends_by_itself_after_ninety_days(cast, progress, sent):
    from datetime import timedelta

    from porchlight.policy.api import lines

    youth, word = sent
    let(progress, youth, word, cast["CRT"])
    with as_youth(youth) as me:
        (line,) = [one for one in lines(youth, by=me) if one.row and one.category == "K10"]
        assert timedelta(days=89) < line.ends_at - line.starts_at <= timedelta(days=91)
