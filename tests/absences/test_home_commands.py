"""Coming home in the record: never an error, never late, never a reason for anything but welcome."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

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


def episodes(home, youth):
    from porchlight.absences.models import Episode

    with home.seen_by("SW"):
        return list(Episode.objects.filter(youth_id=youth).order_by("left_at").values("state", "left_at", "closed_at"))


def test_a_caregiver_closes_what_the_worker_opened(home, absences):
    youth = home.young_person()
    episode = home.leave(youth)
    told = home.come_back(youth)
    assert (told.episode, told.ended_now) == (episode, True)
    assert episodes(home, youth) == [{"state": "returned", "left_at": home.left, "closed_at": home.night}]
    for role in ("CG", "SW", "BH"):
        with home.seen_by(role) as visit:
            assert not absences.home_now(youth, by=visit).is_away


def test_the_status_row_says_when_they_left_and_came_back(home):
    from porchlight.absences.models import Status

    youth = home.young_person()
    home.leave(youth)
    home.come_back(youth)
    with home.seen_by("SW"):
        row = Status.objects.filter(youth_id=youth, is_open=False).get()
    assert (row.left_at, row.back_at, row.made_by) == (home.left, home.night, home.cast["CG"].seat)


def test_told_twice_is_no_error_and_one_coming_home(home, absences):
    youth = home.young_person()
    episode = home.leave(youth)
    home.come_back(youth)
    again = home.come_back(youth, role="SW", at=home.night + timedelta(hours=6))
    assert (again.episode, again.ended_now) == (episode, False)
    assert len(episodes(home, youth)) == 1
    with home.seen_by("SW", at=home.next_day) as sw:
        assert absences.last_back(youth, by=sw).left_at == home.left


def test_with_no_absence_open_it_is_kept_all_the_same(home, absences):
    youth = home.young_person()
    told = home.come_back(youth)
    assert (told.episode, told.ended_now) == (None, False)
    with home.seen_by("CG") as caregiver:
        assert absences.last_back(youth, by=caregiver).back_at == home.night


def test_a_return_told_late_does_not_close_an_absence_that_began_after_it(home):
    youth = home.young_person()
    home.leave(youth, at=home.night - timedelta(hours=2))
    told = home.come_back(youth, back_at=home.night - timedelta(hours=9))
    assert told.episode is None
    assert episodes(home, youth)[0]["closed_at"] is None


def test_an_absence_of_long_ago_has_nothing_to_do_with_tonight(home):
    youth = home.young_person()
    home.leave(youth, at=home.long_ago)
    home.come_back(youth, at=home.long_ago + timedelta(days=1))
    assert home.come_back(youth).episode is None


def test_after_coming_home_they_can_leave_and_come_home_again(home):
    youth = home.young_person()
    home.leave(youth)
    home.come_back(youth)
    second = home.leave(youth, at=home.night + timedelta(days=2))
    assert home.come_back(youth, at=home.night + timedelta(days=3)).episode == second


def test_only_the_time_is_needed_and_nothing_is_made_up_for_the_rest(home, absences):
    youth = home.young_person()
    home.come_back(youth)
    with home.seen_by("SW") as sw:
        (kept,) = absences.last_returns(youth, since=home.night, by=sw)
    assert (kept.came_how, kept.first_needs, kept.urgent) == ("", (), ())


def test_what_they_wanted_first_is_read_by_the_young_person_and_by_its_writer(home, absences):
    youth = home.young_person()
    home.come_back(youth, first_needs=("F01", "F12"), came_how="W05")
    for visit_of in (home.as_youth(youth), home.seen_by("CG")):
        with visit_of as visit:
            (kept,) = absences.last_returns(youth, since=home.night, by=visit)
        assert (kept.first_needs, kept.came_how) == (("F01", "F12"), "W05")


@pytest.mark.parametrize(
    "told",
    [
        {"came_how": "W12"},
        {"came_how": "no such way"},
        {"first_needs": ("F99",)},
        {"urgent": ("curious",)},
    ],
)
def test_what_is_not_a_coming_home_is_not_kept_as_one(home, absences, told):
    youth = home.young_person()
    with pytest.raises(absences.NotAReturn):
        home.come_back(youth, **told)


def test_nobody_comes_home_tomorrow(home, absences):
    with pytest.raises(absences.NotAReturn):
        home.come_back(home.young_person(), back_at=home.night + timedelta(hours=1))


def test_quinn_of_another_county_can_record_nothing_and_see_nothing(home, absences):
    youth = home.young_person()
    home.leave(youth)
    with pytest.raises(Refused):
        home.come_back(youth, role="quinn")
    with home.seen_by("quinn") as quinn, pytest.raises(Refused):
        absences.home_now(youth, by=quinn)


def test_the_database_itself_refuses_to_close_for_an_outsider(home):
    import psycopg

    from tests.support.connections import as_visitor

    youth = home.young_person()
    home.leave(youth)
    with as_visitor("pl_team", "seat", home.cast.quinn.seat) as visitor, pytest.raises(psycopg.Error, match="refused"):
        visitor.execute("SELECT * FROM pl.come_home(%s, now(), now())", [youth])


def test_the_window_is_shut_again_when_the_function_returns(home):
    from tests.support.connections import as_visitor

    youth = home.young_person()
    with as_visitor("pl_team", "seat", home.cast["SW"].seat) as visitor:
        visitor.execute("SELECT * FROM pl.come_home(%s, now(), now())", [youth])
        assert visitor.execute("SELECT current_setting('pl.migration_window', true)").fetchone() == ("",)


def test_a_clinician_reads_that_they_are_home_and_nothing_of_the_return_screen(home, absences):
    youth = home.young_person()
    home.come_back(youth, came_how="W08")
    with home.seen_by("BH") as clinician:
        assert absences.last_back(youth, by=clinician).back_at == home.night
        with pytest.raises(Refused):
            absences.last_returns(youth, since=home.night, by=clinician)


def test_a_caregiver_of_another_home_does_not_read_what_colleagues_wrote(home, absences):
    youth = home.young_person(household=False)
    home.come_back(youth, role="SW", came_how="W01")
    with home.seen_by("CG") as caregiver:
        assert absences.last_back(youth, by=caregiver) is None
        assert absences.last_returns(youth, since=home.night, by=caregiver) == ()


def test_the_team_hears_of_it_without_asking(home, absences):
    youth = home.young_person()
    home.come_back(youth)
    home.come_back(youth, at=home.night + timedelta(hours=1))
    with home.seen_by("SUP", at=home.next_day) as supervisor:
        waiting = absences.my_waiting(home_since=home.night, by=supervisor)
        found = [one for one in waiting if isinstance(one, absences.LatelyHome) and one.youth == youth]
    assert [one.back_at for one in found] == [home.night + timedelta(hours=1)]
    with home.seen_by("quinn") as quinn:
        assert absences.my_waiting(home_since=home.long_ago, by=quinn) == ()


def test_the_bed_is_said_to_the_young_person_as_the_home_recorded_it(home, absences):
    youth = home.young_person()
    home.leave(youth)
    home.bed(youth, role="CG", state=absences.BedState.OPEN, last_night=date(2026, 11, 30))
    with home.as_youth(youth) as me:
        sheet = absences.welcome_for(youth, by=me)
    assert absences.say_bed(sheet.line, language="es", to_youth=True).startswith("Tu cama está aquí esta noche")
    assert not [name for name in vars(sheet) if name.endswith("_at")]


def test_another_place_lies_sealed_and_opens_for_the_young_person(home, absences):
    from tests.support.connections import as_admin

    youth = home.young_person()
    place = "the blue house by the bakery"
    home.bed(youth, state=absences.BedState.ELSEWHERE, last_night=date(2026, 11, 22), place=place, call="555-0133")
    with home.as_youth(youth) as me:
        assert place in absences.say_bed(absences.welcome_for(youth, by=me).line, language="en", to_youth=True)
    with as_admin() as admin:
        lying = admin.execute("SELECT place, call FROM absences_bed WHERE youth_id = %s", [youth]).fetchone()
    assert not any(b"bakery" in bytes(part) or b"555-0133" in bytes(part) for part in lying)


def test_a_bed_held_for_the_last_absence_is_not_promised_in_this_one(home, absences):
    youth = home.young_person()
    home.bed(youth, at=home.long_ago, state=absences.BedState.OPEN, last_night=date(2026, 12, 24))
    home.leave(youth)
    with home.as_youth(youth) as me:
        assert absences.welcome_for(youth, by=me).line.key is absences.LineKey.ASK


def test_we_do_not_know_takes_back_what_was_said_before(home, absences):
    youth = home.young_person()
    home.bed(youth, at=home.left, state=absences.BedState.OPEN, last_night=date(2026, 11, 30))
    home.bed(youth, state=absences.BedState.UNKNOWN, last_night=date(2026, 11, 30), place="nowhere")
    with home.seen_by("CG") as caregiver:
        now = absences.home_now(youth, by=caregiver)
    assert now.line.key is absences.LineKey.ASK
    assert (now.bed.last_night, now.bed.place) == (None, "")


def test_a_bed_record_with_a_gap_is_not_kept(home, absences):
    with pytest.raises(absences.BedUnclear):
        home.bed(home.young_person(), state=absences.BedState.ELSEWHERE, last_night=date(2026, 11, 30))


def test_a_young_person_without_any_record_hears_that_we_do_not_know(home, absences):
    youth = home.young_person()
    with home.as_youth(youth) as me:
        line = absences.welcome_for(youth, by=me).line
    assert line == absences.welcome_line(None, at=home.night, call="555-0101")
    with pytest.raises(Refused), home.as_youth(youth) as me:
        absences.welcome_for(uuid4(), by=me)
