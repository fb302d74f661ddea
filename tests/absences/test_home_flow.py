"""What follows of coming home: a kind line for them alone, duties for us, and the end of the night."""

from __future__ import annotations

from datetime import timedelta

import pytest

from porchlight.kernel.errors import Refused


@pytest.fixture
def home(cast):
    from tests.absences.homecoming import Scene

    return Scene(cast)


@pytest.fixture
def absences(cast):
    from porchlight.absences import api

    return api


@pytest.fixture
def progress(cast):
    from porchlight.progress import api

    return api


def test_the_kind_line_goes_to_them_and_nobody_else_reads_it(home, absences, progress):
    youth = home.young_person()
    home.leave(youth)
    home.come_back(youth, kind_word="It was good to hear the bell")
    with home.as_youth(youth) as me:
        (word,) = progress.received(youth, wanted=progress.Wishes(youth), by=me)
    assert word.words == "It was good to hear the bell"
    with home.seen_by("SW") as sw:
        assert progress.received(youth, wanted=progress.Wishes(youth), by=sw) == ()


def test_without_a_kind_line_nothing_is_sent_in_anybodys_name(home, progress):
    youth = home.young_person()
    home.come_back(youth, kind_word="   ")
    with home.as_youth(youth) as me:
        assert progress.received(youth, wanted=progress.Wishes(youth), by=me) == ()


def test_the_duties_after_a_return_open_once_and_count_from_coming_home(home, absences):
    youth = home.young_person()
    episode = home.leave(youth)
    home.come_back(youth)
    home.come_back(youth, role="SW", at=home.night + timedelta(hours=1))
    with home.seen_by("SW") as sw:
        owed = {one.key: one for one in absences.duties(youth, episode=episode, by=sw)}
    assert set(owed) == {
        "return.clear_reports",
        "return.health_offer",
        "return.conversation",
        "return.cse_screen",
        "return.plan_review",
    }
    assert owed["return.clear_reports"].due_at == home.night + timedelta(hours=24)
    assert owed["return.conversation"].due_at == absences.talk_by(home.night)


def test_with_no_absence_open_nothing_is_owed_and_the_day_is_said_to_be_at_home(home, absences):
    youth = home.young_person()
    home.come_back(youth)
    today = home.night.date()
    with home.seen_by("SW") as sw:
        (day,) = absences.days(youth, since=today, until=today, by=sw)
        waiting = [one for one in absences.my_waiting(by=sw) if one.youth == youth]
    assert (day.day, day.status, waiting) == (today, "home", [])


def test_a_caregiver_of_another_home_says_the_return_and_no_day(home, absences):
    youth = home.young_person(household=False)
    home.come_back(youth)
    with home.seen_by("SW") as sw:
        assert absences.days(youth, since=home.night.date(), until=home.night.date(), by=sw) == ()
        assert absences.last_back(youth, by=sw).back_at == home.night


def test_whoever_is_on_call_can_tell_it_and_then_stands_beside_them_no_longer(
    home, absences, progress, rota, night_worker
):
    from porchlight.flows.coming_home import Told, come_home
    from porchlight.kernel import clock
    from porchlight.project.stage import acting, in_house

    youth = home.young_person()
    rota.starts(night_worker)
    home.leave(youth)
    with clock.standing_still(home.night), in_house("team"), acting(night_worker.seat) as visit:
        came = come_home(youth, told=Told(back_at=home.night, kind_word="The porch light is on"), by=visit)
        assert came.ended_now
    with in_house("team"), acting(night_worker.seat) as visit, pytest.raises(Refused):
        absences.home_now(youth, by=visit)
    with home.as_youth(youth) as me:
        assert progress.received(youth, wanted=progress.Wishes(youth), by=me) == ()


def test_the_night_of_a_later_absence_goes_on_when_an_earlier_return_is_told_late(home, absences, rota, night_worker):
    from porchlight.project.stage import acting, in_house

    youth = home.young_person()
    rota.starts(night_worker)
    home.leave(youth, at=home.night - timedelta(hours=2))
    home.come_back(youth, back_at=home.night - timedelta(hours=9))
    with in_house("team"), acting(night_worker.seat) as visit:
        assert absences.home_now(youth, by=visit).is_away


def test_only_who_may_send_a_kind_line_is_asked_for_one(home, rota, night_worker):
    from porchlight.kernel import clock
    from tests.support.client import team_browser

    youth = home.young_person()
    rota.starts(night_worker)
    home.leave(youth)
    with home.browser("CG") as page:
        assert "Others can only if Robin says yes." in page.text(f"/y/{youth}/back")
    with clock.standing_still(home.night), team_browser(night_worker) as page:
        assert "kind_word" not in page.text(f"/y/{youth}/back")
        answer = page.send(f"/y/{youth}/back")
        assert (answer.status_code, answer["Location"]) == (303, "/")
