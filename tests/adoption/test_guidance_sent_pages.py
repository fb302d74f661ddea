"""Guidance that is sent, page by page: before it goes out, at whoever got it, and what the sender may see."""

from __future__ import annotations

from datetime import timedelta

import pytest

from porchlight.adoption.guidance import api as guidance
from porchlight.adoption.guidance.shipped import EVIDENCE
from tests.adoption.counties import make_county
from tests.adoption.guides import acknowledges, add, counted, send, staff, today
from tests.adoption.test_guidance_sending import asks
from tests.pages.looking import looked_at
from tests.support.client import ONCE, team_browser
from tests.support.statements import statements

WORKER = "services.worker"
PROMISING = EVIDENCE["promising"]
MOST_STATEMENTS = 12


def page_of(county, who, address) -> str:
    with team_browser(county[who]) as browser, statements() as asked:
        answer = browser.get(address)
        assert answer.status_code == 200, address
        assert len(asked) <= MOST_STATEMENTS, f"{address}: {len(asked)} statements"
        return looked_at(answer.content.decode(), house="team", address=address)


def to_workers(version, **more) -> dict[str, object]:
    return {"versions": [str(version)], "whom": "some", "roles": ["SW"], "do": "send"} | more


def test_a_sender_sees_how_many_before_it_goes_out(county):
    version = add(county)
    with team_browser(county["chair"]) as chair:
        looked = chair.send("/guidance/send", **to_workers(version, do="look", note="Read it over coffee."))
        assert looked.status_code == 200
        assert "5 people would get it. Nothing was sent yet." in looked.content.decode()
        assert "Read it over coffee." in looked.content.decode()
        assert "Nothing was sent yet" in chair.text("/guidance/sent")
        sent = chair.send("/guidance/send", **to_workers(version, asks="yes", due_on=today().isoformat()))
        assert sent.status_code == 303
    assert "0 of 5 said that they have read it" in page_of(county, "chair", sent.headers["Location"])
    assert "Got it: 5" in page_of(county, "chair", "/guidance/sent")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"versions": []}, "Please pick at least one document."),
        ({"whom": ""}, "Please say who gets it."),
        ({"roles": []}, "Please pick a role or an agency."),
        ({"whom": "names", "names": ""}, "Please write at least one name."),
        ({"whom": "names", "names": "Nobody Known"}, "We found nobody in this county called: Nobody Known."),
        ({"roles": ["CRT"]}, "Nobody fits that choice"),
        ({"due_on": "2020-01-01"}, "That day has passed"),
        ({"note": "About case 23JV0012."}, "looks like a case number"),
    ],
)
def test_a_sending_that_is_not_right_yet_is_said_beside_its_field(one_county, more, said):
    version = add(one_county)
    with team_browser(one_county["chair"]) as chair:
        answer = chair.send("/guidance/send", **to_workers(version, **more))
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_people_are_picked_by_name_and_a_shared_name_asks_for_the_agency(cast, county):
    version, worker = add(county), county[WORKER].name
    with team_browser(county["chair"]) as chair:
        sent = chair.send("/guidance/send", **to_workers(version, whom="names", names=worker.upper()))
        assert sent.status_code == 303
        everybody = chair.send("/guidance/send", **to_workers(version, whom="all"))
    assert "0 of 1 have opened it" in page_of(county, "chair", sent.headers["Location"])
    assert "0 of 16 have opened it" in page_of(county, "chair", everybody.headers["Location"])


def test_a_reader_meets_a_line_opens_says_that_they_read_it_and_the_line_is_gone(county):
    version = add(county, title="Please read")
    send(county, version, asks=True, due_on=today())
    for address in ("/", "/practice"):
        html = page_of(county, WORKER, address)
        assert "Please read" in html
        assert "Please by" in html
    html = page_of(county, WORKER, f"/guidance/v/{version}")
    assert "We keep that you opened it." in html
    assert "It does not say what you do." in html
    assert page_of(county, WORKER, f"/guidance/v/{version}").count("I have read it") == 1
    with team_browser(county[WORKER]) as worker:
        assert worker.send(f"/guidance/v/{version}/read", page=f"/guidance/v/{version}").status_code == 303
    assert "Please read" not in page_of(county, WORKER, "/")
    assert "You said on" in page_of(county, WORKER, f"/guidance/v/{version}")
    assert "You read it" in page_of(county, WORKER, "/guidance/mine")


def test_after_the_day_a_second_line_stands_there_and_nothing_turns_red(county, monkeypatch):
    version = add(county)
    send(county, version, asks=True, due_on=today())
    from porchlight.kernel import clock

    later = clock.now() + timedelta(days=3)
    monkeypatch.setattr(clock, "now", lambda: later)
    html = page_of(county, WORKER, "/practice")
    assert "The day for it was" in html
    assert 'data-state="late"' not in html


