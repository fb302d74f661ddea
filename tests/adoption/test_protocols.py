"""Protocols between agencies: written by the chair, signed by each agency, and never overwritten."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction

from porchlight.adoption.ground.api import CaseFree
from porchlight.adoption.policies import api as policies
from porchlight.adoption.policies.protocol_models import ProtocolAnswer, ProtocolText, ProtocolVersion
from porchlight.kernel.errors import Refused
from porchlight.project.stage import acting, in_house
from porchlight.teams import api as teams
from tests.adoption import drafts
from tests.adoption.counties import make_county
from tests.adoption.policies_made import LAWFUL, put_forward, today, write


def newest(county, protocol, who="services.worker"):
    with county.by(who) as anybody:
        return policies.protocol(protocol, by=anybody)


def version_of(by, protocol):
    return policies.protocol(protocol, by=by).version.id


def signs(county, protocol, agency, *, number=1):
    with county.by(f"{agency}.signatory") as signatory:
        return policies.sign_protocol(protocol, number=number, by=signatory)


def test_s16c_a_chair_writes_sections_names_partners_and_agencies_sign(one_county):
    protocol = put_forward(one_county)
    signs(one_county, protocol, "services")
    found = newest(one_county, protocol).version
    assert found.number == 1
    assert {seat.partner: seat.agency_name for seat in found.partners} == {
        "human_services": "services office", "probation": "probation office",
    }  # fmt: skip
    answer = found.answers[one_county.agencies["services"]]
    assert (answer.signs, answer.name) == (True, one_county["services.signatory"].name)
    assert one_county.agencies["probation"] not in found.answers
    with one_county.by("advocates.worker") as anybody:
        assert policies.texts_of(found, by=anybody) == LAWFUL


def test_a_signatory_who_signs_twice_is_told_and_the_first_signature_stays(one_county):
    protocol = put_forward(one_county)
    first = signs(one_county, protocol, "services")
    with pytest.raises(policies.SignedAlready, match="signed this version already"):
        signs(one_county, protocol, "services")
    with one_county.by("services.signatory") as signatory:
        with pytest.raises(policies.SignedAlready):
            policies.do_not_sign(protocol, number=1, because=CaseFree("We changed our mind."), by=signatory)
        assert ProtocolAnswer.objects.get(version=version_of(signatory, protocol), signs=True).id == first


def test_the_database_too_keeps_one_signature_an_agency_and_a_signatorys_alone(one_county):
    protocol = put_forward(one_county)
    signs(one_county, protocol, "services")
    version = newest(one_county, protocol).version.id
    said = {"county": one_county.key, "version": version, "signs": True, "name": CaseFree("Again")}
    for who in ("services.signatory", "services.lead", "chair"):
        row = {"agency_id": one_county.agencies["services"], "made_by": one_county[who].seat}
        with one_county.by(who), pytest.raises(DatabaseError), transaction.atomic():
            ProtocolAnswer.objects.create(**said, **row)


def test_an_agency_that_does_not_sign_says_why_and_may_sign_later(one_county):
    protocol = put_forward(one_county)
    with one_county.by("probation.signatory") as signatory:
        policies.do_not_sign(protocol, number=1, because=CaseFree("We have no night desk."), by=signatory)
    answer = newest(one_county, protocol).version.answers[one_county.agencies["probation"]]
    assert (answer.signs, answer.because) == (False, "We have no night desk.")
    signs(one_county, protocol, "probation")
    assert newest(one_county, protocol).version.answers[one_county.agencies["probation"]].signs


def test_an_agency_without_a_seat_and_a_seat_without_the_office_sign_nothing(one_county):
    protocol = put_forward(one_county)
    with pytest.raises(policies.NotAPartner, match="no seat in this version"):
        signs(one_county, protocol, "advocates")
    for who in ("services.lead", "services.worker", "chair"):
        with one_county.by(who) as somebody, pytest.raises(Refused):
            policies.sign_protocol(protocol, number=1, by=somebody)
    with one_county.by("services.signatory") as signatory, pytest.raises(Refused):
        policies.sign_protocol(protocol, number=7, by=signatory)


def test_a_signed_version_stays_as_it_was_and_a_new_one_never_overwrites_it(one_county):
    protocol = put_forward(one_county)
    signs(one_county, protocol, "services")
    with one_county.by("chair") as chair:
        before = policies.draft(protocol, by=chair).texts["services"].id
    write(one_county, protocol, "services", "All services stay open.", after=before)
    with one_county.by("chair") as chair:
        assert policies.put_forward(protocol, by=chair) == 2
    with one_county.by("services.worker") as anybody:
        first = policies.protocol(protocol, number=1, by=anybody).version
        second = policies.protocol(protocol, by=anybody).version
        assert policies.texts_of(first, by=anybody)["services"] == LAWFUL["services"]
        assert policies.texts_of(second, by=anybody)["services"] == "All services stay open."
        assert [number for number, _at in policies.version_numbers(protocol, by=anybody)] == [2, 1]
    assert (first.is_newest, second.is_newest) == (False, True)
    assert first.answers
    assert not second.answers
    assert first.fingerprint != second.fingerprint
    with pytest.raises(policies.NewerVersion, match="newer version"):
        signs(one_county, protocol, "probation")


def test_s16d_a_protocol_rests_on_the_definition_in_force_when_it_was_put_forward_and_nobody_says_which(county):
    before = put_forward(county)
    assert newest(county, before).version.rests_on is None
    agreed = drafts.one(county, drafts.in_force(county))
    with county.by("chair") as chair:
        assert policies.put_forward(before, by=chair) == 2
        with pytest.raises(policies.NothingNew):
            policies.put_forward(before, by=chair)
    drafts.in_force(county, words="A young person leads, also by night.")
    with county.by("services.worker") as anybody:
        first, second = (policies.protocol(before, number=number, by=anybody).version for number in (1, 2))
    assert first.rests_on is None
    assert second.rests_on == policies.Cited(1, agreed.fingerprint, agreed.in_force_at)
    assert first.fingerprint != second.fingerprint
    with county.by("chair") as chair:
        assert policies.put_forward(before, by=chair) == 3
        assert policies.protocol(before, by=chair).version.rests_on.number == 2


def test_a_protocol_cites_no_definition_of_another_county_and_no_draft(cast, county):
    drafts.in_force(make_county(cast))
    drafts.closed(county)
    assert newest(county, put_forward(county)).version.rests_on is None


@pytest.mark.parametrize("model", [ProtocolVersion, ProtocolText, ProtocolAnswer], ids=lambda model: model.__name__)
def test_no_web_login_can_change_a_version_a_text_or_an_answer(one_county, model):
    protocol = put_forward(one_county)
    signs(one_county, protocol, "services")
    with one_county.by("chair") as chair, pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        model.objects.filter(county=chair.county).update(made_by=chair.actor)


def test_a_protocol_without_the_sections_of_law_is_not_put_forward_and_the_missing_ones_are_named(one_county):
    with one_county.by("chair") as chair:
        protocol = policies.start_protocol(CaseFree("Half written"), by=chair)
        policies.write_section(protocol, section="services", body=CaseFree("Words."), after=None, by=chair)
        with pytest.raises(policies.SectionsMissing, match="How the team works together, Who coordinates"):
            policies.put_forward(protocol, by=chair)
        assert policies.protocol(protocol, by=chair).version is None


def test_the_same_text_is_not_put_forward_twice(one_county):
    protocol = put_forward(one_county)
    with one_county.by("chair") as chair, pytest.raises(policies.NothingNew):
        policies.put_forward(protocol, by=chair)


def test_of_two_who_draft_the_same_passage_the_second_is_told_and_both_texts_are_kept(one_county):
    protocol = put_forward(one_county)
    first = write(one_county, protocol, "away", "We call each evening.")
    with pytest.raises(policies.WrittenMeanwhile, match="while you wrote"):
        write(one_county, protocol, "away", "We call each morning.")
    write(one_county, protocol, "away", "We call each morning.", after=first)
    with one_county.by("chair") as chair:
        assert policies.draft(protocol, by=chair).texts["away"].body == "We call each morning."
        assert ProtocolText.objects.filter(protocol=protocol, section="away").count() == 2


def test_a_seat_may_be_named_as_missing_and_only_changes_are_kept(one_county):
    protocol = put_forward(one_county)
    with one_county.by("chair") as chair:
        services = (one_county.agencies["services"], "services office")
        assert policies.seat_partners(protocol, {"human_services": services, "sheriff": None}, by=chair) == 1
        assert policies.seat_partners(protocol, {"human_services": None}, by=chair) == 1
        policies.put_forward(protocol, by=chair)
    found = newest(one_county, protocol).version
    filled = {seat.partner for seat in found.partners if seat.agency}
    missing = {one.key for one in policies.missing(filled, partners=policies.shipped().partners)}
    assert filled == {"probation"}
    assert {"human_services", "sheriff"} <= missing


def test_only_the_chair_writes_and_another_county_reads_nothing(cast, one_county):
    protocol = put_forward(one_county)
    for who in ("member", "services.lead", "services.signatory"):
        with one_county.by(who) as somebody, pytest.raises(Refused):
            policies.write_section(protocol, section="away", body=CaseFree("x"), after=None, by=somebody)
    with make_county(cast).by("chair") as elsewhere:
        assert policies.protocol(protocol, by=elsewhere) is None
        with pytest.raises(Refused):
            policies.write_section(protocol, section="away", body=CaseFree("x"), after=None, by=elsewhere)
    with one_county.by("chair") as chair, pytest.raises(ValueError, match="no section"):
        policies.write_section(protocol, section="weather", body=CaseFree("x"), after=None, by=chair)


def test_an_agency_that_left_keeps_its_signature_in_the_countys_protocol_and_signs_nothing_more(cast, county):
    protocol = put_forward(county)
    signs(county, protocol, "probation")
    with in_house("team"), acting(cast.administrator) as adm:
        for agency in ("probation", "services"):
            teams.agency_leaves(county.agencies[agency], by=adm)
    assert newest(county, protocol, "chair").version.answers[county.agencies["probation"]].signs
    with county.by("services.signatory") as left, pytest.raises(policies.AgencyLeft):
        policies.sign_protocol(protocol, number=1, by=left)


def test_what_went_to_the_state_is_kept_with_its_day_and_a_day_to_come_is_refused(one_county):
    with one_county.by("chair") as chair:
        with pytest.raises(policies.NotYetThere):
            policies.record_sent("csec_plan", on=today(ago=-1), by=chair)
        with pytest.raises(ValueError, match="nothing that is sent"):
            policies.record_sent("postcard", on=today(), by=chair)
        policies.record_sent("csec_plan", on=today(ago=400), by=chair)
        policies.record_sent("csec_plan", on=today(ago=2), what=CaseFree("With three annexes."), by=chair)
    with one_county.by("services.lead") as lead:
        assert policies.sent_to_the_state(by=lead)["csec_plan"].on == today(ago=2)
        with pytest.raises(Refused):
            policies.record_sent("csec_plan", on=today(), by=lead)
    with one_county.by("services.worker") as worker, pytest.raises(Refused):
        policies.sent_to_the_state(by=worker)


def test_the_protocols_of_a_whole_county_with_every_signature_are_asked_for_in_one_statement(county):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    for title in ("B", "A"):
        signs(county, put_forward(county, title=title), "services")
    with county.by("member") as member, CaptureQueriesContext(connection) as caught:
        found = policies.protocols(by=member)
    assert len(caught) == 1
    assert [(one.title, one.version.number, len(one.version.answers)) for one in found] == [("A", 1, 1), ("B", 1, 1)]


def test_the_summary_counts_what_waits_for_the_own_agency_in_one_statement(county):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from tests.adoption.policies_made import named, registered

    registered(county)
    named(county)
    put_forward(county)
    signs(county, put_forward(county, title="Signed"), "services")
    with county.by("services.worker") as worker, CaptureQueriesContext(connection) as caught:
        found = policies.summary(by=worker)
    assert len(caught) == 1
    assert (found.policies, found.conflicts, found.to_answer) == (1, 1, 1)
