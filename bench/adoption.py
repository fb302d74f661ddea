"""The adoption picture of one county beside its floor: 58 counties of 40 agencies, 5,000 people, three years.

    python -m bench.adoption                    the whole: about three minutes, most of it filling
    python -m bench.adoption --parts 10         a tenth of the people and counties

The floor is the same statements asked by a superuser whom no row policy holds, with the county written by hand: also
inside our definer functions, whose copies here have the seat's county, agency and offices as constants. Sides take
turns. Ends with 1 when the page asks more than twelve statements or the picture costs more than 1.5 times its floor.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any
from uuid import UUID

import psycopg
from psycopg.conninfo import make_conninfo

from bench.nightly import county as a_home
from porchlight.project import settings_for

MOST_STATEMENTS, MOST_TIMES = 12, 1.5
LOOKER = ("-m", "bench.adoption")
BESIDE = 3  # statements of a page beside the picture: who came, the signed context, the foot
COUNTIES, AGENCIES, PEOPLE, ROUNDS = 58, 40, 5_000, 15
CHAIR, TABLE = UUID(int=1, version=4), UUID(int=2, version=4)
DEFAULTS = """DO $$ DECLARE c record; BEGIN
  FOR c IN SELECT table_name, column_name, data_type FROM information_schema.columns
    WHERE (table_name LIKE 'adoption_%' OR table_name IN ('teams_seat', 'teams_agency', 'policy_grant'))
      AND is_nullable = 'NO' AND data_type IN ('text', 'boolean', 'ARRAY') LOOP
    EXECUTE format('ALTER TABLE %I ALTER %I SET DEFAULT %L', c.table_name, c.column_name,
                   CASE c.data_type WHEN 'text' THEN '' WHEN 'ARRAY' THEN '{}' ELSE 'false' END);
  END LOOP; END $$"""
FILL = (Path(__file__).with_name("adoption.sql")).read_text(encoding="utf-8").split(";\n")
ASKED_OF = ("training_reach", "circles_by_quarter", "coaching_counts")
Statement = tuple[str, Any]


def main(words: Sequence[str] | None = None) -> int:
    """Fill, look, report. A process of its own looks: one that has filled knows the database as its owner."""
    parser = argparse.ArgumentParser(prog="python -m bench.adoption", description=__doc__)
    parser.add_argument("--parts", type=int, default=1, help="make it this many times smaller")
    parser.add_argument("--look", default="", help=argparse.SUPPRESS)
    asked = parser.parse_args(words)
    if asked.look:
        return look(asked.look)
    with a_home() as (admin, environment):
        fill(admin, asked.parts)
        settings = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"} | environment
        where = make_conninfo(admin.info.dsn, password=admin.info.password)
        done = subprocess.run([sys.executable, *LOOKER, "--look", where], env=settings, check=False)
    return done.returncode


def look(where: str) -> int:
    """Compare and report. `where` is the administrator's address of the filled database."""
    settings_for.use("stage")
    with psycopg.connect(where, autocommit=True) as admin:
        seen = statements_of_the_page()
        product, floor = both(admin, seen)
    ratio = product / floor
    sys.stderr.write(f"The picture takes {1000 * product:.1f} ms, its floor {1000 * floor:.1f} ms.\n")
    sys.stdout.write(f"adoption picture: {len(seen) + BESIDE} statements, {ratio:.2f} times its floor\n")
    return 0 if len(seen) + BESIDE <= MOST_STATEMENTS and ratio <= MOST_TIMES else 1


def fill(admin: psycopg.Connection[Any], parts: int) -> None:
    """The counties, their agencies, people and records."""
    values = {
        "counties": max(2, COUNTIES // parts), "agencies": AGENCIES, "people": PEOPLE // parts, "chair": CHAIR,
        "table": TABLE,
    }  # fmt: skip
    admin.execute("SET session_replication_role = replica")
    admin.execute("SELECT setseed(0.42)")
    admin.execute(DEFAULTS)
    for one in FILL:
        admin.execute(one, values)
    admin.execute("VACUUM ANALYZE")
    for name in ASKED_OF:
        admin.execute(by_hand(admin, name))


def by_hand(admin: psycopg.Connection[Any], name: str) -> str:
    """A copy of one of our functions in which county, agency and offices are written down."""
    row = admin.execute(
        "SELECT pg_get_functiondef(p.oid) FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace "
        "WHERE n.nspname = 'pl' AND p.proname = %s",
        [name],
    ).fetchone()
    text = str(row[0]) if row else ""
    constants = {"pl.my_county()": "''::text", "pl.offices()": "ARRAY['chair']", "pl.agency()": f"'{TABLE}'::uuid"}
    for called, constant in constants.items():
        text = text.replace(called, constant)
    return text.replace(f"FUNCTION pl.{name}", f"FUNCTION pl_secret.{name}").replace("SECURITY DEFINER", "")


def statements_of_the_page() -> list[Statement]:
    """What the picture asks, recorded once; sign-in and context come on top, the foot is read every ten seconds."""
    from django.db import connection

    from porchlight.adoption.picture import api as picture
    from porchlight.project.stage import acting, in_house

    seen: list[Statement] = []

    def keep(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        seen.append((sql, params))
        return execute(sql, params, many, context)

    with in_house("team"), acting(CHAIR) as visit, connection.execute_wrapper(keep):
        assert len(picture.picture(by=visit)) > AGENCIES  # noqa: S101 - because an empty picture would be fast
    return seen


def both(admin: psycopg.Connection[Any], seen: list[Statement]) -> tuple[float, float]:
    """Seconds of the statements under policy and by hand: the median of rounds that take turns."""
    from django.db import connection

    from porchlight.project.stage import acting, in_house

    under, by = list[float](), list[float]()
    written = [(_elsewhere(sql), params) for sql, params in seen]
    for _ in range(ROUNDS):
        with in_house("team"), acting(CHAIR), connection.cursor() as cursor:
            under.append(_seconds(lambda sql, params, ask=cursor: ask.execute(sql, params) or ask.fetchall(), seen))
        by.append(_seconds(lambda sql, params: admin.execute(sql, params).fetchall(), written))
    return median(under), median(by)


def _elsewhere(sql: str) -> str:
    for name in ASKED_OF:
        sql = sql.replace(f"pl.{name}(", f"pl_secret.{name}(")
    return sql


def _seconds(ask: Callable[[str, Any], Any], statements: list[Statement]) -> float:
    began = time.perf_counter()
    for sql, params in statements:
        ask(sql, params)
    return time.perf_counter() - began


if __name__ == "__main__":
    raise SystemExit(main())
