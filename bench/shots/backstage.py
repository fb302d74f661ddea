"""What only the walk does, behind the demo's back, so that rare pages can be looked at. The product has no such switch.

It needs the demo's own data folder in `DATA_DIR`, and makes a door close or one answer get lost as in life: the same
seconds on the session's row, the same cancelled statement.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from playwright.sync_api import Locator, Page
from psycopg.conninfo import make_conninfo

from porchlight.policy.session import hash_of
from porchlight.project.place import default_folder, running_in

SESSIONS = {"team": ("t", "teams_session"), "youth": ("n", "ownspace_session")}
HELD = "SELECT pg_cancel_backend(pid) FROM pg_locks WHERE relation = 'policy_once'::regclass AND NOT granted"
SEND = "(button) => void setTimeout(() => button.click(), 0)"  # the call comes back before the answer does


@contextmanager
def _administrator() -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    found = running_in(default_folder())
    if found is None:
        raise SystemExit("No demo runs from DATA_DIR.")
    with psycopg.connect(make_conninfo(found.place.admin, dbname=found.place.name)) as admin:
        yield admin


def close_after_a_while(page: Page, house: str) -> None:
    """Let this window's session stand idle for twenty minutes, and no other."""
    cookie, table = SESSIONS[house]
    value = next(one["value"] for one in page.context.cookies() if one["name"] == cookie)
    with _administrator() as admin:
        aged = f"UPDATE {table} SET seen_at = seen_at - interval '20 minutes' WHERE hash = %s"  # noqa: S608 - because the table is ours
        admin.execute(aged, [hash_of(str(value))])


def lose_the_answer(page: Page, button: Locator) -> None:
    """Send a form and cancel its statement in the database, so that nobody knows whether it was saved."""
    with _administrator() as admin:
        admin.execute("LOCK TABLE policy_once IN ACCESS EXCLUSIVE MODE")
        with page.expect_navigation():
            button.evaluate(SEND)
            while not admin.execute(HELD).fetchall():
                time.sleep(0.05)


def forget_misses() -> None:
    """Let nobody wait for the wrong words that were typed for a picture."""
    with _administrator() as admin:
        admin.execute("DELETE FROM policy_try")


def let_it_grow_old(page: Page) -> None:
    """Give every form of the page a key that is not ours: what a page that lay open too long sends."""
    page.locator("input[name=once]").evaluate_all("found => found.forEach((one) => { one.value = 'old'; })")
