"""The definition's pages: what each seat is shown, what is refused beside its field, and that nothing typed is lost."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from porchlight.adoption.definition import api as definition
from porchlight.adoption.files.rules import read_pdf
from porchlight.adoption.ground.api import case_free
from porchlight.kernel import clock
from tests.adoption.counties import AGENCIES, make_county
from tests.adoption.drafts import PASSAGE, answers, closed, draft, in_force, one, said, text, wordings
from tests.support.client import team_browser


def test_j12_three_agencies_texts_stand_side_by_side_with_marks_that_need_no_colour(county):
    wordings(county)
    everyone = "&".join(f"text{n}={county.agencies[one]}" for n, one in enumerate(AGENCIES, 1))
    with team_browser(county["chair"]) as chair:
        page = chair.text(f"/definition/wordings?{everyone}&marks=yes")
    assert page.count('class="card"') == 3
    assert "<ins>" in page
    assert "<del>" in page
    assert "only here:" in page
    assert "only in the first:" in page


def test_texts_that_were_written_apart_are_read_without_marks_first(county):
    wordings(county)
    with team_browser(county["chair"]) as chair:
        page = chair.text("/definition/wordings")
    assert page.count('class="card"') == 3
    assert "<ins>" not in page
    assert "We stay beside the young person." in page


def test_texts_that_are_nearly_one_are_marked_at_once(county):
    for agency, words in (("services", "We keep every door open."), ("probation", "We keep each door open.")):
        with county.by(f"{agency}.lead") as lead:
            definition.write_wording(words=case_free(words, by=lead), by=lead)
    both = f"text1={county.agencies['services']}&text2={county.agencies['probation']}"
    with team_browser(county["chair"]) as chair:
        assert "<del>" in chair.text("/definition/wordings")
        assert "<del>" not in chair.text(f"/definition/wordings?{both}"), "the reader took the tick out"


def test_the_reader_picks_which_texts_are_compared(county):
    wordings(county)
    services, advocates = county.agencies["services"], county.agencies["advocates"]
    with team_browser(county["services.worker"]) as worker:
        page = worker.text(f"/definition/wordings?text1={services}&text2={advocates}&text3=nothing")
        assert page.count('class="card"') == 2
        assert worker.text("/definition/wordings?text1=nothing").count('class="card"') == 3


def test_a_lead_writes_the_agencys_words_and_sees_what_it_said_before(county):
    with team_browser(county["services.lead"]) as lead:
        assert lead.send("/definition/wording", words=" ").status_code == 422
        assert lead.send("/definition/wording", words="First.").status_code == 303
        assert lead.send("/definition/wording", words="Second.").status_code == 303
        page = lead.text("/definition/wording")
        assert "First." in page
        assert "Second." in page
        refused = lead.send("/definition/wording", words="Case 23JV0012 showed us.")
        assert refused.status_code == 422
        assert "looks like a case number" in refused.content.decode()
        assert "Case 23JV0012 showed us." in refused.content.decode()
    with team_browser(county["services.worker"]) as worker:
        assert worker.get("/definition/wording").status_code == 404


def test_s16d_two_people_at_one_passage_see_both_texts_and_lose_nothing(county):
    version = draft(county)
    (found,) = text(county, version)
    address = f"/definition/{version}/write/{found.passage}"
    with team_browser(county["member"]) as member, team_browser(county["chair"]) as chair:
        assert member.send(address, edition="1", heading="Ours", words="What the member wrote.").status_code == 303
        late = chair.send(address, edition="1", heading="Mine", words="What the chair wrote.")
        assert late.status_code == 422
        page = late.content.decode()
        for words in ("Somebody else saved this part", "What the member wrote.", "What the chair wrote.", "Mine"):
            assert words in page
        assert 'name="edition" value="2"' in page
        assert chair.send(address, edition="2", heading="Ours", words="Both.").status_code == 303
    assert [one.words for one in text(county, version)] == ["Both."]


def test_a_passage_that_was_taken_out_meanwhile_is_put_back_by_saving_it(county):
    version = draft(county)
    (found,) = text(county, version)
    page, address = f"/definition/{version}/starters", f"/definition/{version}/write/{found.passage}"
    with team_browser(county["chair"]) as chair:
        assert chair.send(f"/definition/{version}/out/{found.passage}", page=page, edition="1").status_code == 303
        assert chair.get(address).status_code == 404
    assert text(county, version) == ()


@pytest.mark.parametrize("kind", definition.KINDS)
def test_every_kind_of_passage_is_added_by_its_form(county, kind):
    version = draft(county)
    address = f"/definition/{version}/new/{kind}"
    with team_browser(county["chair"]) as chair:
        assert chair.send(address, words="").status_code == 422
        assert chair.send(address, heading="Near", words="Close by.", words_es="Cerca.").status_code == 303
        page = chair.text(f"/definition/{version}")
        assert "Close by." in page
        assert chair.get(f"/definition/{version}/new/nothing").status_code == 404
    assert {one.kind for one in text(county, version)} == {"passage", kind}


def test_starters_and_writers_are_put_in_by_the_chair(county):
    version = draft(county)
    with team_browser(county["chair"]) as chair:
        chair.send(f"/definition/{version}/starters", starter=["w-door", "t-safe", "x-nothing"])
        page = chair.text(f"/definition/{version}")
        assert "We will not close a door because somebody is away." in page
        assert 'value="w-door"' not in chair.text(f"/definition/{version}/starters")
        address = f"/definition/{version}/writers"
        assert chair.send(address, youth="The county youth board").status_code == 303
        assert chair.send(address, youth="born 5/4/2010").status_code == 422
        assert "The county youth board" in chair.text(f"/definition/{version}")


def test_a_caregiver_comments_in_spanish_and_the_chair_answers(county):
    version = draft(county)
    (found,) = text(county, version)
    address = f"/definition/{version}/talk/{found.passage}"
    with team_browser(county["services.worker"]) as worker:
        assert worker.send(address, words="").status_code == 422
        assert worker.send(address, words="¿Y de noche?").status_code == 303
        assert "1 comment" in worker.text(f"/definition/{version}")
    with county.by("chair") as chair:
        (row,) = definition.comments(version, by=chair)
    reply = f"{address}/reply/{row.id}"
    with team_browser(county["chair"]) as chair:
        assert chair.send(reply, page=address, outcome="", why="Because.").status_code == 422
        refused = chair.send(reply, page=address, outcome="no", why="")
        assert refused.status_code == 422
        assert "why it was not taken in" in refused.content.decode()
        assert chair.send(reply, page=address, outcome="no", why="It stands below.").status_code == 303
    with team_browser(county["services.worker"]) as worker:
        page = worker.text(address)
        assert "Not taken in" in page
        assert "It stands below." in page
        assert worker.send(f"{address}/back/{row.id}", page=address).status_code == 303
        assert "¿Y de noche?" not in worker.text(address)
        assert worker.send(reply, page=address, outcome="yes").status_code == 404


def test_a_member_comments_on_nothing_that_is_not_there(county):
    version = draft(county)
    with team_browser(county["services.worker"]) as worker:
        assert worker.get(f"/definition/{version}/talk/{version}").status_code == 404


def test_the_chair_closes_the_text_for_answers_and_picks_whom_to_ask(county):
    version = draft(county)
    address = f"/definition/{version}/close"
    asked = [str(county.agencies["services"]), "nothing"]
    yesterday = clock.county_time(clock.now()).date() - timedelta(days=1)
    with team_browser(county["chair"]) as chair:
        assert chair.text(address).count(" checked") == 3
        assert "Nobody signs for them yet" in chair.text(address)
        assert chair.send(address).status_code == 422
        late = chair.send(address, asked=asked, answers_by=f"{yesterday}")
        assert late.status_code == 422
        assert late.content.decode().count(" checked") == 1
        assert chair.send(address, asked=asked, answers_by="").status_code == 303
        assert chair.send(address, asked=asked).status_code == 422
        page = chair.text(f"/definition/{version}")
    assert one(county, version).fingerprint in page
    assert f"/definition/{version}/write/" not in page


def test_s16d_a_signatory_answers_with_a_reason_once_and_the_first_stands(county):
    version = closed(county)
    address = f"/definition/{version}/answer"
    with team_browser(county["advocates.signatory"]) as signatory:
        assert one(county, version).fingerprint in signatory.text(address)
        refused = signatory.send(address, answer="dissents", reason="")
        assert refused.status_code == 422
        assert "Please write why" in refused.content.decode()
        once = re.search(r'name="once" value="([^"]+)"', signatory.text(address))[1]
        assert signatory.send(address, answer="dissents", reason="The first part is too narrow.").status_code == 303
        again = signatory.client.post(address, {"once": once, "answer": "ratifies", "reason": "We changed our mind."})
        assert again.status_code == 422
        page = again.content.decode()
        assert "The first answer stands" in page
        assert "We changed our mind." in page
        assert 'name="reason"' not in signatory.text(address)
    with team_browser(county["services.worker"]) as worker:
        page = worker.text(f"/definition/{version}")
    for words in ("The first part is too narrow.", county["advocates.signatory"].name, "dissents"):
        assert words in page
    assert [one.kind for one in said(county, version).answers] == ["dissents"]


def test_the_chair_declares_it_in_force_and_publishes_it(cast):
    county = make_county(cast)
    version = closed(county)
    answers(county, version, services="ratifies", probation="ratifies")
    with team_browser(county["chair"]) as chair:
        early = chair.send(f"/definition/{version}/force", page=f"/definition/{version}")
        assert early.status_code == 422
        assert "Declare it in force" not in chair.text(f"/definition/{version}"), "one agency has not answered"
        answers(county, version, advocates="dissents")
        assert "Declare it in force" in chair.text(f"/definition/{version}")
        assert chair.send(f"/definition/{version}/force", page=f"/definition/{version}").status_code == 303
        assert chair.send(f"/definition/{version}/publish", page=f"/definition/{version}").status_code == 303
    from porchlight.adoption.publishing import api as publishing

    with county.by("chair") as chair:
        found = {one.language: one for one in publishing.publications(by=chair, county=county.key)}
    assert set(found) == {"en", "es"}
    with team_browser() as anybody:
        page = anybody.text(f"/published/{found['en'].id}")
        pdf = anybody.get(f"/published/{found['en'].id}/file").content
        spanish = anybody.text(f"/published/{found['es'].id}")
    assert PASSAGE in page
    assert one(county, version).fingerprint in page
    assert "dissents" in page
    assert "La persona guía." in spanish
    assert one(county, version).fingerprint in read_pdf(pdf).text


def test_the_young_peoples_text_is_published_under_a_title_of_its_own(county):
    version = draft(county)
    from tests.adoption.drafts import written

    with county.by("chair") as chair:
        young = written(kind="youth", heading="Us", words="We say what safe is.")
        definition.write_passage(version, written=young, by=chair)
        definition.close_round(version, asked=[county.agencies["services"]], answers_by=None, by=chair)
    answers(county, version, services="ratifies")
    with team_browser(county["chair"]) as chair:
        chair.send(f"/definition/{version}/force", page=f"/definition/{version}")
        chair.send(f"/definition/{version}/publish", page=f"/definition/{version}")
    from porchlight.adoption.publishing import api as publishing

    with county.by("chair") as chair:
        found = publishing.publications(by=chair, county=county.key)
    titles = {one.title: one.body for one in found if one.language == "en"}
    assert "We say what safe is." in titles["What we agreed on, in young people's words"]
    assert "We say what safe is." not in titles["What harm reduction means here"]


def test_s16d_the_sheet_carries_fingerprint_signatures_and_dissent(county):
    version = in_force(county)
    with team_browser(county["services.worker"]) as worker:
        answer = worker.get(f"/definition/{version}/paper")
    assert answer.headers["Content-Type"] == "application/pdf"
    words = read_pdf(answer.content).text
    for said_there in (one(county, version).fingerprint, PASSAGE[:20], "dissents", "Our board wants"):
        assert said_there in words
