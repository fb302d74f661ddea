"""The pages of guidance: what readers, keepers and senders see and do there, and what is refused beside its field."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from porchlight.adoption.guidance import api as guidance
from porchlight.adoption.guidance.shipped import EVIDENCE
from tests.adoption.counties import make_county
from tests.adoption.guides import acknowledges, add, counted, draft, guide_of, send, staff, today
from tests.adoption.test_files_and_publishing import a_pdf
from tests.adoption.test_guidance_sending import asks
from tests.pages.looking import looked_at
from tests.support.client import ONCE, team_browser
from tests.support.statements import statements

WORKER = "services.worker"
PROMISING = EVIDENCE["promising"]
MOST_STATEMENTS = 12


def typed(**more) -> dict[str, object]:
    """A document as a keeper types it."""
    said = {
        "title": "Our way home", "publisher": "The county", "language": "en", "part": "role", "evidence": "promising",
        "review_on": (today() + timedelta(days=90)).isoformat(), "body": "Open the **door**.", "roles": ["SW"],
    }  # fmt: skip
    return said | more


def saved(county, *, who="chair", page="/guidance/new", **more):
    with team_browser(county[who]) as keeper:
        return keeper.send(page, **typed(**more))


def page_of(county, who, address) -> str:
    with team_browser(county[who]) as browser, statements() as asked:
        answer = browser.get(address)
        assert answer.status_code == 200, address
        assert len(asked) <= MOST_STATEMENTS, f"{address}: {len(asked)} statements"
        return looked_at(answer.content.decode(), house="team", address=address)


def test_s2_a_worker_reads_what_is_for_their_role_first_with_its_grade_in_words(county):
    html = page_of(county, WORKER, "/guidance")
    assert html.index("For your role") < html.index("For social workers") < html.index("For other roles")
    assert PROMISING in html
    assert "Add a document" not in html
    assert "For probation" in page_of(county, WORKER, "/guidance?q=probation")
    assert "Nothing found" in page_of(county, WORKER, "/guidance?q=zzzz")
    spanish = page_of(county, WORKER, "/guidance?lang=es")
    assert "Para quienes cuidan" in spanish
    assert "For probation" not in spanish


def test_s2_the_grade_stands_wherever_the_title_stands(county):
    version = add(county, title="Known title", evidence="none", readers=("public",))
    sending = send(county, version, to=guidance.Audience(roles=("SW",)))
    places = {
        WORKER: ["/guidance", f"/guidance/v/{version}", "/guidance/mine"],
        "services.manager": ["/", "/practice"],
        "chair": ["/guidance/send", f"/guidance/sent/{sending}"],
    }
    for who, addresses in places.items():
        for address in addresses:
            html = page_of(county, who, address)
            assert "Known title" in html, address
            assert EVIDENCE["none"] in html, address


def test_a_document_that_comes_along_says_so_and_that_nobody_looked_through_it(county):
    html = page_of(county, WORKER, "/guidance/s/social-worker/en")
    assert "Comes with Porchlight" in html
    assert "Nobody outside has looked through these words yet." in html
    assert "Take it over" not in html
    with team_browser(county[WORKER]) as browser:
        assert browser.get("/guidance/s/nothing/en").status_code == 404
        assert browser.get("/guidance/v/00000000-0000-4000-8000-000000000000").status_code == 404


def test_the_chair_takes_over_one_and_then_all_by_one_button(county):
    with team_browser(county["chair"]) as chair:
        assert chair.send("/guidance/take", page="/guidance/s/probation/en", key="probation").status_code == 303
        assert chair.text("/guidance").count("Comes with Porchlight") == len(guidance.shipped()) - 1
        assert chair.send("/guidance/take", page="/guidance").status_code == 303
        assert "Comes with Porchlight" not in chair.text("/guidance")
    with team_browser(county["services.lead"]) as lead:
        assert "Take over" not in lead.text("/guidance")
        assert lead.send("/guidance/take", page="/guidance").status_code == 404


def test_a_keeper_writes_a_page_and_a_new_version_and_sees_both(county):
    answer = saved(county)
    at = answer.headers["Location"]
    html = page_of(county, "chair", at)
    assert "<strong>door</strong>" in html
    guide = guide_of(county, UUID(at.rsplit("/", 1)[-1]))
    to = f"/guidance/d/{guide}/new/en"
    assert "Open the **door**." in page_of(county, "chair", to)
    again = saved(county, page=to, body="Open it wider.", after="1")
    assert "Version 1" in page_of(county, "chair", again.headers["Location"])
    assert "There is a newer version." in page_of(county, WORKER, at)
    spanish = f"/guidance/d/{guide}/new/es"
    assert saved(county, page=spanish, title="Abre", language="es", after="0").status_code == 303
    assert "Español" in page_of(county, WORKER, again.headers["Location"])


def test_two_versions_at_once_nothing_is_lost_and_the_second_send_keeps_it(county):
    guide = guide_of(county, add(county))
    with county.by("services.lead") as lead:
        guidance.add_version(guide, draft=draft(lead, title="Theirs"), after=1, by=lead)
    to = f"/guidance/d/{guide}/new/en"
    late = saved(county, page=to, body="What I wrote.", after="1")
    assert late.status_code == 422
    html = late.content.decode()
    assert "Somebody saved a newer version while you wrote." in html
    assert "What I wrote." in html
    assert 'name="after" value="2"' in html
    assert saved(county, page=to, body="What I wrote.", after="2").status_code == 303


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"review_on": "2020-01-01"}, "That day has passed."),
        ({"review_on": "soon"}, "We could not read that date."),
        ({"title": ""}, "Please write a title."),
        ({"body": ""}, "Please write the page, or pick a PDF."),
        ({"evidence": "proven"}, "Please say what is known about it."),
        ({"body": "Born on May 4, 2010."}, "looks like a birth date"),
    ],
)
def test_what_is_not_right_yet_is_said_beside_its_field_and_nothing_is_lost(one_county, wrong, said):
    answer = saved(one_county, **{"publisher": "A publisher that stays"} | wrong)
    assert answer.status_code == 422
    html = looked_at(answer.content.decode(), house="team", address="/guidance/new")
    assert said in html
    assert "A publisher that stays" in html


def test_a_pdf_is_kept_shown_and_found_by_its_words(county):
    pdf = SimpleUploadedFile("notice.pdf", a_pdf("The heron stands still."), content_type="application/pdf")
    at = saved(county, body="", file=pdf).headers["Location"]
    assert "Open the PDF" in page_of(county, WORKER, at)
    assert "Our way home" in page_of(county, WORKER, "/guidance?q=heron")
    with team_browser(county[WORKER]) as worker:
        answer = worker.get(f"{at}/file")
        assert answer.headers["Content-Type"] == "application/pdf"
        assert "notice.pdf" in answer.headers["Content-Disposition"]
    guide = guide_of(county, UUID(at.rsplit("/", 1)[-1]))
    kept = saved(county, page=f"/guidance/d/{guide}/new/en", after="1").headers["Location"]
    assert "Open the PDF" in page_of(county, WORKER, kept)
    gone = saved(county, page=f"/guidance/d/{guide}/new/en", after="2", no_file="yes").headers["Location"]
    assert "Open the PDF" not in page_of(county, WORKER, gone)
    with team_browser(county[WORKER]) as worker:
        assert worker.get(f"{gone}/file").status_code == 404


@pytest.mark.parametrize(
    ("body", "said"), [(b"a letter", "is not a PDF"), (b"%PDF-1.7 nothing", "is not a PDF")], ids=["letter", "broken"]
)
def test_a_pdf_that_is_none_is_said_beside_the_field_and_what_was_typed_stays(one_county, body, said):
    answer = saved(one_county, file=SimpleUploadedFile("x.pdf", body))
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert "Our way home" in answer.content.decode()


def test_a_pdf_over_the_limit_is_refused_by_its_size_and_what_was_typed_stays(one_county):
    answer = saved(one_county, file=SimpleUploadedFile("big.pdf", b"%PDF-" + b"0" * 20_000_000))
    assert answer.status_code == 422
    assert "larger than 20 MB" in answer.content.decode()
    assert "Our way home" in answer.content.decode()


def test_markdown_with_scripts_is_shown_as_words(one_county):
    at = saved(one_county, body="<script>alert(1)</script> [x](javascript:alert(1)) ![p](https://e.example/p.png)")
    with team_browser(one_county[WORKER]) as worker:
        html = worker.text(at.headers["Location"])
    assert "<script>alert" not in html
    assert 'href="javascript' not in html
    assert "<img" not in html


def test_a_review_day_that_has_passed_is_said_on_the_page_and_in_the_library(county, monkeypatch):
    version = add(county, title="Old words", review_on=today())
    from porchlight.kernel import clock

    later = clock.now() + timedelta(days=2)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert "The day to look at it anew was" in page_of(county, WORKER, f"/guidance/v/{version}")
    assert "Its day to be looked at has passed" in page_of(county, WORKER, "/guidance?q=old+words")


def test_moments_are_tied_on_a_page_and_what_no_page_has_yet_says_so(county):
    guide = guide_of(county, add(county, title="At the door"))
    to = f"/guidance/d/{guide}/moments"
    assert "No page has this moment yet." in page_of(county, "chair", to)
    with team_browser(county["services.trainer"]) as trainer:
        assert trainer.send(to, someone_left=["SW", "X"], hearing_nears="CRT", breakfast="SW").status_code == 303
    with county.by(WORKER) as reader:
        assert guidance.moments_of(guide, by=reader) == {("someone_left", "SW"), ("hearing_nears", "CRT")}
    html = page_of(county, WORKER, "/guidance?at=someone_left")
    assert "At the door" in html
    assert "For social workers" not in html


def test_a_document_is_taken_out_and_put_back_by_its_page(county):
    version = add(county, title="Old")
    out = f"/guidance/d/{guide_of(county, version)}/out"
    with team_browser(county["chair"]) as chair:
        assert chair.send(out, page=f"/guidance/v/{version}", do="out").status_code == 303
    assert "Old" not in page_of(county, WORKER, "/guidance?q=old")
    assert "Taken out of the library: 1" in page_of(county, "chair", "/guidance")
    assert "It was taken out of the library." in page_of(county, WORKER, f"/guidance/v/{version}")
    with team_browser(county["chair"]) as chair:
        assert chair.send(out, page=f"/guidance/v/{version}", do="back").status_code == 303
    assert "Old" in page_of(county, WORKER, "/guidance")


def test_the_chair_publishes_for_the_board_and_the_public_and_ends_it(cast):
    ours = make_county(cast, key="sample-pages")
    version = add(ours, title="Out in the open", readers=("board",))
    to = f"/guidance/v/{version}/publish"
    assert "Publish this version" not in page_of(ours, "services.lead", f"/guidance/v/{version}")
    with team_browser(ours["chair"]) as chair:
        answer = chair.send(to, page=f"/guidance/v/{version}")
        assert answer.status_code == 303
    with team_browser() as anybody:
        html = anybody.text(answer.headers["Location"])
        assert "Out in the open" in html
        assert PROMISING in html
    assert "End publishing" in page_of(ours, "chair", f"/guidance/v/{version}")
    with team_browser(ours["chair"]) as chair:
        assert chair.send(to, page=f"/guidance/v/{version}", do="end").status_code == 303
    with team_browser() as anybody:
        assert anybody.get(answer.headers["Location"]).status_code == 404


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
    assert "5 got it" in page_of(county, "chair", "/guidance/sent")


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
