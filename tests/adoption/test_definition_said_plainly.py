"""What a newcomer stumbled over when they went from three texts to one: each of these is said where it is needed."""

from __future__ import annotations

import pytest

from porchlight.adoption.definition import api as definition
from porchlight.adoption.publishing import api as publishing
from porchlight.project.stage import acting, in_house
from porchlight.teams import api as teams
from tests.adoption.drafts import answers, closed, draft, in_force, text, written
from tests.adoption.test_definition_drafting import comment, comments
from tests.support.client import team_browser

DIFFERS = "Spanish readers would not read the same text."


def read(county, who: str, address: str) -> str:
    with team_browser(county[who]) as browser:
        return browser.text(address)


def write_anew(county, version, **texts: str) -> None:
    """The chair changes the draft's first part; what is not named stays."""
    with county.by("chair") as chair:
        (found, *_more) = definition.passages(version, by=chair)
        kept = {name: getattr(found, name) for name in ("heading", "words", "heading_es", "words_es")}
        anew = written(found.passage, edition=found.edition, **kept | texts)
        definition.write_passage(version, written=anew, by=chair)


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ({"words": "A young person leads, day and night."}, "the English was changed after the Spanish"),
        ({"words_es": ""}, "no Spanish yet"),
    ],
)
def test_a_draft_and_its_closing_say_where_the_spanish_is_behind(county, texts, said):
    version = draft(county)
    assert DIFFERS not in read(county, "chair", f"/definition/{version}")
    write_anew(county, version, **texts)
    for address in (f"/definition/{version}", f"/definition/{version}/close"):
        page = read(county, "chair", address)
        assert DIFFERS in page
        assert said in page
    assert DIFFERS not in read(county, "services.worker", f"/definition/{version}"), "it is the drafters' to mend"


def test_a_part_that_was_taken_out_lacks_no_spanish(county):
    version = draft(county)
    write_anew(county, version, words_es="")
    (found,) = text(county, version)
    with county.by("chair") as chair:
        assert [gap.is_older for gap in definition.spanish_gaps(version, by=chair)] == [False]
        definition.take_out(version, passage=found.passage, edition=found.edition, by=chair)
        assert definition.spanish_gaps(version, by=chair) == ()


def test_closing_says_who_can_name_somebody_to_sign(cast, county):
    with in_house("team"), acting(cast.administrator) as adm:
        held = [one for one in teams.offices(by=adm) if one.seat == county["probation.signatory"].seat]
        assert teams.end_office(held[0].line, by=adm)
    page = read(county, "chair", f"/definition/{draft(county)}/close")
    assert f"Their lead, {county['probation.lead'].name}, or the administrator can name somebody" in page
    assert "The administrator can name somebody" in page, "the committee has no lead"


def test_a_chair_can_press_nothing_before_it_is_time_and_reads_who_is_missing(county):
    version = closed(county, asked=("services", "probation"))
    page = read(county, "chair", f"/definition/{version}")
    assert f'action="/definition/{version}/force"' not in page
    assert "No answer yet from:" in page
    assert "Probation" in page.partition("No answer yet from:")[2].partition("</p>")[0]
    answers(county, version, services="ratifies", probation="abstains")
    page = read(county, "chair", f"/definition/{version}")
    assert f'action="/definition/{version}/force"' in page
    assert "No answer yet from:" not in page


def test_comments_and_their_answers_are_read_after_the_text_was_closed(county):
    version = draft(county)
    comment(county, version, "services.worker", "What about nights?")
    (part,) = text(county, version)
    with county.by("chair") as chair:
        definition.close_round(version, asked=[county.agencies["services"]], answers_by=None, by=chair)
    address = f"/definition/{version}/talk/{part.passage}"
    assert address in read(county, "services.worker", f"/definition/{version}")
    assert "What about nights?" in read(county, "services.worker", address)
    assert len(comments(county, version)) == 1


