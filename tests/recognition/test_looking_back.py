"""Who may look back over weeks, and what they then see: in the rooms, before any page."""

from __future__ import annotations

from datetime import timedelta

import pytest

from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from tests.absences.conftest import welcome
from tests.needs.making import as_seat, as_youth
from tests.recognition.making import ago

ROLES = ("SW", "SUP", "CG", "PH", "BH", "ADV", "ED", "ATT", "CASA", "PO", "TRB", "PAR", "CRT", "LE")


@pytest.fixture
def looking_back(town):
    """The flow, imported once Django is ready."""
    from porchlight.flows import looking_back

    return looking_back


def since_last_sunday() -> int:
    """Days from the last Sunday that is over to today."""
    return clock.county_time(clock.now()).date().isoweekday()


def told(cast, *, left=(), status="home", beside=()):
    """A young person whose home said how the seven days of last week were; `left`: 0 is Sunday, 6 the Monday."""
    from porchlight.absences import api as absences
    from porchlight.teams import api as teams

    youth, sunday = welcome(cast), since_last_sunday()
    with as_seat(cast["SW"]) as sw:
        for role in beside:
            teams.join_team(youth, seat=cast[role].seat, footing="CFT_832", by=sw)
    with as_seat(cast["CG"]) as caregiver:
        absences.record_days(youth, said={ago(sunday + n).date(): status for n in range(7)}, by=caregiver)
        for n in left:
            absences.record_leaving(youth, left_at=ago(sunday + n), by=caregiver)
    return youth


def test_the_home_and_the_worker_see_last_week_as_it_was_told(cast, looking_back):
    youth = told(cast, left=(0, 2, 6))
    for role in ("SW", "CG"):
        with as_seat(cast[role]) as visit:
            (week,) = looking_back.weeks_back(youth, by=visit).weeks
        assert (week.count, week.confirmed, week.is_seen) == (3, 7, True)
        assert week.monday == ago(since_last_sunday() + 6).date()


def test_an_absence_that_no_tap_told_of_is_a_leaving_too(cast, looking_back):
    from porchlight.absences import api as absences

    youth = told(cast, left=(3,))
    with as_seat(cast["SW"]) as sw:
        left_at = ago(since_last_sunday() + 1) + timedelta(minutes=5)
        absences.open_episode(youth, state="concern", nonminor=False, left_at=left_at, by=sw)
        assert [week.count for week in looking_back.weeks_back(youth, by=sw).weeks] == [2]


def test_without_a_record_there_is_nothing_and_no_middle(cast, looking_back):
    youth = welcome(cast)
    with as_seat(cast["SW"]) as sw:
        assert looking_back.weeks_back(youth, by=sw) == looking_back.Weeks((), None)


def test_the_gate_is_the_one_of_what_may_be_said_for_every_role(cast, looking_back):
    from porchlight.flows.recognising import sayable

    youth = told(cast, beside=[role for role in ROLES if role not in ("SW", "SUP", "CG")])
    opened = set()
    for role in ROLES:
        with as_seat(cast[role]) as visit:
            may = looking_back.reads_all(youth, by=visit)
            withheld = {reason for one in sayable(youth, by=visit).withheld for reason in one.reasons}
        assert may == ("not_for_this_seat" not in withheld), role
        opened |= {role} if may else set()
    assert opened == {"SW", "CG"}


@pytest.mark.parametrize("role", ["SUP", "BH", "ED"])
def test_a_seat_that_reads_less_is_refused(cast, looking_back, role):
    youth = told(cast, beside=() if role == "SUP" else (role,))
    with as_seat(cast[role]) as visit, pytest.raises(Refused):
        looking_back.weeks_back(youth, by=visit)


def test_a_young_person_sees_their_own_unless_they_hid_times(cast, looking_back):
    from porchlight.progress import api as progress

    youth = told(cast, left=(1,))
    with as_youth(youth) as me:
        assert [week.count for week in looking_back.my_weeks(youth, by=me).weeks] == [1]
        progress.choose(youth, quiet=False, numbers=True, hidden=["times"], by=me)
        assert looking_back.my_weeks(youth, by=me) is None
        progress.choose(youth, quiet=False, numbers=False, hidden=["plan"], by=me)
        assert looking_back.my_weeks(youth, by=me) is not None


def test_what_is_looked_at_is_on_record_as_read_and_is_kept_nowhere(cast, looking_back):
    youth = told(cast)
    with as_seat(cast["SW"]) as sw:
        looking_back.weeks_back(youth, by=sw)
        read = {(event.what, event.category) for event in sw.events if youth in event.youths}
    assert {("absences.look_back", "K29"), ("absences.look_back", "K06")} <= read
    assert not {event.verb for event in sw.events} - {"read"}
