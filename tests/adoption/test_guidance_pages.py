"""The pages of guidance: what readers, keepers and senders see and do there, and what is refused beside its field."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from porchlight.adoption.guidance import api as guidance
from porchlight.adoption.guidance.shipped import EVIDENCE
from tests.adoption.counties import make_county
from tests.adoption.guides import add, draft, guide_of, send, today
from tests.adoption.test_files_and_publishing import a_pdf
from tests.pages.looking import looked_at
from tests.support.client import team_browser
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
