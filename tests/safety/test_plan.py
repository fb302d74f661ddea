"""The plan as two people make it: each part open to whom the young person picked, agreed when both said yes to it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from tests.needs.making import as_seat, as_youth, young_person
from tests.safety.using import days_ago, today, wrote
from tests.support.cast import Member


@pytest.fixture
def youth(cast):
    return young_person(cast, "CG", "BH", "PH")


@pytest.fixture
def safety(town):
    from porchlight.safety import api

    return api


@pytest.fixture
def plan_of(cast, safety):
    """Where the plan stands, as its worker reads it."""

    def read(youth):
        with as_seat(cast["SW"]) as sw:
            return safety.plan_dates(youth, by=sw)

    return read


@pytest.fixture
def staff_writes(cast, safety):
    def write(youth, words="We talked about music.", *, key="stay", together=False):
        with as_seat(cast["SW"]) as sw:
            return safety.write_section(youth, key=key, words=words, together=together, seats=[], by=sw)

    return write


@pytest.fixture
def says_yes(cast, safety):
    def say(youth, *, worker=False, **more):
        with as_seat(cast["SW"]) if worker else as_youth(youth) as visit:
            return safety.say_yes(youth, by=visit, **more)

    return say


def test_a_plan_is_begun_once_and_looked_at_again_in_thirty_days(cast, safety, youth, plan_of):
    with as_seat(cast["SW"]) as sw:
        begun = safety.begin_plan(youth, language="es", by=sw)
        assert safety.begin_plan(youth, language="en", by=sw) == begun
    plan = plan_of(youth)
    assert (plan.id, plan.language, plan.next_review) == (begun, "es", today() + timedelta(days=30))
    assert (plan.state, plan.version, plan.agreed_at) == (safety.State.EMPTY, 0, None)


def test_each_young_person_has_a_plan_of_their_own(cast, safety, youth):
    other = young_person(cast)
    with as_seat(cast["SW"]) as sw:
        assert safety.begin_plan(youth, language="en", by=sw) != safety.begin_plan(other, language="en", by=sw)
        safety.set_review(youth, day=date(2027, 2, 1), medium="card", by=sw)
        kept, theirs = safety.plan_dates(youth, by=sw), safety.plan_dates(other, by=sw)
    assert (kept.next_review, kept.medium) == (date(2027, 2, 1), "card")
    assert (theirs.next_review, theirs.medium) == (today() + timedelta(days=30), "")


def test_what_staff_wrote_alone_can_not_be_agreed(safety, youth, staff_writes, says_yes, plan_of):
    staff_writes(youth)
    assert plan_of(youth).state is safety.State.STAFF_DRAFT
    for worker in (True, False):
        with pytest.raises(safety.NothingToAgreeOn):
            says_yes(youth, worker=worker)
    assert plan_of(youth).versions == ()


def test_there_is_nothing_to_agree_on_before_anything_is_written(cast, safety, youth, says_yes):
    with pytest.raises(safety.NothingToAgreeOn):
        says_yes(youth)
    with as_seat(cast["SW"]) as sw:
        safety.begin_plan(youth, language="en", by=sw)
    with pytest.raises(safety.NothingToAgreeOn):
        says_yes(youth)


def test_words_typed_by_the_worker_beside_them_are_theirs(safety, youth, staff_writes, plan_of):
    staff_writes(youth, together=True)
    assert plan_of(youth).state is safety.State.DRAFT
    with as_youth(youth) as me:
        assert safety.plan(youth, by=me).section("stay").by_youth
        assert safety.plan(youth, by=me).section("back") is None


def test_it_is_agreed_when_both_said_yes_to_the_same_words(safety, youth, says_yes, plan_of):
    with days_ago(3):
        wrote(youth)
        assert says_yes(youth) is safety.State.YOUTH_YES
    with days_ago(1):
        assert says_yes(youth, worker=True) is safety.State.AGREED
        later = clock.now()
    plan = plan_of(youth)
    assert (plan.state, plan.version, len(plan.versions)) == (safety.State.AGREED, 1, 1)
    assert abs(plan.agreed_at - later) < timedelta(minutes=1), "agreed when the second of them said so"
    assert plan.versions[0].youth_yes < plan.versions[0].worker_yes


def test_the_worker_may_be_the_first_to_say_yes(safety, youth, says_yes):
    wrote(youth)
    assert says_yes(youth, worker=True) is safety.State.WORKER_YES
    assert says_yes(youth, worker=True) is safety.State.WORKER_YES, "one of them twice is no yes of both"
    assert says_yes(youth) is safety.State.AGREED


def test_a_new_word_makes_a_new_version_and_the_agreed_one_stays(safety, youth, says_yes, plan_of):
    wrote(youth)
    says_yes(youth)
    says_yes(youth, worker=True)
    first = plan_of(youth)
    wrote(youth, "back")
    assert plan_of(youth).state is safety.State.CHANGED
    assert says_yes(youth) is safety.State.YOUTH_YES
    plan = plan_of(youth)
    assert [version.number for version in plan.versions] == [1, 2]
    assert plan.versions[0] == first.versions[0]
    assert plan.agreed_at == first.agreed_at, "the second was not agreed yet"
    assert (plan.written, plan.version) == (("stay", "back"), 2)


def test_what_they_said_beside_the_worker_is_their_yes(safety, youth, says_yes, plan_of):
    wrote(youth)
    assert says_yes(youth, worker=True, for_youth=True) is safety.State.YOUTH_YES
    assert plan_of(youth).versions[0].worker_yes is None
    assert says_yes(youth, worker=True) is safety.State.AGREED


def test_the_words_of_an_older_version_can_be_read_again(cast, safety, youth, says_yes, plan_of):
    section = wrote(youth, seats=[cast["SW"]])
    says_yes(youth)
    with as_youth(youth) as me:
        safety.write_section(youth, key="stay", words="A bath.", together=False, seats=[cast["SW"].seat], by=me)
    old = plan_of(youth).versions[0].writings
    with as_seat(cast["SW"]) as sw:
        assert list(safety.version_words(youth, writings=old, by=sw).values()) == ["Music, and a walk."]
        assert safety.plan(youth, by=sw).section("stay").words == "A bath."
        assert safety.plan(youth, by=sw).section("stay").section == section
        assert set(safety.keys_of(youth, by=sw).values()) == {"stay"}


def test_a_part_is_open_to_just_those_whom_they_picked_last(cast, safety, youth):
    section = wrote(youth, seats=[cast["SW"], cast["CG"]])
    other = wrote(youth, "back", seats=[cast["CG"]])
    with as_youth(youth) as me:
        assert safety.who_sees(youth, by=me) == {
            section: frozenset({cast["SW"].seat, cast["CG"].seat}),
            other: frozenset({cast["CG"].seat}),
        }
        safety.open_to(youth, section=section, seats=[cast["BH"].seat, safety.ON_CALL], by=me)
        assert safety.seats_that_see(youth, section=section, by=me) == {cast["BH"].seat, safety.ON_CALL}
        assert safety.seats_that_see(youth, section=other, by=me) == {cast["CG"].seat}
        safety.open_to(youth, section=section, seats=[], by=me)
        assert safety.who_sees(youth, by=me) == {other: frozenset({cast["CG"].seat})}


def test_staff_write_only_what_is_open_to_their_own_seat(cast, safety, youth, staff_writes):
    section = staff_writes(youth, together=True)
    with as_seat(cast["SW"]) as sw:
        assert safety.seats_that_see(youth, section=section, by=sw) == {cast["SW"].seat}
        assert safety.plan(youth, by=sw).section("stay").words == "We talked about music."


def test_health_lines_wait_for_a_medic_and_open_to_no_other(cast, safety, youth):
    with as_youth(youth) as me, pytest.raises(safety.NoMedic):
        safety.write_health_lines(youth, words="An inhaler.", medic=None, by=me)
    with as_youth(youth) as me:
        assert safety.health_lines(youth, by=me) == ""
        safety.write_health_lines(youth, words="An inhaler.", medic=cast["PH"].seat, by=me)
        safety.write_health_lines(youth, words="Two inhalers.", medic=cast["PH"].seat, by=me)
        assert safety.health_lines(youth, by=me) == "Two inhalers."
    with as_seat(cast["PH"]) as nurse:
        assert safety.health_lines(youth, by=nurse) == "Two inhalers."
    for role in ("SW", "SUP", "CG", "BH"):
        with as_seat(cast[role]) as visit, pytest.raises(Refused):
            safety.health_lines(youth, by=visit)


def test_another_medic_takes_the_place_of_the_one_before(cast, safety, youth, second_medic):
    with as_youth(youth) as me:
        safety.write_health_lines(youth, words="An inhaler.", medic=cast["PH"].seat, by=me)
        safety.write_health_lines(youth, words="An inhaler.", medic=second_medic.seat, by=me)
    with as_seat(second_medic) as nurse:
        assert safety.health_lines(youth, by=nurse) == "An inhaler."
    with as_seat(cast["PH"]) as nurse, pytest.raises(Refused):
        safety.health_lines(youth, by=nurse)


@pytest.fixture
def second_medic(cast, youth):
    """A second nurse beside the young person."""
    from porchlight.project.stage import acting, in_house
    from porchlight.teams import api as teams

    agency, email = cast["PH"].agency, f"nia.{youth.hex[:6]}@county.example"
    with in_house("team"), acting(cast.administrator) as adm:
        person = teams.add_person(name="Nia Nurse", email=email, language="en", by=adm)
        seat = teams.give_seat(person, agency=agency, role="PH", name="Nia Nurse", phone="555-0102", by=adm)
    with as_seat(cast["SW"]) as sw:
        teams.join_team(youth, seat=seat, footing="CFT_832", by=sw)
    return Member("Nia Nurse", email, "PH", person, seat, agency)
