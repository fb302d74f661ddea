"""The nightly run over 20,000 young people, and what one look at each of them costs.

    python -m bench.nightly                  20,000 young people: about a quarter of an hour, most of it filling
    python -m bench.nightly --youths 200     the same in a minute

Fills a county of its own with 13 months and two weeks of days, in the order in which days come, runs the very command
`porchlight nightly` once, and then asks the engine about every young person in two processes: their 13 months of days,
and a year of summed weeks before. Ends with 1 when the run did not count or thin what it should have, or took longer
than three minutes for each 20,000.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from statistics import median, quantiles
from uuid import UUID

import psycopg
from psycopg.conninfo import make_conninfo

from porchlight.kernel import clock
from porchlight.progress.rules.config import USUAL, Config
from porchlight.progress.rules.history import History, WeekSum
from porchlight.progress.rules.recognise import recognise
from porchlight.progress.rules.spans import Away, Day, Leaving
from porchlight.progress.rules.weeks import monday_of
from porchlight.project.commands.init import make_ready
from porchlight.project.place import home

PROCESSES = 2
KEPT = timedelta(days=397)
MOST = 180.0  # seconds of a run over 20,000
WHOLE = 20_000
TODAY = clock.county_time(clock.now()).date()
FIRST = monday_of(TODAY - KEPT) - timedelta(weeks=2)

# Everybody leaves at a pace of their own: some hardly, a few nearly every third day. One day in ten nobody confirmed.
# What is not said about an invented row is empty or false.
DEFAULTS = """DO $$ DECLARE c record; BEGIN
  FOR c IN SELECT table_name, column_name, data_type FROM information_schema.columns
    WHERE table_name LIKE 'absences_%' AND is_nullable = 'NO' AND data_type IN ('text', 'boolean') LOOP
    EXECUTE format('ALTER TABLE %I ALTER %I SET DEFAULT %L', c.table_name, c.column_name,
                   CASE c.data_type WHEN 'text' THEN '' ELSE 'false' END);
  END LOOP; END $$"""
# Indexes that nothing stands on are made at the end, which is many times faster.
LATER = """SELECT x.indexname, x.indexdef FROM pg_indexes AS x
WHERE x.tablename IN ('absences_day', 'absences_day_known', 'absences_tap', 'absences_status')
  AND x.indexname NOT IN (SELECT c.conname FROM pg_constraint AS c)
  AND x.indexname::regclass NOT IN (SELECT c.conindid FROM pg_constraint AS c)"""
YOUTHS = """CREATE TABLE pl_secret.bench_youth AS
SELECT gen_random_uuid() AS youth, 0.01 + 0.3 * power(random(), 4) AS pace FROM generate_series(1, %(youths)s)"""
ANSWERS = """INSERT INTO policy_grant (id, kind, role, agency, youth, category, footing, starts_at)
SELECT gen_random_uuid(), 'responsible', '', %(agency)s, y.youth, '', 'CASE_RESP', now() - interval '2 years'
FROM pl_secret.bench_youth AS y"""
DAYS = """WITH said AS (
  SELECT uuidv7() AS id, y.youth, d.day::date AS day,
         CASE WHEN random() < 0.9 THEN 'home' ELSE 'not_known' END AS status
  FROM generate_series(%(monday)s::date, least(%(monday)s::date + 6, %(last)s::date), interval '1 day') AS d(day),
       pl_secret.bench_youth AS y
), whole AS (
  INSERT INTO absences_day (id, agency_id, youth_id, made_by, made_at, day, status)
  SELECT s.id, %(agency)s, s.youth, %(agency)s, s.day + interval '28 hours', s.day, s.status FROM said AS s
)
INSERT INTO absences_day_known (id, agency_id, youth_id, made_by, made_at, day, confirmed)
SELECT s.id, %(agency)s, s.youth, %(agency)s, s.day + interval '28 hours', s.day, s.status = 'home' FROM said AS s"""
LEFT = """WITH left_home AS (
  SELECT uuidv7() AS id, y.youth, d.day + interval '25 hours' AS at,
         interval '1 hour' * (1 + 18 * random()) AS hours
  FROM generate_series(%(monday)s::timestamptz, %(sunday)s::timestamptz, interval '1 day') AS d(day),
       pl_secret.bench_youth AS y WHERE random() < y.pace + 0 * date_part('day', d.day) -- asked for each day
), tap AS (
  INSERT INTO absences_tap (id, agency_id, youth_id, made_by, made_at, left_at, received_at, heard)
  SELECT l.id, %(agency)s, l.youth, %(agency)s, l.at, l.at, l.at, 'screen' FROM left_home AS l
)
INSERT INTO absences_status (id, agency_id, youth_id, made_by, made_at, episode_id, is_open, left_at, back_at)
SELECT uuidv7(), %(agency)s, l.youth, %(agency)s, l.at + part.hours, l.id, part.is_open, l.at,
       CASE WHEN NOT part.is_open THEN l.at + l.hours END
FROM left_home AS l, LATERAL (VALUES (true, interval '0'), (false, l.hours)) AS part(is_open, hours)"""
RECORD = """SELECT y.youth,
  ARRAY(SELECT d.day FROM absences_day AS d WHERE d.youth_id = y.youth AND d.status = 'home' ORDER BY d.day),
  ARRAY(SELECT s.left_at FROM absences_status AS s WHERE s.youth_id = y.youth AND NOT s.is_open ORDER BY s.left_at),
  ARRAY(SELECT s.back_at FROM absences_status AS s WHERE s.youth_id = y.youth AND NOT s.is_open ORDER BY s.left_at)
