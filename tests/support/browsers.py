"""Browsers for the tests: Django's client, signed in to one house the way that house signs people in."""

from __future__ import annotations

import re
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from types import ModuleType
from typing import Any
from uuid import UUID

from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import override_settings

from porchlight.policy.session import NewSession
from porchlight.project.houses import this_house
from porchlight.project.stage import in_house
from porchlight.project.urls import handler404, handler500

HOSTS = {"team": "localhost", "youth": "127.0.0.1"}
BOOKKEEPING = ("SAVEPOINT", "RELEASE", "ROLLBACK")
ONCE = re.compile(rb'(name="once" value=")[^"]*')


@dataclass
class Browser:
    """One browser in one house. Every request is made as that house, on that house's login."""

    house: str
    client: Client = field(default_factory=Client)
    statements: list[str] = field(default_factory=list)
    urls: ModuleType | None = None

    def get(self, address: str, **more: Any) -> HttpResponse:
        return self.ask("GET", address, **more)

    def post(self, address: str, **typed: Any) -> HttpResponse:
        return self.ask("POST", address, data=typed)

    def ask(self, method: str, address: str, **more: Any) -> HttpResponse:
        """One request; `statements` then holds what it asked of the database."""
        self.statements = []
        headers = {"host": HOSTS[self.house]} | more.pop("headers", {})
        with ExitStack() as stack:
            stack.enter_context(in_house(self.house))
            if self.urls:
                stack.enter_context(override_settings(ROOT_URLCONF=self.urls))
            stack.enter_context(connection.execute_wrapper(self._count))
            return getattr(self.client, method.lower())(address, headers=headers, **more)

    def once(self, page: HttpResponse | None = None) -> str:
        """A key for one form, read off a page that this browser was shown."""
        content = (page or self.get("/")).content
        found = re.search(rb'name="once" value="([^"]+)"', content)
        assert found, "that page has no form"
        return found.group(1).decode()

    def _count(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if not sql.startswith(BOOKKEEPING):
            self.statements.append(sql)
        return execute(sql, params, many, context)


def stranger(house: str) -> Browser:
    """Nobody in particular."""
    return Browser(house)


def staff(person: UUID, seat: UUID | None) -> Browser:
    """A browser of the team house, signed in to that seat, or to none yet."""
    browser = Browser("team")
    with in_house("team"):
        from porchlight.teams import sessions

        _keep(browser, sessions.begin(person, seat, key=this_house().process_key))
    return browser


def young(youth: UUID, *, language: str = "en") -> Browser:
    """A browser of the young person's house, opened with their words."""
    browser = Browser("youth")
    with in_house("youth"):
        from porchlight.ownspace import sessions

        _keep(browser, sessions.begin(youth, way="words", language=language, key=this_house().process_key))
    return browser


def member(who: Any) -> Browser:
    """A browser of somebody of the cast."""
    return staff(who.person, who.seat)


def _keep(browser: Browser, session: NewSession) -> None:
    browser.client.cookies[this_house().cookie] = session.cookie


def same_for_everybody(response: HttpResponse) -> tuple[object, ...]:
    """The whole answer, its forms' one-time keys masked: what two people could compare."""
    headers = {name: value for name, value in response.headers.items() if name != "Content-Length"}
    return (response.status_code, headers, sorted(response.cookies), ONCE.sub(rb"\1", response.content))


def with_addresses(browser: Browser, *patterns: Any) -> Browser:
    """The same browser before a house with these addresses instead of its own: for sabotage."""
    urls = ModuleType("sabotaged_urls")
    urls.urlpatterns, urls.handler404, urls.handler500 = list(patterns), handler404, handler500
    return replace(browser, urls=urls)
