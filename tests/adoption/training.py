"""What the tests of training share: courses, sessions, people who attend, and time that moves."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID

from porchlight.adoption.ground.api import CaseFree, case_free
from porchlight.adoption.training import api as training
from porchlight.kernel import clock
from porchlight.people import api as people
from porchlight.project.stage import acting, in_house
from porchlight.teams import api as teams
from tests.adoption.counties import add_person

WORDS = "training.language"
NOTHING = CaseFree("")
SIXTY = timedelta(days=60)


def today() -> date:
    return clock.county_time(clock.now()).date()


@contextmanager
def on_day(day: date):
    """Noon of that day, on the county's clock."""
    with clock.standing_still(datetime.combine(day, time(12), tzinfo=clock.COUNTY_ZONE)):
        yield


def make_course(county, *, who: str = "services.trainer", title: str = "Words first", serves=(WORDS,)) -> UUID:
    with county.by(who) as by:
        return training.write_curriculum(
            case_free(title, by=by),
            hours=Decimal(2),
            serves=serves,
            outline=case_free("# Begin\n\nSlowly.", by=by),
            by=by,
        )


def plan(county, course: UUID | None = None, *, on: date | None = None, who: str = "services.trainer", survivor="none"):
    course = course or make_course(county, who=who)
    with county.by(who) as by:
        return training.plan_session(
            course, held_on=on or today(), room=case_free("Room 4", by=by), led_by=case_free("Ana Ruiz", by=by),
            survivor_trainer=survivor, by=by,
        )  # fmt: skip


def code_of(county, session: UUID, *, who: str = "services.trainer") -> str:
    with county.by(who) as by:
        return training.code_today(training.session(session, by=by), by=by)


def attend(county, session: UUID, *names: str, who: str = "services.trainer") -> None:
    """These people come in by the code on the wall."""
    code = code_of(county, session, who=who)
    for name in names:
        with county.by(name) as by:
            assert training.attend_by_code(code, by=by) == session


def says(county, name: str, session: UUID, *, before: int = 2, after: int = 4, will: str = "Ask first") -> UUID:
    """That person's answers before and after, and what they will do differently."""
    with county.by(name) as by:
        training.say_how_sure(session, moment="before", items=[before] * 5, by=by)
        training.say_how_sure(session, moment="after", items=[after] * 5, by=by)
        return training.will_do_differently(session, words=case_free(will, by=by), by=by)


def young_person_beside(county, name: str, *, used: str, legal: str = "") -> UUID:
    """A young person whom that person of the county welcomed, and beside whom they stand."""
    with in_house("team"), acting(county[name].seat) as by:
        names = people.names_by_audience(legal=legal or used, used=used, pronoun="they", ticked=frozenset({"team"}))
        return people.welcome(names=names, legal_name=legal or used, birth_date=date(2010, 5, 4), language="en", by=by)


def small_home(cast, county) -> UUID:
    """A home of four people in that county."""
    with in_house("team"), acting(cast.administrator) as adm:
        home = teams.add_agency(name="Small home", kind="resource_family", phone="", county=county.key, by=adm)
    county.agencies["small"] = home
    for number in range(4):
        add_person(cast, county, f"home{number}", agency="small", role="CG")
    return home
