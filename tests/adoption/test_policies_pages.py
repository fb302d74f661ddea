"""Registers and conflicts in the browser without a browser: who is shown what, and that nothing typed is lost."""

from __future__ import annotations

from io import BytesIO

import pytest

from porchlight.adoption.policies import api as policies
from porchlight.policy.api import Office
from porchlight.project.stage import acting, in_house
from porchlight.teams import api as teams
from tests.adoption.counties import add_person, make_county
from tests.adoption.policies_made import LAWFUL, named, put_forward, registered, stepped, today
from tests.adoption.test_files_and_publishing import a_pdf
from tests.lints.grade import too_hard
from tests.lints.html import inspect
from tests.lints.visible import visible_blocks
from tests.support.client import team_browser
from tests.support.statements import statements

WORDS = "# While away\n\nNo service ends.\n\n<script>alert(1)</script>"


def sent_file(body: bytes, name: str = "policy.pdf"):
    file = BytesIO(body)
    file.name = name
    return file


def typed(county, **changes) -> dict[str, object]:
    owner = county["services.manager"].seat
    return {"title": "Doors stay open", "owner": owner, "serves": ["S4", "R2"], "body": WORDS} | changes


def here(answer) -> str:
    assert answer.status_code == 303
    return answer.headers["Location"]


def test_s16b_a_lead_registers_a_policy_and_takes_it_to_in_use_and_the_county_reads_it(one_county):
    with team_browser(one_county["services.lead"]) as lead:
        address = here(lead.send("/policies/new", **typed(one_county, survivors_asked="yes", survivors_gave="Two.")))
        for state in ("drafting", "consulted", "adopted", "in_use"):
            assert lead.send(f"{address}/step", page=address, state=state, on=today()).status_code == 303
    with team_browser(one_county["probation.worker"]) as worker:
        page = worker.text(address)
        assert "<h2>While away</h2>" in page
        assert "<script>alert" not in page
        assert one_county["services.manager"].name in page
        assert "No service ends because" not in page
        assert "No help ends because somebody is away." in page
        register = worker.text(f"/policies/a/{one_county.agencies['services']}")
        assert "in use since" in register
        assert "Register a policy" not in register
        assert "in use: " in worker.text("/policies")


def test_a_form_that_is_not_whole_comes_back_with_all_that_was_typed(one_county):
    with team_browser(one_county["services.lead"]) as lead:
        answer = lead.send("/policies/new", **typed(one_county, title="", body="Rare words about doors."))
        assert answer.status_code == 422
        page = answer.content.decode()
        assert "Please give it a title." in page
        assert "Rare words about doors." in page
        assert 'value="R2" autocomplete="off" checked' in page


@pytest.mark.parametrize(
    ("text", "said"), [("Case 23JV0012 stays.", "a case number"), ("Born May 4, 2010.", "a birth date")]
)
def test_words_that_may_point_at_somebody_are_refused_beside_their_field(one_county, text, said):
    with team_browser(one_county["services.lead"]) as lead:
        answer = lead.send("/policies/new", **typed(one_county, body=text))
        assert answer.status_code == 422
        assert said in answer.content.decode()
    with team_browser(one_county["probation.worker"]) as worker:
        form = {"about": one_county.agencies["services"], "kind": "takes_phones", "what": text}
        answer = worker.send("/conflicts/new", **form)
        assert answer.status_code == 422
        assert said in answer.content.decode()
        assert text in answer.content.decode()


def test_a_pdf_comes_with_a_policy_stays_with_the_next_version_and_what_is_none_is_refused(one_county):
    body = a_pdf("No bed is given up.")
    with team_browser(one_county["services.lead"]) as lead:
        refused = lead.send("/policies/new", **typed(one_county, file=sent_file(b"a letter")))
        assert refused.status_code == 422
        assert "not a PDF" in refused.content.decode()
        assert "No service ends." in refused.content.decode()
        address = here(lead.send("/policies/new", **typed(one_county, file=sent_file(body))))
        assert here(lead.send(f"{address}/write", **typed(one_county), after=1)) == address
    with team_browser(one_county["advocates.worker"]) as worker:
        for number in (1, 2):
            answer = worker.get(f"{address}/v/{number}/file")
            assert answer.content == body
            assert answer.headers["Content-Type"] == "application/pdf"
        assert worker.get(f"{address}/v/3/file").status_code == 404


