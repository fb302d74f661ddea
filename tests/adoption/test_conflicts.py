"""Conflicts: anybody of the county names one, the agency's lead fixes it by a day, and until then it stands there."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction

from porchlight.adoption.ground.api import CaseFree
from porchlight.adoption.policies import api as policies
from porchlight.adoption.policies.conflict_models import Conflict, ConflictFixed
from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from tests.adoption.counties import make_county
from tests.adoption.policies_made import named, registered, today


def still_open(county, who="member", **where):
    with county.by(who) as anybody:
        return policies.open_conflicts(by=anybody, **where)


def plan(county, row, *, due, who="services.lead"):
    with county.by(who) as lead:
        return policies.plan_fix(row, owner=lead.actor, owner_name=lead.name, due=due, by=lead)


def fix(county, row, *, on=None, who="services.lead"):
    with county.by(who) as lead:
        how = CaseFree("The rule is gone.")
        return policies.fix_conflict(row, on=on or today(), how=how, by=lead)


@pytest.mark.parametrize("who", ["probation.worker", "advocates.trainer", "services.worker", "chair"])
def test_s16b_anybody_of_the_county_names_a_conflict_about_a_policy_or_a_practice(one_county, who):
    policy = registered(one_county)
    row = named(one_county, who, policy=policy)
    practice = named(one_county, who, kind="takes_phones", what="Phones are kept at night.")
    found = {one.id: one for one in still_open(one_county)}
    assert (found[row].about, found[row].policy) == (one_county.agencies["services"], policy)
    assert found[practice].policy is None


def test_who_named_it_is_told_to_nobody_but_themselves(one_county):
    row = named(one_county, "probation.worker")
    with one_county.by("probation.worker") as writer:
        assert policies.conflict(row, by=writer).mine
    with one_county.by("services.lead") as lead:
        found = policies.conflict(row, by=lead)
    assert not found.mine
    assert one_county["probation.worker"].seat not in vars(found).values()


def test_s16b_the_lead_sets_who_and_by_when_and_it_stays_open_until_it_is_fixed(one_county):
    row = named(one_county)
    plan(one_county, row, due=today(ago=-10))
    plan(one_county, row, due=today(ago=-20))
    found = next(one for one in still_open(one_county, agency=one_county.agencies["services"]) if one.id == row)
    assert (found.owner_name, found.due) == (one_county["services.lead"].name, today(ago=-20))
    fix(one_county, row)
    assert row not in {one.id for one in still_open(one_county)}
    with one_county.by("advocates.worker") as anybody:
        kept = next(one for one in policies.conflicts(one_county.agencies["services"], by=anybody) if one.id == row)
    assert (kept.fixed_on, kept.how) == (today(), "The rule is gone.")


def test_a_fix_promised_for_a_day_that_has_passed_and_one_done_on_a_day_to_come_are_refused(one_county):
    row = named(one_county)
    with pytest.raises(policies.DayIsPast, match="has passed"):
        plan(one_county, row, due=today(ago=1))
    with pytest.raises(policies.NotYetThere, match="has not come yet"):
        fix(one_county, row, on=today(ago=-1))


def test_what_is_fixed_is_closed(one_county):
    row = named(one_county)
    fix(one_county, row)
    for again in (lambda: fix(one_county, row), lambda: plan(one_county, row, due=today(ago=-5))):
        with pytest.raises(policies.FixedAlready):
            again()


def test_nobody_but_the_agencys_own_lead_fixes_it(one_county):
    row = named(one_county)
    for who in ("probation.lead", "chair", "services.manager", "services.worker"):
        with pytest.raises(Refused):
            fix(one_county, row, who=who)


def test_the_database_takes_a_fix_from_a_lead_alone_and_another_agencys_counts_for_nothing(one_county):
    row = named(one_county)
    said = {"county": one_county.key, "conflict": row, "fixed_on": today(), "how": CaseFree("Gone.")}
    with one_county.by("services.manager") as manager, pytest.raises(DatabaseError), transaction.atomic():
        ConflictFixed.objects.create(**said, agency_id=manager.own_agency, made_by=manager.actor)
    with one_county.by("probation.lead") as other:
        ConflictFixed.objects.create(**said, agency_id=other.own_agency, made_by=other.actor)
    assert row in {one.id for one in still_open(one_county)}


def test_whoever_named_it_takes_it_back_and_nobody_else_does(one_county):
    row = named(one_county)
    with one_county.by("advocates.worker") as other:
        assert not policies.take_back(row, by=other)
        assert Conflict.objects.filter(id=row).update(withdrawn_at=clock.now()) == 0
    with one_county.by("probation.worker") as writer:
        assert policies.take_back(row, by=writer)
        assert not policies.take_back(row, by=writer)
        assert policies.conflict(row, by=writer) is None


def test_another_county_sees_none_of_it_and_names_nothing_there(cast, one_county):
    row = named(one_county)
    with make_county(cast).by("services.lead") as elsewhere:
        assert policies.conflict(row, by=elsewhere) is None
        with pytest.raises(Refused):
            policies.plan_fix(row, owner=elsewhere.actor, owner_name="x", due=today(), by=elsewhere)


def test_a_kind_that_there_is_not_is_no_conflict(one_county):
    with pytest.raises(ValueError, match="no kind"):
        named(one_county, kind="bad_mood")


def test_the_conflicts_of_a_whole_county_are_asked_for_in_one_statement(county):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    for about in ("services", "probation", "services"):
        plan_for = named(county, "advocates.worker", about=about)
    plan(county, plan_for, due=today(ago=-3))
    with county.by("chair") as chair, CaptureQueriesContext(connection) as caught:
        found = policies.open_conflicts(by=chair)
    assert len(caught) == 1
    assert [one.due for one in found] == [today(ago=-3), None, None]
