"""Coming in, as a person does it in the browser."""

from __future__ import annotations

from uuid import UUID

from playwright.sync_api import Page

from porchlight.ownspace import api as ownspace
from porchlight.policy.session import hash_of
from porchlight.project.houses import this_house
from porchlight.project.stage import acting, in_house
from porchlight.teams import sessions
from tests.support.cast import Member
from tests.support.connections import as_owner

SESSIONS = {"team": ("t", "teams_session"), "youth": ("n", "ownspace_session")}


def comes_in(page: Page, team: str, member: Member) -> None:
    """A member of staff is signed in already, as after their password."""
    with in_house("team"):
        new = sessions.begin(member.person, member.seat, key=this_house().process_key)
    page.context.add_cookies([{"name": "t", "value": new.cookie, "url": team, "sameSite": "Strict"}])


def five_words(youth: UUID, language: str = "en") -> str:
    """New words for a young person, made in their own house."""
    with in_house("youth"), acting(youth, youth=True) as visit:
        return " ".join(ownspace.new_words(language, by=visit))


def card_code(youth: UUID) -> str:
    """A new card's code, made in their own house."""
    with in_house("youth"), acting(youth, youth=True) as visit:
        return ownspace.new_card(by=visit)


def types_in(page: Page, youth_house: str, typed: str) -> None:
    """They type their words or their card's code."""
    page.goto(f"{youth_house}/n/1")
    page.locator("input[name=words]").fill(typed)
    page.locator("main form button").first.click()
    page.wait_for_load_state()


def closes_after_a_while(page: Page, house: str) -> None:
    """Let this window's session stand idle for twenty minutes, and no other."""
    cookie, table = SESSIONS[house]
    value = next(one["value"] for one in page.context.cookies() if one["name"] == cookie)
    with as_owner() as owner:
        owner.execute(f"UPDATE {table} SET seen_at = seen_at - interval '20 minutes' WHERE hash = %s", [hash_of(value)])
