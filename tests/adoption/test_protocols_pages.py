"""Protocols on their pages: drafting, putting forward, answering, printing, publishing, and what went to the State."""

from __future__ import annotations

import pytest

from porchlight.adoption.files.rules import read_pdf
from porchlight.adoption.ground.api import CaseFree
from porchlight.adoption.policies import api as policies
from porchlight.adoption.publishing import api as publishing
from porchlight.project.stage import acting, in_house
from porchlight.teams import api as teams
from tests.adoption import drafts
from tests.adoption.counties import make_county
from tests.adoption.policies_made import LAWFUL, put_forward, today
from tests.support.client import team_browser
from tests.support.statements import statements


def here(answer) -> str:
    assert answer.status_code == 303
    return answer.headers["Location"]


def seats(county) -> dict[str, object]:
    return {"human_services": county.agencies["services"], "probation": county.agencies["probation"]}


def test_s16c_a_chair_writes_a_protocol_partners_answer_and_the_sheet_says_so(one_county):
    with team_browser(one_county["chair"]) as chair:
        draft = here(chair.send("/protocols", title="How we work together"))
        for section, body in LAWFUL.items():
            assert here(chair.send(f"{draft}/{section}", body=body, after="")) == draft
        page = draft.removesuffix("/draft")
        assert here(chair.send(f"{page}/partners", page=draft, **seats(one_county))) == draft
        assert here(chair.send(f"{page}/forward", page=draft)) == page
    with team_browser(one_county["services.signatory"]) as signatory:
        assert "Sign for" in signatory.text(page)
        assert here(signatory.send(f"{page}/1/sign", page=page)) == page
        assert "Sign for" not in signatory.text(page)
    with team_browser(one_county["probation.signatory"]) as signatory:
        assert signatory.send(f"{page}/1/decline", page=page, because="").status_code == 422
        assert here(signatory.send(f"{page}/1/decline", page=page, because="We have no night desk.")) == page
    with team_browser(one_county["advocates.worker"]) as anybody:
        sheet = anybody.text(page)
        for words in (
            f"Signed by {one_county['services.signatory'].name}", "Does not sign, because: We have no night desk.",
            "Signed: 1 · Do not sign: 1 · ", "This seat is missing.", "No shared definition was in force then.",
            *LAWFUL.values(),
        ):  # fmt: skip
            assert words in sheet
        assert "Sign for" not in sheet
        assert "Write the draft" not in sheet


def test_the_printed_sheet_and_the_pdf_carry_text_signatures_and_the_same_fingerprint(one_county):
    protocol = put_forward(one_county)
    with one_county.by("services.signatory") as signatory:
        policies.sign_protocol(protocol, number=1, by=signatory)
        mark = policies.protocol(protocol, by=signatory).version.fingerprint
    with team_browser(one_county["advocates.worker"]) as anybody:
        printed = anybody.text(f"/protocols/{protocol}/1/print")
        pdf = anybody.get(f"/protocols/{protocol}/1/paper")
        assert pdf.headers["Content-Type"] == "application/pdf"
        text = " ".join(read_pdf(pdf.content).text.split())
        for words in (mark, "How we work together", "Signed by", *LAWFUL.values()):
            assert words in printed
            assert words in text
        assert anybody.get(f"/protocols/{protocol}/7/paper").status_code == 404


def test_a_protocol_that_lacks_a_section_of_law_comes_back_with_its_name(one_county):
    with team_browser(one_county["chair"]) as chair:
        draft = here(chair.send("/protocols", title="Half"))
        assert "The law asks for it" in chair.text(draft)
        answer = chair.send(f"{draft.removesuffix('/draft')}/forward", page=draft)
        assert answer.status_code == 422
        assert "How the team works together" in answer.content.decode()


def test_s16d_what_a_protocol_rests_on_is_on_page_paper_and_published_copy_and_can_not_be_typed(cast):
    county = make_county(cast, key=f"resting-{today().isoformat()}")
    protocol = put_forward(county)
    page = f"/protocols/{protocol}"
    with team_browser(county["chair"]) as chair:
        assert "No shared definition is in force yet. The sheet will say so." in chair.text(f"{page}/draft")
        mark = drafts.one(county, drafts.in_force(county)).fingerprint
        draft = chair.text(f"{page}/draft")
        assert "It rests on the shared definition that is in force now:" in draft
        assert "version 1, fingerprint" in draft
        assert mark in draft
        assert "definition_standing" not in draft
        typed = {"definition_standing": "Version 9, ABCD"}
        assert here(chair.send(f"{page}/forward", page=f"{page}/draft", **typed)) == page
        pdf = read_pdf(chair.get(f"{page}/2/paper").content)
        assert chair.send(f"{page}/publish", page=page).status_code == 303
        copy = f"/published/{_published(county)}"
        texts = (chair.text(page), chair.text(f"{page}/2/print"), " ".join(pdf.text.split()), chair.text(copy))
    for text in texts:
        assert "Version 1, in force since" in text
        assert mark in text
        assert "Version 9, ABCD" not in text


def _published(county):
    with county.by("chair") as visit:
        return publishing.publications(by=visit, county=county.key)[0].id


