"""A record that was put right: what was said from it is taken back, with a word of why, and never as a fault."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.needs.making import as_seat
from tests.pages.looking import looked_at, statements
from tests.recognition.making import FIVE_THEN_THREE, ago, written_down
from tests.support.client import team_browser, youth_browser
from tests.support.connections import as_admin

FEWER = "You left fewer times this week than last week."
CHANGED = "Our notes changed"


@pytest.fixture
def told(crew):
    """A young person to whom the worker said that they left fewer times: three, and five the week before."""
    youth = written_down(crew, left=FIVE_THEN_THREE)
    with as_seat(crew["SW"]) as sw:
        from porchlight.flows import recognising

        recognising.send_what_is_true(youth, fact="fewer_leavings", words="I noticed.", by=sw)
    return youth


def says(crew, youth, days, status):
    from porchlight.absences import api as absences

    with as_seat(crew["CG"]) as caregiver:
        absences.record_days(youth, said={ago(n).date(): status for n in days}, by=caregiver)


def left_too(crew, youth, *days):
    from porchlight.absences import api as absences

    with as_seat(crew["CG"]) as caregiver:
        for n in days:
            absences.record_leaving(youth, left_at=ago(n), by=caregiver)


def read(youth, accept="en"):
    with youth_browser(youth, accept=accept) as page:
        return page.text("/n/11")


def test_as_long_as_nothing_is_corrected_it_stands(crew, told):
    shown = read(told)
    assert FEWER in shown
    assert CHANGED not in shown


@pytest.mark.parametrize("accept", ["en", "es"])
def test_a_correction_takes_it_back_and_says_why_without_blame(crew, told, accept):
    says(crew, told, (1, 2), "not_known")
    with statements() as asked:
        shown = looked_at(read(told, accept), house="youth", address="/n/11", simple=accept == "en")
    assert len(asked) <= 14
    if accept == "en":
        assert CHANGED in shown
        assert "You did nothing wrong." in shown
        assert f"<blockquote>{FEWER}" not in shown
    else:
        assert "No hiciste nada malo." in shown
    assert "I noticed." in shown


def test_putting_it_back_as_it_was_lets_it_stand(crew, told):
    says(crew, told, (1, 2), "not_known")
    says(crew, told, (1, 2), "home")
    assert CHANGED not in read(told)


def test_a_leaving_that_is_told_late_changes_the_number_that_is_read_or_takes_it_back(crew, told):
    with youth_browser(told) as page:
        page.send("/n/11", numbers="yes", quiet="no")
    assert "Times you left this week: 3. Last week: 5." in read(told)
    left_too(crew, told, 5)
    assert "Times you left this week: 4. Last week: 5." in read(told)
    left_too(crew, told, 3)
    assert CHANGED in read(told)


def test_what_happens_after_it_was_said_never_takes_it_back(crew, told):
    from porchlight.kernel import clock

    with as_seat(crew["CG"]) as caregiver:
        from porchlight.absences import api as absences

        absences.record_leaving(told, left_at=clock.now() + timedelta(minutes=1), by=caregiver)
    assert CHANGED not in read(told)


def test_the_sender_sees_it_too_and_the_log_keeps_it(crew, told):
    says(crew, told, (1, 2), "not_known")
    with team_browser(crew["SW"]) as page:
        shown = page.text(f"/y/{told}/good-word")
        assert "The record was put right. Their page says that our notes changed." in shown
    read(told)
    with as_admin() as admin:
        lines = admin.execute("SELECT event::text FROM audit_leaf WHERE %s = ANY(youths)", [told]).fetchall()
    assert any('"lapse"' in line for (line,) in lines)


def test_a_kind_word_of_somebodys_own_is_never_taken_back(crew, told):
    from porchlight.progress import api as progress

    with as_seat(crew["CG"]) as caregiver:
        progress.send_kind_word(told, words="You fed the cat.", by=caregiver)
    says(crew, told, range(1, 15), "not_known")
    shown = read(told)
    assert "You fed the cat." in shown
    assert shown.count(CHANGED) == 1
