"""Circles: case-free talk. What points at a young person is refused with the reason; nothing else is asked."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction
from django.db.utils import DatabaseError

from porchlight.adoption.ground.api import CaseFree, NamesSomebody, case_free
from porchlight.adoption.training import api as training
from porchlight.adoption.training.models import Circle, Presence
from porchlight.kernel.errors import Refused
from tests.adoption.training import NOTHING, today, young_person_beside

QUESTION = training.questions()[0].key


def keep(county, who="services.manager", *, notes="We listened.", own="", seats=(), others=0, on=None):
    with county.by(who) as by:
        return training.keep_circle(
            on or today(), questions=[QUESTION, "nothing"], own_question=case_free(own, by=by),
            notes=case_free(notes, by=by), seats=seats, others=others, by=by,
        )  # fmt: skip


def test_s16b_a_circle_keeps_its_questions_its_notes_and_who_sat_there(county):
    row = keep(county, own="What do we owe?", seats=[county["services.worker"].seat], others=2)
    with county.by("services.worker") as by:
        found = training.circle(row, by=by)
        assert (list(found.questions), found.own_question, found.notes) == (
            [QUESTION],
            "What do we owe?",
            "We listened.",
        )
        assert found.people == 4
        assert training.my_circles(by=by) == ((row, today()),)
        assert [one.id for one in training.circles(by=by)] == [row]
    with county.by("services.signatory") as by:
        assert training.my_circles(by=by) == ()
        assert not Presence.objects.filter(circle=row).exists(), "who sat there is no list for others"


def test_no_other_agency_and_no_chair_reads_the_notes_of_a_circle(county):
    row = keep(county)
    for name in ("probation.manager", "chair", "member"):
        with county.by(name) as by:
            assert training.circles(by=by) == ()
            assert not Circle.objects.filter(id=row).exists()
            with pytest.raises(Refused):
                training.circle(row, by=by)


def test_circles_are_counted_by_agency_from_a_day_on_for_the_county(county):
    first = today().replace(month=(today().month - 1) // 3 * 3 + 1, day=1)
    for on in (today(), today(), first - timedelta(days=1)):
        keep(county, on=on)
    keep(county, "probation.lead")
    with county.by("chair") as by:
        found = {one.agency: one.circles for one in training.practice_figures(since=first - timedelta(days=40), by=by)}
        recent = {one.agency: one.circles for one in training.practice_figures(since=first, by=by)}
    assert (found[county.agencies["services"]], recent[county.agencies["services"]]) == (3, 2)
    assert (found[county.agencies["probation"]], recent[county.agencies["probation"]]) == (1, 1)
    assert found[county.agencies["advocates"]] == 0


def test_a_circle_of_tomorrow_is_not_written_down_today(county):
    with pytest.raises(training.DayNotCome):
        keep(county, on=today() + timedelta(days=1))


def test_people_of_another_agency_did_not_sit_in_ours(county):
    with pytest.raises(Refused):
        keep(county, seats=[county["probation.worker"].seat])


def test_a_worker_without_an_office_writes_no_circle_in_python_and_in_sql(county):
    with county.by("services.worker") as by:
        with pytest.raises(Refused):
            training.keep_circle(today(), questions=(), own_question=NOTHING, notes=NOTHING, seats=(), others=0, by=by)
        with pytest.raises(DatabaseError), transaction.atomic():
            Circle.objects.create(
                county=by.county, agency_id=by.own_agency, made_by=by.actor, held_on=today(), people=3
            )


@pytest.mark.parametrize(
    ("notes", "reason"),
    [
        ("Case number 19-00231 came up.", "“19-00231” looks like a case number"),
        ("We thought of docket JV104422.", "“JV104422” looks like a case number"),
        ("She was born on May 4, 2010.", "“May 4, 2010” looks like a birth date"),
        ("DOB 5/4/2010", "“5/4/2010” looks like a birth date"),
        ("Today Marlow laughed.", "“Marlow” is the name of a young person beside whom you stand"),
        ("today MARLOW laughed.", "“Marlow” is the name"),
        ("We all thought of Quist.", "“Marlow Quist” is the name"),
    ],
)
def test_s16b_notes_that_point_at_a_young_person_are_refused_with_the_reason(county, notes, reason):
    young_person_beside(county, "services.manager", used="Marlow", legal="Marlow Quist")
    with pytest.raises(NamesSomebody, match=reason):
        keep(county, notes=notes)
    with pytest.raises(NamesSomebody, match=reason):
        keep(county, own=notes)


def test_the_name_of_a_youth_beside_whom_the_writer_does_not_stand_is_an_unknown_name(county):
    young_person_beside(county, "services.worker", used="Thessaly")
    asked = {name: keep(county, notes=f"We thought of {name}.") for name in ("Thessaly", "Nobodyatall")}
    with county.by("services.manager") as by:
        notes = {name: training.circle(row, by=by).notes for name, row in asked.items()}
    assert notes == {name: f"We thought of {name}." for name in asked}


def test_what_we_ourselves_do_may_be_said_as_it_is(county):
    notes = "On 2026-10-02 we read SB 794. Call 555-0134. We were late, and said so."
    row = keep(county, notes=notes)
    with county.by("services.lead") as by:
        assert training.circle(row, by=by).notes == notes


def test_no_table_takes_notes_that_nobody_looked_through(county):
    with county.by("services.manager") as by, pytest.raises(TypeError, match="case_free"):
        Circle.objects.create(
            county=by.county, agency_id=by.own_agency, made_by=by.actor, held_on=today(), people=1, notes="plain"
        )
    assert isinstance(NOTHING, CaseFree)