def test_two_who_write_the_same_passage_lose_nothing(one_county):
    protocol = put_forward(one_county)
    address = f"/protocols/{protocol}/draft/away"
    with team_browser(one_county["chair"]) as chair:
        assert chair.send(address, body="We call at six.", after="").status_code == 303
        answer = chair.send(address, body="We call at nine.", after="")
        assert answer.status_code == 422
        page = answer.content.decode()
        assert "We call at six." in page
        assert "We call at nine." in page
        with one_county.by("chair") as visit:
            newest = policies.draft(protocol, by=visit).texts["away"].id
        assert f'name="after" value="{newest}"' in page
        assert chair.send(address, body="We call at nine.", after=newest).status_code == 303
        assert chair.get(f"/protocols/{protocol}/draft/weather").status_code == 404


def test_a_signatory_who_signs_twice_reads_a_clear_sentence(one_county):
    protocol = put_forward(one_county)
    address = f"/protocols/{protocol}"
    with team_browser(one_county["services.signatory"]) as one, team_browser(one_county["services.signatory"]) as two:
        waiting = two.text(address)
        assert one.send(f"{address}/1/sign", page=address).status_code == 303
        from tests.support.client import ONCE

        once = ONCE.search(waiting).group(1)
        answer = two.client.post(f"{address}/1/sign", {"once": once})
        assert "signed this version already" in answer.content.decode()


def test_an_older_version_stays_to_be_read_and_leads_to_the_newer_one(one_county):
    protocol = put_forward(one_county)
    with one_county.by("chair") as chair:
        policies.write_section(protocol, section="away", body=CaseFree("We call at six."), after=None, by=chair)
        assert policies.put_forward(protocol, by=chair) == 2
    with team_browser(one_county["services.signatory"]) as signatory:
        old = signatory.text(f"/protocols/{protocol}/1")
        assert "There is a newer version." in old
        assert "We call at six." not in old
        assert "Sign for" not in old
        assert "We call at six." in signatory.text(f"/protocols/{protocol}")
        assert signatory.get(f"/protocols/{protocol}/9").status_code == 404


def test_a_partner_that_left_the_county_keeps_its_signature_and_is_said_to_have_left(cast, county):
    protocol = put_forward(county)
    with county.by("probation.signatory") as signatory:
        policies.sign_protocol(protocol, number=1, by=signatory)
    with in_house("team"), acting(cast.administrator) as adm:
        teams.agency_leaves(county.agencies["probation"], by=adm)
    with team_browser(county["chair"]) as chair:
        sheet = chair.text(f"/protocols/{protocol}")
        assert "probation office (has left the county)" in sheet
        assert f"Signed by {county['probation.signatory'].name}" in sheet


def test_the_chair_publishes_the_sheet_and_anybody_reads_it_without_signing_in(cast):
    county = make_county(cast, key=f"published-{today().isoformat()}")
    protocol = put_forward(county)
    with team_browser(county["chair"]) as chair:
        page = f"/protocols/{protocol}"
        assert "Publish it for everybody" in chair.text(page)
        assert chair.send(f"{page}/publish", page=page).status_code == 303
    row = _published(county)
    with team_browser() as anybody:
        read = anybody.text(f"/published/{row}")
        assert "No answer yet." in read
        for body in LAWFUL.values():
            assert body in read
        assert anybody.get(f"/published/{row}/file").headers["Content-Type"] == "application/pdf"


def test_what_goes_to_the_state_says_what_is_not_verified_and_when_it_was_sent(county):
    with team_browser(county["chair"]) as chair:
        page = chair.text("/protocols/state")
        assert "The due day, the form and the address." in page
        assert "Nobody has confirmed this yet." in page
        form = {"sending": "csec_plan", "what": "By post."}
        assert chair.send("/protocols/state", **form, sent_on=today(ago=-1)).status_code == 422
        assert chair.send("/protocols/state", **form, sent_on=today()).status_code == 303
        assert "By post." in chair.text("/protocols/state")
    with team_browser(county["member"]) as member, team_browser(county["services.worker"]) as worker:
        assert "It was sent" not in member.text("/protocols/state")
        assert worker.get("/protocols/state").status_code == 404


@pytest.mark.parametrize("who", ["member", "services.lead", "services.worker"])
def test_the_draft_is_the_chairs_alone(one_county, who):
    protocol = put_forward(one_county)
    with team_browser(one_county[who]) as other:
        for address in (f"/protocols/{protocol}/draft", f"/protocols/{protocol}/draft/away"):
            assert other.get(address).status_code == 404
        assert "Begin a protocol" not in other.text("/protocols")


def test_a_card_on_our_practice_says_what_waits_for_this_agency(county):
    put_forward(county)
    with team_browser(county["services.signatory"]) as signatory:
        assert "1 protocol waits for our answer" in signatory.text("/practice")
    with team_browser(county["advocates.signatory"]) as other:
        assert "waits for our answer" not in other.text("/practice")


def test_no_page_of_a_protocol_asks_the_database_more_than_twelve_times(one_county):
    protocol = put_forward(one_county)
    pages = ("", "/1", "/1/print", "/1/paper", "/draft", "/draft/away")
    with team_browser(one_county["chair"]) as chair:
        for address in ("/protocols", "/protocols/state", *(f"/protocols/{protocol}{page}" for page in pages)):
            with statements() as asked:
                assert chair.get(address).status_code == 200
            assert len(asked) <= 12, address
