"""Three questions at most once a week, for the young person alone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from porchlight.kernel.errors import Refused
from tests.goals.making import at_noon_of
from tests.needs.making import as_seat, as_youth, young_person

MONDAY = date(2026, 11, 16)


def picks(youth, day, **picked):
    from porchlight.progress import api as progress

    with at_noon_of(day), as_youth(youth) as me:
        progress.say_how_it_feels(youth, picked=picked, by=me)


def page_of(youth, day):
    from porchlight.progress import api as progress

    with at_noon_of(day), as_youth(youth) as me:
        return progress.how_it_feels(youth, by=me)


def test_each_question_can_be_skipped_and_a_second_pick_of_the_same_week_counts(cast, progress):
    youth = young_person(cast)
    picks(youth, MONDAY, safe=1)
    picks(youth, MONDAY + timedelta(days=6), safe=3, say=2)
    found = page_of(youth, MONDAY + timedelta(days=6))
    assert dict(found.weeks) == {MONDAY: {"safe": 3, "say": 2}}
    assert found.now == {"safe": 3, "say": 2}
    assert page_of(youth, MONDAY + timedelta(days=7)).now == {}


def test_what_is_no_pick_is_not_kept(cast, progress):
    youth = young_person(cast)
    picks(youth, MONDAY, safe=7, somewhere=2)
    assert page_of(youth, MONDAY).weeks == ()


def test_higher_lately_is_said_of_that_question_and_lower_of_none(cast, progress):
    youth = young_person(cast)
    for number, safe in enumerate((0, 1, 0, 1, 3, 4, 3, 4)):
        picks(youth, MONDAY + timedelta(weeks=number), safe=safe, belong=4 - safe, say=2)
    found = page_of(youth, MONDAY + timedelta(weeks=7))
    assert found.higher == ("safe",)
    assert [week for week, _said in found.weeks] == [MONDAY + timedelta(weeks=number) for number in reversed(range(8))]


@pytest.mark.parametrize("role", ["SW", "SUP", "CG", "ADV"])
def test_nobody_of_the_team_reads_it(cast, progress, role):
    from porchlight.progress.scale_models import ScaleAnswer

    youth = young_person(cast, *({role} - {"SW", "SUP"}))
    picks(youth, MONDAY, safe=1)
    with as_seat(cast[role]) as visit:
        with pytest.raises(Refused):
            progress.how_it_feels(youth, by=visit)
        assert not ScaleAnswer.objects.filter(youth_id=youth).exists()
