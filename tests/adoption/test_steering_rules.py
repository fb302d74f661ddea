"""What a committee lacks, and where an action stands."""

from __future__ import annotations

from datetime import date

from porchlight.adoption.policies.shipped import shipped
from porchlight.adoption.steering.rules import LIVED, Gap, Stands, action_stands, gaps, places

REQUIRED = [partner.key for partner in shipped().partners if partner.required]
WHOLE = [(key, True, False) for key in REQUIRED] + [(LIVED, True, True)] * 2


def test_s16c_a_whole_table_lacks_nothing():
    assert gaps(WHOLE) == ()


def test_s16c_every_partner_of_the_law_needs_a_place_that_somebody_holds():
    assert [gap.why for gap in gaps([(LIVED, True, True)] * 2)] == ["missing"] * len(REQUIRED)
    vacant = [(REQUIRED[0], False, False), *WHOLE[1:]]
    assert gaps(vacant) == (Gap(REQUIRED[0], "vacant"),)
    assert gaps([*vacant, (REQUIRED[0], True, False)]) == (), "a second place of the same partner is enough"


def test_s16c_lived_experience_has_two_places_at_least_and_each_is_paid():
    others = WHOLE[:-2]
    assert gaps([*others, (LIVED, True, True)]) == (Gap(LIVED, "few"),)
    assert gaps([*others, (LIVED, True, True), (LIVED, False, True)]) == (Gap(LIVED, "few"),)
    assert gaps([*others, (LIVED, True, True), (LIVED, True, False)]) == (Gap(LIVED, "unpaid"),)


def test_every_partner_can_be_named_and_lived_experience_and_others_too():
    assert set(places()) >= {*REQUIRED, LIVED, "other"}


def test_an_action_is_late_only_after_its_day():
    day = date(2026, 11, 22)
    assert action_stands(due_on=day, done=None, today=day) is Stands.OPEN
    assert action_stands(due_on=day, done=None, today=date(2026, 11, 23)) is Stands.LATE
    assert action_stands(due_on=day, done=True, today=date(2026, 11, 23)) is Stands.DONE
    assert action_stands(due_on=day, done=False, today=day) is Stands.NOT_DONE