def test_a_second_writer_sees_the_other_text_beside_their_own_and_sends_again(one_county):
    policy = registered(one_county, body="First.")
    with team_browser(one_county["services.lead"]) as lead, team_browser(one_county["services.manager"]) as manager:
        address = f"/policies/{policy}/write"
        assert manager.send(address, **typed(one_county, body="The manager's."), after=1).status_code == 303
        answer = lead.send(address, **typed(one_county, body="The lead's."), after=1)
        assert answer.status_code == 422
        page = answer.content.decode()
        assert "The manager&#39;s." in page or "The manager's." in page
        assert "The lead" in page
        assert 'name="after" value="2"' in page
        assert lead.send(address, **typed(one_county, body="Both."), after=2).status_code == 303
        assert "The manager" in lead.text(f"/policies/{policy}/v/2")
        assert "There is a newer version." in lead.text(f"/policies/{policy}/v/2")


def test_a_step_to_come_and_a_step_that_is_kept_get_a_sentence_beside_their_field(one_county):
    policy = registered(one_county)
    stepped(one_county, policy, "adopted")
    with team_browser(one_county["services.lead"]) as lead:
        page, step = f"/policies/{policy}", f"/policies/{policy}/step"
        coming = lead.send(step, page=page, state="in_use", on=today(ago=-1))
        assert "That day has not come yet." in coming.content.decode()
        again = lead.send(step, page=page, state="adopted", on=today())
        assert "kept already" in again.content.decode()
        assert (coming.status_code, again.status_code) == (422, 422)
        assert lead.send(step, page=page, state="", on="soon").status_code == 422


def test_the_day_of_a_step_is_put_right_and_the_wrong_one_is_marked(one_county):
    policy = registered(one_county)
    stepped(one_county, policy, "adopted")
    with one_county.by("services.lead") as visit:
        step = policies.steps(policy, by=visit)[0].id
    with team_browser(one_county["services.lead"]) as lead:
        page = f"/policies/{policy}"
        address = f"{page}/steps/{step}"
        assert lead.send(address, page=page, right_on=today(ago=-4)).status_code == 422
        assert lead.send(address, page=page, right_on=today(ago=4)).status_code == 303
        assert "corrected later" in lead.text(page)
    with one_county.by("services.lead") as visit:
        second = policies.steps(policy, by=visit)[1].id
    with team_browser(one_county["services.lead"]) as lead:
        assert lead.send(f"{page}/steps/{second}", page=page, never="yes", right_on="").status_code == 303
        assert "Put the day right" not in lead.text(page)


def test_s16b_a_worker_of_another_agency_names_a_conflict_and_it_stands_at_the_top_until_the_lead_fixes_it(county):
    policy, agency = registered(county), county.agencies["services"]
    with team_browser(county["probation.worker"]) as worker:
        page = f"/conflicts/new?agency={agency}&policy={policy}"
        said = {"about": agency, "kind": "absence_costs", "what": "Points are lost.", "policy": policy}
        assert worker.send("/conflicts/new", page=page, **said | {"kind": ""}).status_code == 422
        address = here(worker.send("/conflicts/new", page=page, **said))
        for register in ("/policies", f"/policies/a/{agency}", f"/policies/{policy}"):
            assert worker.text(register).index("It makes being away cost") < 20_000
            assert "not fixed yet" in worker.text(register)
        assert "Take it back" in worker.text(address)
        assert "Fixed by" not in worker.text(address)
    with team_browser(county["services.lead"]) as lead:
        owner = county["services.manager"]
        assert owner.name in lead.text(address)
        assert county["probation.worker"].name not in lead.text(address)
        past = lead.send(f"{address}/plan", page=address, owner=owner.seat, due=today(ago=1))
        assert "That day has passed." in past.content.decode()
        due = today(ago=-7)
        assert lead.send(f"{address}/plan", page=address, owner=owner.seat, due=due).status_code == 303
        assert "To be fixed by" in lead.text("/policies")
        assert lead.send(f"{address}/fixed", page=address, fixed_on=today(), how="").status_code == 422
        assert lead.send(f"{address}/fixed", page=address, fixed_on=today(), how="Struck out.").status_code == 303
        assert "not fixed yet" not in lead.text("/policies")
        assert "Struck out." in lead.text(f"/policies/a/{agency}")


def test_a_conflict_whose_day_has_passed_says_so_plainly(county):
    from datetime import timedelta

    from porchlight.kernel import clock

    row = named(county)
    with clock.standing_still(clock.now() - timedelta(days=9)), county.by("services.lead") as lead:
        policies.plan_fix(row, owner=lead.actor, owner_name=lead.name, due=today(), by=lead)
    with team_browser(county["chair"]) as chair:
        for page in ("/policies", f"/policies/a/{county.agencies['services']}", f"/conflicts/{row}"):
            assert "Late: it was to be fixed by" in chair.text(page)