FROM pl_secret.bench_youth AS y ORDER BY y.youth"""

Told = tuple[UUID, list[date], list[datetime], list[datetime]]


def main(words: Sequence[str] | None = None) -> int:
    """Fill, run, look at everybody, say what it took."""
    parser = argparse.ArgumentParser(prog="python -m bench.nightly", description=__doc__)
    parser.add_argument("--youths", type=int, default=WHOLE)
    youths: int = parser.parse_args(words).youths
    with county() as (admin, environment):
        began = time.monotonic()
        fill(admin, youths)
        say(f"Filled with {youths} young people after {time.monotonic() - began:.0f} s.")
        took, said = night(environment)
        good = did_it(admin, youths, took)
        say(f"porchlight nightly: {took:.1f} s at load {os.getloadavg()[0]:.0f}. {said}")
        again, said = night(environment)
        say(f"Once more, with nothing left to thin: {again:.1f} s. {said}")
        for name, config in (("usual", USUAL), ("with tier 3", Config(sustained=True))):
            look_at_everybody(admin, name, config)
    return 0 if good else 1


@contextmanager
def county() -> Iterator[tuple[psycopg.Connection[tuple[object, ...]], dict[str, str]]]:
    """A Porchlight in a folder of its own, removed afterwards."""
    os.environ.pop("DATABASE_URL", None)
    with tempfile.TemporaryDirectory(prefix="porchlight-bench-") as folder:
        Path(folder).chmod(0o711)
        with home(Path(folder) / "data") as here:
            make_ready(here)
            where = make_conninfo(here.place.admin, dbname=here.place.name)
            with psycopg.connect(where, autocommit=True) as admin:
                yield admin, here.environment()


def fill(admin: psycopg.Connection[tuple[object, ...]], youths: int) -> None:
    """One agency that answers for everybody, with all their days and times away, week by week."""
    values = {"agency": UUID(int=7, version=4), "youths": youths, "last": TODAY - timedelta(days=1)}
    admin.execute("SET session_replication_role = replica")
    admin.execute("SELECT setseed(0.42)")
    admin.execute(DEFAULTS)
    admin.execute(YOUTHS, values)
    admin.execute(ANSWERS, values)
    later = admin.execute(LATER).fetchall()
    for name, _ in later:
        admin.execute(f"DROP INDEX {name}")
    for week in range((TODAY - FIRST).days // 7 + 1):
        monday = FIRST + timedelta(weeks=week)
        values |= {"monday": monday, "sunday": monday + timedelta(days=6)}
        admin.execute(DAYS, values)
        admin.execute(LEFT, values)
    for _, made in later:
        admin.execute(str(made))
    admin.execute("VACUUM ANALYZE")


def night(environment: dict[str, str]) -> tuple[float, str]:
    """Seconds that the command takes, start and all, and what it says."""
    words = [sys.executable, "-m", "porchlight.project.command", "nightly"]
    settings = os.environ | environment
    settings.pop("DJANGO_SETTINGS_MODULE", None)
    began = time.monotonic()
    done = subprocess.run(words, env=settings, check=True, capture_output=True, text=True)
    return time.monotonic() - began, done.stdout.strip()


def did_it(admin: psycopg.Connection[tuple[object, ...]], youths: int, took: float) -> bool:
    """Whether everybody was counted or thinned as they should be, in time."""
    figures = admin.execute("SELECT phi, youths FROM progress_dispersion").fetchall()
    weeks = admin.execute("SELECT count(*) FROM absences_week").fetchall()
    old = admin.execute("SELECT count(*) FROM absences_day WHERE day < %s", [FIRST + timedelta(weeks=2)]).fetchall()
    say(f"Figures: {figures}; weeks kept: {weeks}; old days left: {old}.")
    return (
        bool(figures and figures[0][0])
        and (weeks, old) == ([(2 * youths,)], [(0,)])
        and took <= MOST * max(1.0, youths / WHOLE)
    )


def look_at_everybody(admin: psycopg.Connection[tuple[object, ...]], name: str, config: Config) -> None:
    """Ask the engine about each of them, in two processes."""
    each: list[float] = []
    began = time.monotonic()
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool, admin.transaction():
        rows = admin.cursor("everybody")
        rows.execute(RECORD)
        while told := [list(islice(rows, 500)) for _ in range(PROCESSES)]:
            if not told[0]:
                break
            for some in pool.map(look, told, [config] * PROCESSES):
                each += some
    took = time.monotonic() - began
    tail = quantiles(each, n=20)[-1]
    say(
        f"recognise, {name}: {len(each)} in {took:.0f} s with reading; "
        f"each {median(each) * 1000:.1f} ms of processor in the middle, {tail * 1000:.1f} ms for 19 of 20."
    )


def look(told: list[Told], config: Config) -> list[float]:
    """Seconds of processor time for each of some young people."""
    found = []
    for record in told:
        history = as_history(record)
        began = time.process_time()
        recognise(history, config=config, as_of=TODAY, zone=clock.COUNTY_ZONE)
        found.append(time.process_time() - began)
    return found


def as_history(told: Told) -> History:
    """Their days and times away as the engine is told them, with a year of weeks before."""
    _, days, left, back = told
    first = monday_of(min(days))
    weeks = tuple(WeekSum(first - timedelta(weeks=n), count=n % 4, days=6.0, confirmed=6) for n in range(1, 53))
    history = History(
        days=tuple(Day(on, "home") for on in days),
        leavings=tuple(map(Leaving, left)),
        away=tuple(Away(one, other, own_return=True, contact=False) for one, other in zip(left, back, strict=True)),
    )
    return replace(history, earlier=weeks)


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
