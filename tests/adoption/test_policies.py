"""An agency's register: kept by its lead and manager, read by the county, and nothing in it is overwritten."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction

from porchlight.adoption.ground.api import NamesSomebody
from porchlight.adoption.policies import api as policies
from porchlight.adoption.policies.policy_models import PolicyStep, PolicyVersion
from porchlight.kernel.errors import Refused
from porchlight.project.stage import acting, in_house
from porchlight.teams import api as teams
from tests.adoption.counties import make_county
from tests.adoption.policies_made import a_draft, registered, stepped, today


def sheet(county, policy, who="probation.worker"):
    with county.by(who) as anybody:
        return next(one for one in policies.policies(by=anybody) if one.id == policy)


def leaves(county, cast, agency):
    with in_house("team"), acting(cast.administrator) as adm:
        assert teams.agency_leaves(county.agencies[agency], by=adm)


def test_s16b_a_policy_goes_from_drafting_to_in_use_with_the_day_of_each_step(one_county):
    policy = registered(one_county, survivors_asked=True, survivors_gave="Two changes.", served_asked=False)
    assert sheet(one_county, policy).standing.state == policies.NONE
    stepped(one_county, policy, "drafting", "consulted", "adopted", "in_use")
    found = sheet(one_county, policy)
    assert found.standing.state == "in_use"
    assert found.standing.dates == dict.fromkeys(("drafting", "consulted", "adopted", "in_use"), today())
    assert (found.survivors_asked, found.served_asked) == (True, False)


def test_s16b_the_lead_and_the_manager_keep_the_register_and_nobody_else_does(one_county):
    assert registered(one_county, "services.manager")
    for who in ("services.worker", "services.trainer", "services.signatory", "chair", "member"):
        with one_county.by(who) as other, pytest.raises(Refused):
            policies.register_policy(a_draft(other), by=other)


@pytest.mark.parametrize("who", ["services.worker", "probation.lead", "chair"])
def test_the_database_too_takes_a_step_from_the_agencys_keepers_alone(one_county, who):
    policy = registered(one_county)
    with one_county.by(who) as other:
        row = {"county": one_county.key, "agency_id": one_county.agencies["services"], "made_by": other.actor}
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            PolicyStep.objects.create(**row, policy=policy, number=1, state="in_use", on_day=today())


def test_a_step_that_another_agency_puts_under_our_policy_counts_for_nothing(one_county):
    policy = registered(one_county)
    with one_county.by("probation.lead") as other:
        row = {"county": one_county.key, "agency_id": other.own_agency, "made_by": other.actor}
        PolicyStep.objects.create(**row, policy=policy, number=1, state="in_use", on_day=today())
        PolicyVersion.objects.create(
            **row, policy=policy, number=2, title=a_draft(other).title, owner=other.actor,
            owner_name=a_draft(other).title,
        )  # fmt: skip
    assert sheet(one_county, policy).standing.state == policies.NONE
    with one_county.by("services.lead") as lead:
        assert len(policies.versions(policy, by=lead)) == 1
        assert policies.steps(policy, by=lead) == ()
        assert policies.write_version(policy, a_draft(lead), after=1, by=lead) == 2


def test_another_agencys_lead_writes_no_version_and_no_step(one_county):
    policy = registered(one_county)
    with one_county.by("probation.lead") as other:
        for write in (
            lambda: policies.write_version(policy, a_draft(other), after=1, by=other),
            lambda: policies.record_step(policy, state="adopted", on=today(), by=other),
        ):
            with pytest.raises(Refused):
                write()


def test_a_step_on_a_day_to_come_is_refused_with_the_reason(one_county):
    policy = registered(one_county)
    with one_county.by("services.lead") as lead, pytest.raises(policies.NotYetThere, match="has not come yet"):
        policies.record_step(policy, state="adopted", on=today(ago=-1), by=lead)


def test_a_version_is_adopted_once_and_a_new_one_again(one_county):
    policy = registered(one_county)
    stepped(one_county, policy, "adopted")
    with one_county.by("services.lead") as lead:
        with pytest.raises(policies.StepKept):
            policies.record_step(policy, state="adopted", on=today(ago=3), by=lead)
        policies.write_version(policy, a_draft(lead, title="Doors stay open wide"), after=1, by=lead)
        policies.record_step(policy, state="drafting", on=today(), by=lead)
    found = sheet(one_county, policy)
    assert (found.number, found.title) == (2, "Doors stay open wide")
    assert (found.standing.state, found.standing.number, found.standing.newer.state) == ("adopted", 1, "drafting")
    stepped(one_county, policy, "adopted")
    assert sheet(one_county, policy).standing.number == 2


def test_a_wrong_day_is_put_right_and_the_first_one_stays_on_record(one_county):
    policy = registered(one_county)
    stepped(one_county, policy, "adopted")
    with one_county.by("services.lead") as lead:
        first = policies.steps(policy, by=lead)[0]
        policies.correct_step(policy, first.id, on=today(ago=2), by=lead)
        with pytest.raises(policies.NotYetThere):
            policies.correct_step(policy, first.id, on=today(ago=-2), by=lead)
        with pytest.raises(Refused):
            policies.correct_step(policy, first.id, on=None, by=lead)
        kept = policies.steps(policy, by=lead)
        assert [one.on for one in kept] == [today(), today(ago=2)]
        policies.correct_step(policy, kept[1].id, on=None, by=lead)
    assert sheet(one_county, policy).standing.state == policies.NONE


def test_a_step_that_there_is_not_is_no_step(one_county):
    policy = registered(one_county)
    with one_county.by("services.lead") as lead, pytest.raises(ValueError, match="no step"):
        policies.record_step(policy, state="finished", on=today(), by=lead)


def test_of_two_who_write_the_same_version_both_texts_are_kept_or_the_second_is_told(one_county):
    policy = registered(one_county)
    with one_county.by("services.manager") as manager:
        policies.write_version(policy, a_draft(manager, body="The manager's words."), after=1, by=manager)
    with one_county.by("services.lead") as lead:
        with pytest.raises(policies.WrittenMeanwhile, match="while you wrote"):
            policies.write_version(policy, a_draft(lead, body="The lead's words."), after=1, by=lead)
        policies.write_version(policy, a_draft(lead, body="The lead's words."), after=2, by=lead)
        kept = policies.versions(policy, by=lead)
    assert [one.body for one in kept] == ["The lead's words.", "The manager's words.", ""]


def test_the_whole_county_reads_a_register_and_another_county_does_not(cast, one_county):
    policy = registered(one_county, body="We **open** the door.")
    for who in ("advocates.worker", "member", "services.trainer"):
        with one_county.by(who) as anybody:
            assert policies.versions(policy, by=anybody)[0].body == "We **open** the door."
    with make_county(cast).by("services.lead") as elsewhere:
        assert policies.versions(policy, by=elsewhere) == ()
        assert policies.policies(by=elsewhere, agency=one_county.agencies["services"]) == ()


def test_an_agency_that_left_reads_its_own_policies_and_nothing_of_the_countys_and_writes_nothing_new(cast, county):
    ours, theirs = registered(county), registered(county, "probation.lead")
    leaves(county, cast, "services")
    for who in ("services.lead", "services.worker"):
        with county.by(who) as left:
            assert [one.id for one in policies.policies(by=left)] == [ours]
            assert policies.versions(ours, by=left)[0].title == "Doors stay open"
            assert policies.versions(theirs, by=left) == ()
    with county.by("services.lead") as left:
        for write in (
            lambda: policies.register_policy(a_draft(left), by=left),
            lambda: policies.write_version(ours, a_draft(left), after=1, by=left),
            lambda: policies.record_step(ours, state="adopted", on=today(), by=left),
        ):
            with pytest.raises(policies.AgencyLeft, match="All that it wrote stays"):
                write()


def test_a_policy_that_names_a_young_person_beside_the_writer_is_refused(cast, one_county):
    from tests.absences.conftest import welcome

    welcome(cast, name="Juno")
    with in_house("team"), acting(cast["SW"].seat) as worker, pytest.raises(NamesSomebody, match="Juno"):
        a_draft(worker, body="When juno was away we called.")


def test_the_picture_asks_for_all_rows_that_the_county_serves_in_one_statement(county):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    for n in range(3):
        stepped(county, registered(county, serves=("S4", "R2"), title=f"Policy {n}"), "adopted")
    registered(county, "probation.lead", serves=("R6",))
    with county.by("chair") as chair, CaptureQueriesContext(connection) as caught:
        found = policies.rows_served(by=chair)
    assert len(caught) == 1
    services, probation = county.agencies["services"], county.agencies["probation"]
    assert {(one.agency, one.row, one.state) for one in found} == {
        (services, "S4", "adopted"), (services, "R2", "adopted"), (probation, "R6", "none"),
    }  # fmt: skip
    assert next(one for one in found if one.row == "R2").dates == {"adopted": today()}