def test_whoever_named_a_conflict_takes_it_back_on_its_page_and_others_find_no_way(county):
    row = named(county)
    with team_browser(county["probation.worker"]) as worker, team_browser(county["advocates.worker"]) as other:
        assert "Take it back" not in other.text(f"/conflicts/{row}")
        page = "/conflicts/new"
        assert other.send(f"/conflicts/{row}/back", page=page).status_code == 404
        assert worker.send(f"/conflicts/{row}/back", page=f"/conflicts/{row}").status_code == 303
        assert worker.get(f"/conflicts/{row}").status_code == 404


def test_pages_of_keepers_are_not_there_for_others_and_another_county_finds_nothing(cast, one_county):
    policy, row = registered(one_county), named(one_county)
    with team_browser(one_county["services.worker"]) as worker:
        for address in ("/policies/new", f"/policies/{policy}/write"):
            assert worker.get(address).status_code == 404
    with team_browser(one_county["probation.lead"]) as other:
        assert other.get(f"/policies/{policy}/write").status_code == 404
    elsewhere = make_county(cast)
    with team_browser(elsewhere["services.lead"]) as lead:
        for address in (f"/policies/{policy}", f"/conflicts/{row}", f"/policies/a/{one_county.agencies['services']}"):
            assert lead.get(address).status_code == 404


def test_an_agency_that_left_is_led_to_its_own_register_and_reads_its_pdf(cast, county):
    with team_browser(county["services.lead"]) as lead:
        address = here(lead.send("/policies/new", **typed(county, file=sent_file(a_pdf("Ours.")))))
    theirs = registered(county, "probation.lead")
    with in_house("team"), acting(cast.administrator) as adm:
        teams.agency_leaves(county.agencies["services"], by=adm)
    with team_browser(county["services.worker"]) as worker:
        assert f"/policies/a/{county.agencies['services']}" in worker.text("/")
    with team_browser(county["services.lead"]) as left:
        register = left.text(here(left.get("/policies")))
        assert "Doors stay open" in register
        assert "Name a conflict" not in register
        assert "Register a policy" not in register
        assert "Keep a step" not in left.text(address)
        assert left.get(f"{address}/v/1/file").headers["Content-Type"] == "application/pdf"
        assert left.get(f"/policies/{theirs}").status_code == 404
        assert left.get("/conflicts/new").status_code == 404
        told = left.send("/policies/new", **typed(county, body="Words to keep."))
        assert told.status_code == 422
        assert "has left its county" in told.content.decode()
        assert "Words to keep." in told.content.decode()


def test_no_page_of_a_register_asks_the_database_more_than_twelve_times(one_county):
    policy, row = registered(one_county), named(one_county)
    pages = (
        *("/policies", f"/policies/a/{one_county.agencies['services']}", f"/policies/{policy}", "/policies/new"),
        *(f"/policies/{policy}/write", f"/conflicts/{row}", "/conflicts/new", "/practice"),
    )
    with team_browser(one_county["services.lead"]) as lead:
        for address in pages:
            with statements() as asked:
                assert lead.get(address).status_code == 200
            assert len(asked) <= 12, address


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Since 23JV0012", "“23JV0012” parece un número de caso. Quítalo"),
        ("Born May 4, 2010", "parece una fecha de nacimiento. Quítalo"),
    ],
)
def test_words_that_point_at_a_young_person_are_refused_in_the_readers_language(county, typed, said):
    with team_browser(county["services.worker"]) as worker:
        worker.send("/language", page="/practice", lang="es", back="/")
        told = worker.send("/conflicts/new", what=typed)
    assert told.status_code == 422
    assert said in told.content.decode()
    assert "and never about" not in told.content.decode()


@pytest.mark.parametrize("language", ["en", "es"])
def test_whoever_runs_a_home_reads_and_keeps_a_register_in_either_language_without_hard_words(cast, language):
    county = make_county(cast)
    policy, row = registered(county, body="We keep the bed.", survivors_asked=True), named(county)
    stepped(county, policy, "drafting", "adopted")
    protocol = put_forward(county)
    add_person(cast, county, "home", agency="services", role="CG")
    add_person(cast, county, "home.lead", agency="services", role="CG", office=Office.LEAD)
    services = f"/policies/a/{county.agencies['services']}"
    pages = (services, f"/policies/{policy}", f"/conflicts/{row}", f"/protocols/{protocol}", "/practice", "/protocols")
    keepers = ("/policies/new", f"/policies/{policy}/write", *pages)
    names = [*(one.name for one in county.people.values()), *LAWFUL.values(), "human_services"]
    for who, addresses in (("home", (*pages, f"/protocols/{protocol}/1/print")), ("home.lead", keepers)):
        with team_browser(county[who]) as browser:
            browser.send("/language", page="/practice", lang=language, back="/")
            for address in addresses:
                html = browser.text(address)
                assert not inspect(html, house="team", path=address)
                hard = too_hard("\n".join(visible_blocks(html)), language, names=names)
                assert not hard, f"{address}\n" + "\n".join(map(str, hard))
