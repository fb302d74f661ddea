"""Where everybody meets the definition: in the foot, at the first sign-in, in force; and what its pages cost."""

from __future__ import annotations

import re
from datetime import timedelta

from porchlight.adoption.definition import api as definition
from porchlight.kernel import clock
from porchlight.project.stage import acting, in_house
from porchlight.teams import api as teams
from tests.adoption.drafts import PASSAGE, answers, closed, draft, in_force, one, text, wordings
from tests.adoption.test_definition_drafting import comment
from tests.support.client import team_browser
from tests.support.statements import statements

FOOT = re.compile(r'<p class="foot-line">.*?</p>', re.DOTALL)
MOST_STATEMENTS = 11  # and one for the signed context, which goes past this count


def foot_of(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", FOOT.search(page)[0]).split())


def names(county, *agencies: str) -> list[str]:
    with county.by("chair") as chair:
        found = {one.id: one.name for one in teams.agencies(by=chair)}
    return [found[county.agencies[agency]] for agency in agencies]


def test_s16d_the_foot_of_every_staff_page_says_the_version_and_where_it_stands(county):
    with team_browser(county["services.worker"]) as worker:
        assert "not written by our county yet" in foot_of(worker.text("/services"))
        version = draft(county)
        assert foot_of(worker.text("/services")).endswith("version 1 draft, not ratified yet")
        with county.by("chair") as chair:
            asked = [county.agencies[name] for name in ("services", "probation", "advocates")]
            definition.close_round(version, asked=asked, answers_by=None, by=chair)
        answers(county, version, services="ratifies")
        waiting = ", ".join(sorted(names(county, "advocates", "probation")))
        assert foot_of(worker.text("/services")).endswith(f"draft, not ratified by {waiting}")
        answers(county, version, probation="ratifies", advocates="ratifies")
        assert "ratified by all, not in force yet" in foot_of(worker.text("/services"))
        with county.by("chair") as chair:
            definition.come_in_force(version, by=chair)
        assert "version 1 in force since" in foot_of(worker.text("/services"))


def test_more_than_three_agencies_are_counted_in_the_foot():
    from uuid import UUID

    from porchlight.desks.team.leadership.definition.words import foot_line

    def said(*agencies):
        foot = definition.FootSheet(UUID(int=1), 2, definition.ANSWERING, None, agencies)
        return foot_line(foot)

    assert said("A", "B", "C") == ("2", "draft, not ratified by A, B, C")
    assert said("A", "B", "C", "D") == ("2", "draft, not ratified by 4 agencies")


def test_a_seat_of_no_county_reads_our_own_words_and_no_countys(cast, county):
    in_force(county)
    with in_house("team"), acting(cast.administrator) as adm:
        teams.agency_leaves(county.agencies["probation"], by=adm)
    with team_browser(county["probation.worker"]) as left:
        page = left.text("/harm-reduction")
        assert PASSAGE not in page
        assert "A few words of ours" in page
        assert foot_of(page) == "What harm reduction means here"
        assert left.get("/definition").status_code == 404
        assert left.client.get("/kept").headers["Location"] == "/"


def test_s16d_the_text_in_force_is_read_by_everybody_with_who_ratified_and_who_did_not(county):
    version = in_force(county)
    with team_browser(county["services.worker"]) as worker:
        page = worker.text("/harm-reduction")
    assert PASSAGE in page
    assert "Version 1, in force since" in page
    assert "What exploitation means here" in page
    for agency in names(county, "services", "probation", "advocates"):
        assert agency in page
    assert one(county, version).fingerprint in page


def test_nobody_says_that_we_agreed_on_a_text_before_it_is_in_force(county):
    first = in_force(county)
    with county.by("chair") as chair:
        second = definition.open_round(by=chair)
    with team_browser(county["services.worker"]) as worker:
        agreed, wanted = worker.text(f"/definition/{first}"), worker.text(f"/definition/{second}")
    assert "What we agreed on" in agreed
    assert "What we want to agree on" not in agreed
    assert "What we want to agree on" in wanted
    assert "What we agreed on" not in wanted


def test_what_an_agency_said_stands_once_with_its_reason_and_who_has_not_said_a_word(county):
    version = closed(county)
    answers(county, version, services="ratifies", probation="dissents")
    with team_browser(county["services.worker"]) as worker:
        main = worker.text(f"/definition/{version}").split("<main")[1].split("</main")[0]
    for agency in names(county, "services", "probation", "advocates"):
        assert main.count(agency) == 1
    assert "No answer yet from:" in main
    assert main.index("dissents: 1") < main.index("<blockquote>")


def test_the_newest_draft_is_shown_where_none_is_in_force_and_says_so(county):
    draft(county)
    with team_browser(county["services.worker"]) as worker:
        page = worker.text("/harm-reduction")
    assert "This is a draft." in page
    assert PASSAGE in page


def test_a_year_later_the_page_says_that_the_review_is_due(county):
    version = in_force(county)
    with clock.standing_still(clock.now() + timedelta(days=366)), team_browser(county["services.worker"]) as worker:
        page = worker.text(f"/definition/{version}")
        assert "Its review is due since" in page


def test_s16d_at_the_first_sign_in_everybody_is_led_to_the_version_in_force_once(county):
    with team_browser(county["services.worker"]) as worker:
        assert worker.get("/kept").headers["Location"] == "/"
        in_force(county)
        assert worker.get("/kept").headers["Location"] == "/definition/first"
        page = worker.text("/definition/first")
        assert PASSAGE in page
        assert "I have seen it" in page
        assert worker.send("/definition/first").headers["Location"] == "/"
        assert worker.get("/kept").headers["Location"] == "/"
        assert worker.get("/definition/first").headers["Location"] == "/"


def test_being_shown_it_costs_no_other_page_a_statement(county):
    in_force(county)
    with team_browser(county["services.worker"]) as worker:
        worker.get("/services")
        with statements() as asked:
            worker.get("/services")
    assert not [sql for sql in asked if "adoption_definition" in sql]


def test_every_page_of_the_definition_makes_at_most_twelve_statements(county):
    wordings(county)
    first = in_force(county)
    version = draft(county)
    comment(county, version, "services.worker")
    (found, *_more) = text(county, version)
    addresses = {
        "chair": [
            *("/harm-reduction", "/definition", "/definition/wordings", "/definition/first", "/practice"),
            *(f"/definition/{version}{end}" for end in ("", "/starters", "/writers", "/close", "/new/term", "/paper")),
            *(f"/definition/{version}/{kind}/{found.passage}" for kind in ("write", "talk")),
        ],
        "services.signatory": [
            f"/definition/{first}",
            f"/definition/{first}/answer",
            "/definition/wording",
            "/practice",
        ],
        "services.lead": ["/practice"],
    }
    for who, pages in addresses.items():
        with team_browser(county[who]) as browser:
            for address in pages:
                definition.forget_foot()
                with statements() as asked:
                    assert browser.get(address).status_code == 200, address
                assert len(asked) <= MOST_STATEMENTS, (address, asked)


def test_markdown_of_a_passage_runs_nothing(county):
    version = draft(county, words="<script>alert(1)</script> **Near** [x](javascript:alert)")
    with team_browser(county["services.worker"]) as worker:
        page = worker.text(f"/definition/{version}")
    assert "<script>alert" not in page
    assert "<strong>Near</strong>" in page
    assert 'href="javascript' not in page