def test_who_was_not_sent_it_reads_it_and_nothing_is_kept(county):
    version = add(county)
    sending = send(county, version, who="services.lead", to=guidance.Audience())
    html = page_of(county, "probation.worker", f"/guidance/v/{version}")
    assert "We keep that you opened it." not in html
    assert counted(county, sending) == [(4, 0, 0, 0)]
    with team_browser(county["probation.worker"]) as other:
        assert other.send(f"/guidance/v/{version}/read", page="/practice").status_code == 422


def test_a_question_is_answered_once_for_all_who_asked_it(county):
    version = add(county, title="The plan")
    sending = send(county, version)
    with team_browser(county[WORKER]) as worker:
        page = f"/guidance/v/{version}"
        assert worker.send(f"{page}/ask", page=page, words="").status_code == 422
        assert worker.send(f"{page}/ask", page=page, words="What about nights?").status_code == 303
        assert "No answer yet." in worker.text(page)
    same = asks(county, "services.manager", version, "And at night?")
    html = page_of(county, "chair", f"/guidance/sent/{sending}")
    assert "What about nights?" in html
    assert county[WORKER].name in html
    with county.by("chair") as chair:
        items = [one.item for one in guidance.sendings(only=sending, by=chair)[0].items]
        ids = [str(one.id) for one in guidance.questions_of(items, by=chair)]
    with team_browser(county["chair"]) as chair:
        to, page = f"/guidance/sent/{sending}/answer", f"/guidance/sent/{sending}"
        assert chair.send(to, page=page, questions=[], words="Any hour.").status_code == 422
        refused = chair.send(to, page=page, questions=ids, words="Case 23JV0012 says so.")
        assert "looks like a case number" in refused.content.decode()
        said = {"questions": ids, "words": "Any hour.", "shown_as": "Does it hold at night?"}
        assert chair.send(to, page=page, **said).status_code == 303
        assert "Answered: 2" in chair.text(page)
    assert str(same) in ids
    for who in (WORKER, "services.manager"):
        assert "Your question has an answer:" in page_of(county, who, "/practice")
        assert page_of(county, who, f"/guidance/v/{version}").count("Any hour.") == 1
        assert "Your question has an answer:" not in page_of(county, who, "/practice")
    other = page_of(county, "probation.worker", f"/guidance/v/{version}")
    assert "Does it hold at night?" in other
    assert "What about nights?" not in other


def test_a_recipient_sees_nobody_elses_receipt_and_a_stranger_no_list(county):
    sending = send(county, add(county), who="services.lead")
    for who, status in ((WORKER, 404), ("services.manager", 404), ("probation.lead", 404), ("chair", 200)):
        with team_browser(county[who]) as browser:
            assert browser.get(f"/guidance/sent/{sending}").status_code == status, who


def test_the_list_names_only_who_has_not_read_it_yet_and_for_whom_it_was(cast, county):
    version = add(county)
    names = staff(cast, county, 2, agency="probation")
    sending = send(county, version, to=guidance.Audience(agencies=(county.agencies["probation"],)), asks=True)
    acknowledges(county, names[0], version)
    html = page_of(county, "chair", f"/guidance/sent/{sending}")
    assert "1 of 7 said that they have read it" in html
    assert county[names[1]].name in html
    assert county[names[0]].name not in html
    assert "A receipt says that somebody read it. It says nothing about what is done." in html


def test_the_form_of_a_document_is_for_keepers_alone(county):
    with team_browser(county[WORKER]) as worker:
        for address in ("/guidance/new", "/guidance/send", "/guidance/sent"):
            assert worker.get(address).status_code == 404
    with team_browser(county["chair"]) as chair:
        assert ONCE.search(chair.text("/guidance/new"))


def test_texts_in_the_readers_language_stand_first(cast):
    county = make_county(cast)
    add(county, title="A door in English", roles=("SW",), moments=())
    add(county, title="Una puerta", language="es", roles=("SW",), moments=())
    with team_browser(county[WORKER]) as worker:
        english = worker.text("/guidance")
        worker.send("/language", page="/guidance", lang="es")
        spanish = worker.text("/guidance")
    assert english.index("A door in English") < english.index("Una puerta")
    assert spanish.index("Una puerta") < spanish.index("A door in English")


def test_nobody_is_asked_for_what_they_have_done(cast):
    county = make_county(cast)
    version = add(county)
    send(county, version, asks=True, due_on=today() + timedelta(days=2))
    assert "Please by" in page_of(county, WORKER, f"/guidance/v/{version}")
    acknowledges(county, WORKER, version)
    page = page_of(county, WORKER, f"/guidance/v/{version}")
    assert "Please by" not in page
    assert "You said on" in page


def test_a_question_that_is_being_typed_stays_when_the_language_changes(cast):
    county = make_county(cast)
    version = add(county)
    send(county, version)
    at = f"/guidance/v/{version}"
    with team_browser(county[WORKER]) as worker:
        there = worker.send("/language", page=at, lang="es", back=at, words="Does it hold at night?")
        assert "Does it hold at night?" in worker.text(there.headers["Location"])
