"""Six weeks of ordinary, kind story, told by the product's own commands on the days when they happened."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from porchlight.absences import api as absences
from porchlight.directory import api as directory
from porchlight.flows import coming_home, leaving
from porchlight.kernel import clock
from porchlight.messaging import api as messaging
from porchlight.needs import api as needs
from porchlight.policy.api import Visit
from porchlight.progress import api as progress
from porchlight.project.stage import acting, in_house
from porchlight.teams import api as teams

if TYPE_CHECKING:
    from porchlight.project.seed.county import County

WEEKS = 6
# Maya's evenings away, as days before today: five the week before last, three last week.
MAYA_LEFT = (14, 13, 12, 10, 9, 6, 4, 2)
LONG_AGO = (33, 26)
AT_SCHOOL = 5  # days ago; that evening Ruth said nothing, and Elena knows it from school
ALL_DONE = 4  # days after an evening on which also the talk and the look at the plan are done


def tell(county: County, data: dict[str, Any]) -> None:
    """Tell it, day by day up to today."""
    with in_house("team"):
        _services(county)
        _rota(county)
        for young in data["young"]:
            _home(county, young)
        for days_ago in sorted((*MAYA_LEFT, *LONG_AGO), reverse=True):
            _one_evening(county, days_ago)
        _quiet_days(county)
        _away_now(county)
        _beds(county)
    _what_matters(county)
    _goals(county)
    _promises(county)
    _kind_words(county)


@contextmanager
def on(days_ago: int, hour: int, minute: int = 0) -> Iterator[datetime]:
    """Stand at that hour of that day, county time."""
    moment = datetime.combine(_day(days_ago), time(hour, minute), tzinfo=clock.COUNTY_ZONE)
    with clock.standing_still(moment):
        yield moment


def _day(days_ago: int) -> date:
    return clock.county_time(clock.wall()).date() - timedelta(days=days_ago)


def _services(county: County) -> None:
    with acting(county.administrator) as adm:
        directory.choose_county("sample", by=adm)
        directory.add_sample(by=adm)


def _rota(county: County) -> None:
    """Somebody at the county is there at any hour: Elena by day, Tom at night, Grace for the 24-hour desk."""
    day, evening = time(8), time(20)
    with acting(county.seats["Grace Lindqvist"]) as grace:
        for weekday in range(7):
            for name, order, starts, ends in (
                ("Elena Marsh", "first", day, evening),
                ("Tom Okafor", "first", evening, day),
                ("Grace Lindqvist", "desk", day, day),
            ):
                teams.add_shift(
                    seat=county.seats[name], order=order, weekday=weekday, starts=starts, ends=ends, by=grace
                )


def _home(county: County, young: dict[str, Any]) -> None:
    with acting(county.seats[young["worker"]]) as worker:
        teams.lives_with(county.young[young["name"]], agency=county.agencies[young["home"]], by=worker)


def _one_evening(county: County, days_ago: int) -> None:
    """Maya leaves at nine, her worker knows with whom she is, she is back before midnight; what is owed is done."""
    maya, ruth, elena = county.young["Maya"], county.seats["Ruth Alvarez"], county.seats["Elena Marsh"]
    with on(days_ago, 21) as left, acting(ruth) as home:
        tap = leaving.tell_leaving(maya, left_at=left, heard="screen", by=home)
    with on(days_ago, 21, 20), acting(elena) as worker:
        episode = leaving.begin_absence(maya, state=absences.AWAY_KNOWN, tap=tap, by=worker)
        absences.record_contact(maya, channel="text", effort="E01", result="C3", by=worker)
    with on(days_ago, 23, 10) as back, acting(ruth) as home:
        told = coming_home.Told(back_at=back, came_how="W01", first_needs=("F01", "F03"))
        coming_home.come_home(maya, told=told, by=home)
    with on(days_ago - 1, 9) as morning, acting(elena) as worker:
        soon = morning + timedelta(days=1 if days_ago < ALL_DONE else 28)
        _what_was_owed(maya, episode.id, until=soon, by=worker)


def _what_was_owed(youth: UUID, episode: UUID, *, until: datetime, by: Visit) -> None:
    """What a return asks of the county until then, done on the next morning."""
    for duty in absences.duties(youth, episode=episode, by=by):
        if not duty.is_settled and duty.due_at <= until:
            words = dict.fromkeys(absences.fields_of(duty.rule), "Done with Maya this morning")
            late = "Maya was asleep; it waited for breakfast" if duty.is_late else ""
            absences.complete_duty(youth, duty_id=duty.id, words=words, late_because=late, by=by)


def _quiet_days(county: County) -> None:
    """Ruth says every evening that Maya is at home; some days nobody says anything, and nobody is chased for it."""
    maya, ruth, elena = county.young["Maya"], county.seats["Ruth Alvarez"], county.seats["Elena Marsh"]
    others = (*MAYA_LEFT, *LONG_AGO, AT_SCHOOL)
    said = {_day(ago): "home" for ago in range(1, WEEKS * 7) if ago % 11 and ago not in others}
    with acting(ruth) as home:
        absences.record_days(maya, said=said, by=home)
    with acting(elena) as worker:
        absences.confirm_day(maya, day=_day(AT_SCHOOL), source="school", by=worker)


def _away_now(county: County) -> None:
    """Jaylen left this morning; his worker calls him missing, and what we owe has its clock."""
    jaylen, paul, tom = county.young["Jaylen"], county.seats["Paul Ito"], county.seats["Tom Okafor"]
    left = clock.now() - timedelta(hours=5)
    with clock.standing_still(left), acting(paul) as home:
        tap = leaving.tell_leaving(jaylen, left_at=left, heard="screen", by=home)
    with clock.standing_still(left + timedelta(minutes=30)), acting(tom) as worker:
        leaving.begin_absence(jaylen, state=absences.MISSING, tap=tap, by=worker)
    with acting(tom) as worker:
        absences.record_contact(jaylen, channel="text", effort="E01", result="C1", by=worker)


def _beds(county: County) -> None:
    with acting(county.seats["Ruth Alvarez"]) as home:
        absences.record_bed(county.young["Maya"], state=absences.BedState.OPEN, last_night=_day(-30), by=home)


def _what_matters(county: County) -> None:
    """What matters to Maya, in her words; one row is given to her advocate with her yes, one waits for somebody."""
    maya = county.young["Maya"]
    with in_house("youth"), acting(maya, youth=True) as visit:
        belonging = _need(visit, "N07", matters=3, gets_now="With Bee's group on Thursdays", verdict="sort_of")
        _need(visit, "N03", matters=3, gets_now="Nowhere yet", verdict="doesnt")
        _need(visit, "N15", matters=2, gets_now="I call Aunt Lu", verdict="works")
        messaging.choose_code_word(maya, words="Blue umbrella", seats=[county.seats["Bee Watkins"]], by=visit)
    with in_house("team"), acting(county.seats["Elena Marsh"]) as worker:
        needs.give_need(
            maya, need=belonging, seat=county.seats["Bee Watkins"], starts_on=_day(20), due_on=_day(-10), by=worker
        )
    with in_house("youth"), acting(maya, youth=True) as visit:
        needs.answer_helper(maya, need=belonging, may_see=True, by=visit)


def _need(visit: Visit, code: str, *, matters: int, gets_now: str, verdict: str) -> UUID:
    return needs.name_need(visit.actor, code=code, matters=matters, gets_now=gets_now, verdict=verdict, by=visit)


def _goals(county: County) -> None:
    """Maya writes a goal, moves it up after a good week, and shows it to her worker."""
    maya, elena = county.young["Maya"], county.seats["Elena Marsh"]
    rungs = ("I stay in my room", "I go down for breakfast", "I sing with the choir", "I sing alone", "I sing a solo")
    with in_house("youth"):
        with on(24, 17), acting(maya, youth=True) as visit:
            goal = progress.write_goal(maya, words="Sing in front of people", place=0, by=visit)
            progress.name_rungs(maya, goal=goal, rungs=rungs, by=visit)
            progress.show_goal(maya, goal=goal, to={elena: "SW"}, by=visit)
        with on(3, 17), acting(maya, youth=True) as visit:
            progress.move_goal(maya, goal=goal, up=True, by=visit)


def _promises(county: County) -> None:
    """What Elena promised: one thing is done, one is owed."""
    maya, elena = county.young["Maya"], county.seats["Elena Marsh"]
    with in_house("team"):
        with on(18, 16), acting(elena) as worker:
            done = progress.promise(maya, seat=elena, words="A bus pass for choir", due_on=_day(11), by=worker)
            progress.promise(maya, seat=elena, words="Ask school about art class", due_on=_day(-4), by=worker)
        with on(12, 15), acting(elena) as worker:
            progress.say_outcome(maya, promise=done, what="kept", on=_day(12), by=worker)
    with in_house("youth"), on(11, 18), acting(maya, youth=True) as visit:
        progress.say_it_happened(maya, promise=done, happened=True, by=visit)


def _kind_words(county: County) -> None:
    with in_house("team"), acting(county.seats["Bee Watkins"]) as bee:
        progress.send_kind_word(
            county.young["Maya"], words="You called me on Tuesday when it got loud. I was glad you did.", by=bee
        )