def test_beside_a_comment_stands_the_way_to_change_the_part_for_those_who_draft(county):
    version = draft(county)
    comment(county, version, "services.worker")
    (part,) = text(county, version)
    address = f"/definition/{version}/talk/{part.passage}"
    for who, may in (("chair", True), ("member", True), ("services.worker", False)):
        assert (f"/definition/{version}/write/{part.passage}" in read(county, who, address)) is may


def test_whoever_signed_reads_at_once_what_was_signed(county):
    version = closed(county)
    address = f"/definition/{version}/answer"
    with team_browser(county["services.signatory"]) as signatory:
        sent = signatory.send(address, answer="dissents", reason="Our board wants nights in it.")
        assert sent.headers["Location"] == address
        page = signatory.text(address)
    assert "dissents. The first answer stands." in page
    assert "Our board wants nights in it." in page


def test_a_lead_who_is_led_to_name_a_signatory_finds_the_form_open(county):
    page = read(county, "services.lead", "/offices?office=signatory")
    assert '<details class="more" open><summary>Give an office' in page
    assert 'value="signatory" autocomplete="off" checked' in page
    assert '<details class="more"><summary>Give an office' in read(county, "services.lead", "/offices?office=chair")


def test_a_lead_reads_that_the_agencys_words_are_kept(county):
    with team_browser(county["services.lead"]) as lead:
        assert "Your words are kept." not in lead.text("/definition/wording?kept=yes"), "nothing was written"
        sent = lead.send("/definition/wording", words="We keep every door open.")
        assert "Your words are kept." in lead.text(sent.headers["Location"])


def test_who_signs_reads_beforehand_who_can_read_the_reason(county):
    version = closed(county)
    page = read(county, "services.signatory", f"/definition/{version}/answer")
    assert "It stands on the sheet with your name." in page
    assert "if the county publishes the text, anybody can" in page


def test_what_nobody_voted_on_does_not_stand_among_what_was_agreed(county):
    in_force(county)
    page = read(county, "services.worker", "/definition/first")
    assert "They are no part of the county" in page
    assert page.index(": ratifies.") < page.index("They are no part of the county")
    assert ": dissents." in page.partition("<details")[0], "a dissent is not folded away"


def test_the_chair_reads_since_when_anybody_can_read_it_and_where(county):
    version = in_force(county)
    with team_browser(county["chair"]) as chair:
        assert "Published on" not in chair.text(f"/definition/{version}")
        sent = chair.send(f"/definition/{version}/publish", page=f"/definition/{version}")
        assert sent.headers["Location"] == f"/definition/{version}"
        page = chair.text(f"/definition/{version}")
    assert "Published on" in page
    assert "/published</a>" in page
    assert "Published on" not in read(county, "services.worker", f"/definition/{version}")
    assert 'href="/published"' in team_browser_of_nobody()


def test_a_published_copy_says_what_is_not_in_its_language_and_who_wrote_it(county):
    version = draft(county)
    with county.by("chair") as chair:
        for kind in ("passage", "will_not", "term"):
            definition.write_passage(
                version, written=written(kind=kind, heading="Near", words="We stay near."), by=chair
            )
        definition.say_who_wrote(version, kind="text", words=case("The committee", chair), by=chair)
        definition.close_round(version, asked=[county.agencies["services"]], answers_by=None, by=chair)
    answers(county, version, services="ratifies")
    with team_browser(county["chair"]) as chair:
        chair.send(f"/definition/{version}/force", page=f"/definition/{version}")
        chair.send(f"/definition/{version}/publish", page=f"/definition/{version}")
    with county.by("chair") as chair:
        found = {one.language: one.body for one in publishing.publications(by=chair, county=county.key)}
    assert found["es"].count("*Esta parte no está en español todavía.*") == 3
    assert "todavía.*" not in found["en"]
    assert "# Who wrote it" in found["en"]


def case(words: str, by):
    from porchlight.adoption.ground.api import case_free

    return case_free(words, by=by)


def team_browser_of_nobody() -> str:
    with team_browser() as nobody:
        return nobody.text("/sign-in/")
