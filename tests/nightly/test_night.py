"""What a nightly run does, and what it leaves alone."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import psycopg
import pytest

from porchlight.kernel import clock
from porchlight.progress.rules.history import History, WeekSum
from porchlight.progress.rules.recognise import recognise
from porchlight.progress.rules.weeks import monday_of
from tests.nightly.making import ONE_DAY, THIS_MONDAY, TODAY, someone, weeks_of
from tests.support.connections import as_visitor, connect

MAY_CHANGE = {"absences_day", "absences_day_known", "absences_week", "progress_dispersion", "audit_leaf"}
KEPT_FROM = monday_of(TODAY - timedelta(days=397))
LONG_AGO = KEPT_FROM - timedelta(weeks=3)


def figures(admin, agency):
    return admin.execute(
        "SELECT phi, youths, months, said, confirmed, until FROM progress_dispersion WHERE agency_id = %s", [agency]
    ).fetchone()


def everything(admin) -> dict[str, str]:
    """A hash of all rows, table by table."""
    tables = [name for (name,) in admin.execute("SELECT relname FROM pg_stat_user_tables WHERE schemaname = 'public'")]
    ask = "SELECT coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') FROM {} AS t"
    return {name: admin.execute(ask.format(name)).fetchone()[0] for name in tables}


def lines_since(admin, last: int) -> list[dict[str, object]]:
    return [json.loads(e) for (e,) in admin.execute("SELECT event FROM audit_leaf WHERE id > %s ORDER BY id", [last])]


def last_line(admin) -> int:
    return admin.execute("SELECT coalesce(max(id), 0) FROM audit_leaf").fetchone()[0]


def kept(admin, youth) -> list[tuple[date, int, float, int]]:
    return admin.execute(
        "SELECT monday, leavings, days, confirmed FROM absences_week WHERE youth_id = %s ORDER BY monday", [youth]
    ).fetchall()


def test_an_agency_gets_its_own_figure_from_eleven_young_people(admin, night, eleven, small):
    night()
    phi, youths, _, said, confirmed, until = figures(admin, small["SW"].agency)
    assert (phi, youths, until) == (1.7, 11, THIS_MONDAY)
    assert said == confirmed > 0


def test_ten_are_too_few(admin, night, eleven, small):
    admin.execute("UPDATE policy_grant SET ended_at = now() WHERE youth = %s", [eleven[0].youth])
    night()
    assert figures(admin, small["SW"].agency)[:2] == (None, 10)


def test_twelve_confirmed_months_are_counted_as_such(admin, night, small):
    ari = someone(admin, small["SW"].agency)
    ari.days(TODAY - timedelta(days=390), count=390)
    night()
    assert figures(admin, small["SW"].agency)[2] == 12


def test_a_run_changes_no_table_but_the_figures_the_thinning_and_the_audit(admin, night, eleven):
    eleven[0].days(LONG_AGO, count=14)
    before = everything(admin)
    night()
    after = everything(admin)
    changed = {name for name in after if after[name] != before[name]}
    assert changed <= MAY_CHANGE
    assert {"progress_dispersion", "absences_week", "audit_leaf"} <= changed


def test_the_figures_name_no_young_person(admin, night, eleven, small):
    night()
    rows = admin.execute("SELECT d::text FROM progress_dispersion AS d").fetchall()
    assert rows
    assert not [row for row in rows for one in eleven if str(one.youth) in row[0]]


def test_twice_is_the_same_as_once(admin, night, eleven, small):
    eleven[0].days(LONG_AGO, count=14)
    night()
    once = figures(admin, small["SW"].agency), kept(admin, eleven[0].youth)
    night()
    assert (figures(admin, small["SW"].agency), kept(admin, eleven[0].youth)) == once


def test_days_older_than_thirteen_months_become_weeks(admin, night, small):
    ari = someone(admin, small["SW"].agency).record([2, 0, 1], until=KEPT_FROM + timedelta(weeks=1))
    before = weeks_of(admin, ari.youth, until=KEPT_FROM)
    night()
    assert kept(admin, ari.youth) == [(monday, *week) for monday, week in sorted(before.items())]
    assert len(before) == 2
    left = admin.execute("SELECT min(day), count(*) FROM absences_day WHERE youth_id = %s", [ari.youth]).fetchone()
    known = admin.execute("SELECT count(*) FROM absences_day_known WHERE youth_id = %s", [ari.youth]).fetchone()
    assert left == (KEPT_FROM, 7)
    assert known == (7,)


def test_a_chain_of_corrections_goes_together(admin, night, small):
    ari = someone(admin, small["SW"].agency)
    first = ari.day(LONG_AGO, "home")
    second = ari.day(LONG_AGO, "away", corrects=first, said=2 * ONE_DAY)
    ari.day(LONG_AGO, "home", corrects=second, said=500 * ONE_DAY)
    night()
    assert kept(admin, ari.youth) == [(LONG_AGO, 0, 1.0, 1)]
    assert admin.execute("SELECT count(*) FROM absences_day WHERE youth_id = %s", [ari.youth]).fetchone() == (0,)


def test_a_late_word_about_a_summed_week_does_not_change_the_sum(admin, night, small):
    ari = someone(admin, small["SW"].agency)
    ari.days(LONG_AGO, count=5)
    night()
    ari.day(LONG_AGO + 5 * ONE_DAY, "away")
    night()
    assert kept(admin, ari.youth) == [(LONG_AGO, 0, 5.0, 5)]


def test_thinning_leaves_a_line_with_counts_and_nobodys_name(admin, night, small):
    ari = someone(admin, small["SW"].agency)
    ari.days(LONG_AGO, count=14)
    night()
    last = last_line(admin)
    ari.days(LONG_AGO, count=10)
    night()
    lines = lines_since(admin, last)
    (line,) = [line for line in lines if line["verb"] == "thinned"]
    assert line["why"] == f"10 days before {KEPT_FROM} of 1 young people became 0 weeks"
    assert (line["login"], line["by"], "youths" in line) == ("pl_work", None, False)
    assert [line["what"] for line in lines if line["verb"] == "ran"] == ["nightly"]


def test_a_run_that_is_cut_off_half_way_leaves_whole_weeks_and_the_next_does_the_rest(admin, night, small, monkeypatch):
    several = [someone(admin, small["SW"].agency) for _ in range(8)]
    for one in several:
        one.days(LONG_AGO, count=14)
    from porchlight.project import nightly

    parts, seen = nightly._thin, []

    def until_the_power_goes(part, *, before):
        if len(seen) == 128:
            raise psycopg.OperationalError
        seen.append(part)
        return parts(part, before=before)

    monkeypatch.setattr(nightly, "_thin", until_the_power_goes)
    with pytest.raises(psycopg.OperationalError):
        night()
    for one in several:
        days = admin.execute("SELECT count(*) FROM absences_day WHERE youth_id = %s", [one.youth]).fetchone()[0]
        assert (days, len(kept(admin, one.youth))) in {(14, 0), (0, 2)}
    monkeypatch.setattr(nightly, "_thin", parts)
    night()
    assert {len(kept(admin, one.youth)) for one in several} == {2}


def test_every_young_person_is_in_one_of_the_parts_and_the_last_line_tells_of_all_together(
    admin, night, small, monkeypatch
):
    from porchlight.project import nightly

    parts = []

    def one_day(part, *, before):
        parts.append((part, before))
        return 1, 2, 3

    monkeypatch.setattr(nightly, "_thin", one_day)
    last = last_line(admin)
    done = night()
    assert parts == [(first_byte, KEPT_FROM) for first_byte in range(256)]
    assert (done.youths, done.weeks, done.days) == (256, 512, 768)
    assert done.agencies >= 1
    (line,) = lines_since(admin, last)
    assert line["why"] == f"{done.agencies} agencies counted, 768 days of 256 young people became 512 weeks"


@pytest.mark.parametrize("first_byte", ["00", "7f", "ff"])
def test_a_young_person_of_any_first_byte_is_thinned_in_their_part_alone(admin, small, first_byte):
    ari = someone(admin, small["SW"].agency)
    moved = UUID(f"{first_byte}{ari.youth.hex[2:]}")
    ari.days(LONG_AGO, count=7)
    admin.execute("SET session_replication_role = replica")
    for table, column in (("absences_day", "youth_id"), ("absences_day_known", "youth_id"), ("policy_grant", "youth")):
        admin.execute(f"UPDATE {table} SET {column} = %s WHERE {column} = %s", [moved, ari.youth])
    admin.execute("SET session_replication_role = origin")
    part = int(first_byte, 16)
    with connect("pl_work") as work:
        for asked, thinned in (((part + 1) % 256, 0), ((part - 1) % 256, 0), (part, 1)):
            zone = clock.COUNTY_ZONE.key
            found = work.execute("SELECT youths FROM pl.thin_days(%s, %s, %s)", [KEPT_FROM, zone, asked]).fetchone()
            assert found == (thinned,), asked


@pytest.mark.parametrize("before", [THIS_MONDAY - timedelta(weeks=20), KEPT_FROM + ONE_DAY])
def test_the_database_thins_no_recent_day_and_no_part_of_a_week(town, before):
    with connect("pl_work") as work, pytest.raises(psycopg.Error, match="these days are kept"):
        work.execute("SELECT * FROM pl.thin_days(%s, 'America/Los_Angeles', 0)", [before])


@pytest.mark.parametrize(
    "call",
    [
        "pl.weekly_numbers(gen_random_uuid(), current_date, 'UTC', 4)",
        "pl.confirmed_by_month(gen_random_uuid(), current_date, current_date)",
        "pl.thin_days(current_date, 'UTC', 0)",
        "pl.weeks_of(gen_random_uuid(), current_date, 'UTC')",
        "pl.answering_agencies()",
    ],
)
def test_no_house_can_call_what_the_night_calls(cast, call):
    with as_visitor("pl_team", "seat", cast["SW"].seat) as sw, pytest.raises(psycopg.errors.InsufficientPrivilege):
        sw.execute(f"SELECT * FROM {call}")


def test_the_worker_can_read_no_day_and_no_week_itself(town):
    with connect("pl_work") as work:
        for table in ("absences_day", "absences_week", "absences_tap", "progress_setting"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                work.execute(f"SELECT * FROM {table}")


def test_recognition_is_the_same_from_weeks_as_from_days(admin, night, small):
    """Tier 1 on the last two weeks, the pattern, and tier 3's leaving: whatever the thinning took."""
    times = [2, 3, 1] * 4 + [2, 2, 3, 1] * 11 + [4, 3, 4, 4, 1, 0, 1, 0]
    ari = someone(admin, small["SW"].agency).record(times)
    whole = History(**ari.told())
    night()
    assert len(kept(admin, ari.youth)) == len(times) - (THIS_MONDAY - KEPT_FROM).days // 7 > 0
    earlier = tuple(
        WeekSum(monday, count=leavings, days=days, confirmed=confirmed)
        for monday, leavings, days, confirmed in kept(admin, ari.youth)
    )
    thinned = History(**(ari.told() | {"earlier": earlier}))
    one, other = (recognise(each, as_of=THIS_MONDAY, zone=clock.COUNTY_ZONE) for each in (whole, thinned))
    assert one.pattern is not None
    assert other.pattern == one.pattern
    assert [fact for fact in other.facts if fact.fact != "longest_stay"] == [
        fact for fact in one.facts if fact.fact != "longest_stay"
    ]
    assert other.facts
    assert other.curiosity == one.curiosity


def test_it_is_due_once_a_day_from_that_hour_on():
    from porchlight.project.nightly import is_due

    at = datetime(2026, 11, 22, 11, 0, tzinfo=UTC)  # three in the morning by the county's clock
    assert is_due(None, now=at, hour=3)
    assert is_due(at - timedelta(hours=1), now=at, hour=3)
    assert not is_due(at, now=at + timedelta(hours=23), hour=3)
    assert not is_due(at - timedelta(hours=1), now=at - timedelta(minutes=1), hour=3)
    assert is_due(at, now=at + timedelta(hours=24), hour=3)
