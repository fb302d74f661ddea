"""Coaching is read by the two; leadership counts; and care after a hard night leaves nothing behind."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from porchlight.adoption.coaching import api as coaching
from porchlight.adoption.coaching.rules import Reach, Support, support_stands
from porchlight.adoption.ground.api import case_free
from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from tests.absences.conftest import welcome
from tests.adoption.counties import add_person, beside, make_county
from tests.support.client import team_browser

WORDS = "Opening the door without a question first"
PROMISE = "A second person on the late shift"


def today():
    return clock.county_time(clock.now()).date()


def write(county, coach: str, coached: str, *, days_ago: int = 1, support: str = PROMISE, by_in: int | None = 7):
    with county.by(coach) as visit:
        return coaching.write_coaching(
            county[coached].seat,
            on_day=today() - timedelta(days=days_ago),
            strategy=case_free(WORDS, by=visit),
            barrier=case_free("Nobody is on at four", by=visit),
            support=case_free(support, by=visit),
            support_by=None if by_in is None else today() + timedelta(days=by_in),
            by=visit,
        )


def say(county, who: str, row, *, kept: bool, why: str = ""):
    with county.by(who) as visit:
        return coaching.say_support(row, kept=kept, why=case_free(why, by=visit), by=visit)


def counts(county, who: str):
    with county.by(who) as visit:
        return {one.agency_name.split()[0]: one for one in coaching.coaching_counts(by=visit)}


def test_s16b_the_two_read_a_talk_and_nobody_else_does(cast, county):
    row = write(county, "services.manager", "services.worker")
    for who in ("services.manager", "services.worker"):
        with county.by(who) as visit:
            (found,) = coaching.my_coaching(by=visit)
            assert (found.id, found.strategy, found.support, found.stands) == (row, WORDS, PROMISE, Support.OPEN)
    for who in ("services.lead", "chair", "services.trainer", "probation.manager"):
        with county.by(who) as visit:
            assert coaching.my_coaching(by=visit) == ()
            with connection.cursor() as cursor:
                cursor.execute("SELECT count(*) FROM adoption_coaching")
                assert cursor.fetchone() == (0,), who


def test_s16b_leadership_sees_kept_promises_and_no_word_of_them(cast, county):
    for number in range(4):
        add_person(cast, county, f"w{number}", agency="services")
    first = write(county, "services.manager", "services.worker", by_in=-1, days_ago=20)
    second = write(county, "services.manager", "w1", by_in=-1, days_ago=20)
    write(county, "services.manager", "w2", by_in=-1, days_ago=61)
    write(county, "services.lead", "services.manager", support="", by_in=None, days_ago=89)
    say(county, "services.worker", first, kept=False)
    say(county, "services.manager", first, kept=True, why="It came on Friday.")
    say(county, "w1", second, kept=False, why="Not yet.")
    one = counts(county, "services.lead")["Services"]
    assert (one.promised, one.kept, one.not_kept, one.due) == (3, 1, 1, 1)
    assert one.line == Reach(2, 7)  # a worker, four more, trainer and signatory; the third talk is 61 days old
    assert one.managers == Reach(1, 1)
    with team_browser(county["services.lead"]) as lead:
        page = lead.text("/coaching/counts")
    assert WORDS not in page
    assert PROMISE not in page
    assert county["w1"].name not in page


def test_a_chair_sees_no_agency_of_fewer_than_five_and_a_lead_only_their_own(cast, county):
    assert set(counts(county, "chair")) == set()
    assert set(counts(county, "probation.lead")) == {"Probation"}
    for number in range(3):
        add_person(cast, county, f"p{number}", agency="probation")
    assert set(counts(county, "chair")) == {"Probation"}


def test_no_count_of_another_county_is_seen(cast, county):
    elsewhere = make_county(cast)
    write(elsewhere, "services.manager", "services.worker")
    assert counts(county, "services.lead")["Services"].line.reached == 0


@pytest.mark.parametrize("who", ["services.manager", "services.worker", "services.trainer"])
def test_counts_are_for_leads_and_the_chair(county, who):
    with county.by(who) as visit, pytest.raises(Refused):
        coaching.coaching_counts(by=visit)
    with county.by(who) as visit, connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pl.coaching_counts(current_date)")
        assert cursor.fetchone() == (0,), "the function itself asks too"


def test_a_manager_coaches_their_own_agency_and_a_chair_the_leads(cast, county):
    with county.by("services.manager") as visit:
        reach = {one.seat for one in coaching.whom_i_coach(by=visit)}
    assert reach == {m.seat for m in county.people.values() if m.agency == county.agencies["services"]} - {
        county["services.manager"].seat
    }
    with county.by("chair") as visit:
        assert {one.seat for one in coaching.whom_i_coach(by=visit)} == {
            county[f"{agency}.lead"].seat for agency in ("services", "probation", "advocates")
        }
    with pytest.raises(coaching.NotTheirCoach):
        write(county, "services.manager", "probation.worker")
    with county.by("services.worker") as visit, pytest.raises(Refused):
        coaching.write_coaching(
            county["services.manager"].seat, on_day=today(), strategy=case_free(WORDS, by=visit),
            barrier=case_free("", by=visit), support=case_free("", by=visit), support_by=None, by=visit,
        )  # fmt: skip


def test_a_talk_of_tomorrow_and_half_a_promise_are_refused(county):
    with pytest.raises(coaching.NotYet):
        write(county, "services.manager", "services.worker", days_ago=-1)
    with pytest.raises(coaching.NoDay):
        write(county, "services.manager", "services.worker", by_in=None)
    with pytest.raises(coaching.NoDay):
        write(county, "services.manager", "services.worker", support="")


def test_a_stranger_says_nothing_about_a_promise_of_two_others(county):
    row = write(county, "services.manager", "services.worker")
    with pytest.raises(Refused):
        say(county, "services.lead", row, kept=True)
    plain = write(county, "services.manager", "services.worker", support="", by_in=None)
    with pytest.raises(Refused):
        say(county, "services.worker", plain, kept=True)


def test_a_coached_person_can_add_no_talk_in_anothers_name(county):
    manager, worker = county["services.manager"], county["services.worker"]
    row = "INSERT INTO adoption_coaching (id, county, made_by, made_at, agency_id, coach, coached, on_day, strategy,"
    row += " barrier, support) VALUES (gen_random_uuid(), %s, %s, now(), %s, %s, %s, current_date, 'x', '', '')"
    values = [county.key, worker.seat, worker.agency, manager.seat, worker.seat]
    with county.by("services.worker"), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        connection.cursor().execute(row, values)


@pytest.mark.parametrize("field", ["strategy", "barrier", "support"])
@pytest.mark.parametrize("planted", ["Wilder", "case 23JV0012", "born May 4, 2010"])
def test_a_young_person_is_named_in_no_talk_and_nothing_typed_is_lost(cast, county, field, planted):
    youth = welcome(cast, name="Wilder")
    beside(cast, youth, county["services.manager"].seat)
    fields = {
        "coached": county["services.worker"].seat,
        "on_day": today(),
        "strategy": WORDS,
        "barrier": "",
        "support": "",
    }
    with team_browser(county["services.manager"]) as manager:
        answer = manager.send("/coaching/new", **fields | {field: f"When {planted} came home"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert f"When {planted} came home" in page
    assert "never about one young person" in page


def test_the_name_of_a_youth_beside_whom_the_writer_does_not_stand_passes_like_any_word(cast, county):
    welcome(cast, name="Ashlar")
    with county.by("services.manager") as visit:
        assert case_free("When Ashlar came home", by=visit)
    with county.by("services.manager") as visit:
        assert case_free("When Nobodyatall came home", by=visit)


def test_s16b_a_manager_logs_coaching_on_the_page_and_the_coached_says_that_it_came(county):
    with team_browser(county["services.manager"]) as manager:
        assert manager.send("/coaching/new").status_code == 422
        fields = {"coached": county["services.worker"].seat, "strategy": WORDS, "support": PROMISE, "on_day": today()}
        assert manager.send("/coaching/new", **fields).status_code == 422, "a promise without a day"
        assert manager.send("/coaching/new", **fields, support_by=today()).status_code == 303
        assert "What I promised" in manager.text("/coaching")
        row = first_row(county, "services.manager")
    with team_browser(county["services.worker"]) as worker:
        assert "What they promised me" in worker.text("/coaching")
        assert worker.get("/coaching/new").status_code == 404
        assert worker.send(f"/coaching/{row}/support", page="/coaching").status_code == 422
        assert worker.send(f"/coaching/{row}/support", page="/coaching", kept="yes", why="On Friday").status_code == 303
        assert "It came" in worker.text("/practice")


def first_row(county, who: str):
    with county.by(who) as visit:
        return coaching.my_coaching(by=visit)[0].id


def test_s5b_a_talk_after_a_hard_night_is_asked_for_by_one_tap_and_then_nothing_is_left(county):
    with team_browser(county["services.worker"]) as worker:
        assert worker.send("/hard-night", page="/hard-night").status_code == 422
        for _ in range(2):  # asking twice is one talk
            assert worker.send("/hard-night", who=county["services.manager"].seat).status_code == 303
        assert "A talk is waiting" in worker.text("/practice")
    with team_browser(county["services.manager"]) as manager:
        assert county["services.worker"].name in manager.text("/")
        with county.by("services.manager") as visit:
            (talk,) = coaching.talks(by=visit)
        assert manager.send(f"/hard-night/{talk.id}/done", page="/hard-night").status_code == 303
    assert rows_about(county["services.worker"].seat) == (0, 0, 0)


def rows_about(seat) -> tuple[int, int, int]:
    """Talks that name the seat, lines of the audit in which it asked for one, answers to forms that lead there."""
    from tests.support.connections import as_admin

    said = "SELECT count(*) FROM audit_leaf AS l WHERE to_jsonb(l)::text LIKE %s AND to_jsonb(l)::text LIKE '%%talk%%'"
    with as_admin() as admin:
        open_talks = admin.execute("SELECT count(*) FROM adoption_talk WHERE coached = %s", [seat]).fetchone()[0]
        kept = "SELECT count(*) FROM policy_once WHERE made_by = %s AND answer LIKE '/hard%%'"
        return open_talks, *(admin.execute(q, [v]).fetchone()[0] for q, v in ((said, f"%{seat}%"), (kept, seat)))


def test_s5b_only_the_two_know_of_a_talk_and_nobody_counts_them(county):
    with county.by("services.worker") as visit:
        assert coaching.ask_for_a_talk(county["services.lead"].seat, by=visit)
        assert not coaching.ask_for_a_talk(county["services.lead"].seat, by=visit)
        assert visit.events == []
    for who in ("services.manager", "chair", "services.trainer"):
        with county.by(who) as visit:
            assert coaching.talks(by=visit) == ()
    with county.by("services.worker") as visit:
        (talk,) = coaching.talks(by=visit)
    with county.by("chair") as visit:
        assert not coaching.no_talk_open(talk.id, by=visit)
    with county.by("services.worker") as visit:
        assert coaching.no_talk_open(talk.id, by=visit)


def test_s5b_nobody_of_another_agency_is_asked(county):
    with county.by("services.worker") as visit, pytest.raises(coaching.NotTheirCoach):
        coaching.ask_for_a_talk(county["probation.lead"].seat, by=visit)


def test_s5b_a_lead_asks_the_chair_for_nobody_stands_above_them(county):
    with county.by("services.lead") as visit:
        assert {one.seat for one in coaching.who_listens(by=visit)} == {
            county["chair"].seat, county["services.manager"].seat,
        }  # fmt: skip


def test_where_a_promise_stands():
    day = today()
    assert support_stands(promised=False, by_day=None, kept=None, today=day) is Support.NONE
    assert support_stands(promised=True, by_day=day, kept=None, today=day) is Support.OPEN
    assert support_stands(promised=True, by_day=day - timedelta(days=1), kept=None, today=day) is Support.DUE
    assert support_stands(promised=True, by_day=day, kept=True, today=day) is Support.KEPT
    assert support_stands(promised=True, by_day=day, kept=False, today=day) is Support.NOT_KEPT


def test_a_share_is_said_from_five_people_on():
    assert Reach(2, 4).share is None
    assert Reach(2, 5).share == 40
