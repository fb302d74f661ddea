"""An agency of its own for each test, and the nightly run as its own login."""

from __future__ import annotations

import pytest

from tests.support.connections import as_admin


@pytest.fixture
def admin(town):
    with as_admin() as connection:
        yield connection


@pytest.fixture
def night(town):
    """One nightly run, as the worker's login."""
    from django.db import connections

    from porchlight.project import nightly

    def run() -> nightly.Night:
        before = connections["default"]
        connections["default"] = connections["work"]
        try:
            return nightly.run()
        finally:
            connections["default"] = before

    return run


@pytest.fixture
def small(cast):
    """An agency with one supervisor, one worker and nobody beside them yet."""
    from porchlight.project.stage import acting, in_house
    from porchlight.teams import api as teams
    from tests.support.cast import Member

    with in_house("team"), acting(cast.administrator) as adm:
        agency = teams.add_agency(name="A small agency", kind="child_welfare", phone="", by=adm)
        members = {}
        for role in ("SW", "SUP"):
            email = f"{role.lower()}.{agency.hex[:8]}@county.example"
            person = teams.add_person(name=f"{role} Small", email=email, language="en", by=adm)
            seat = teams.give_seat(person, agency=agency, role=role, name=f"{role} Small", phone="", by=adm)
            members[role] = Member(f"{role} Small", email, role, person, seat, agency)
    return members


@pytest.fixture
def eleven(admin, small):
    """Eleven young people of that agency, each with sixteen confirmed weeks that jump about alike."""
    from tests.nightly.making import someone

    return [someone(admin, small["SW"].agency).record([0, 3, 0, 1] * 4) for _ in range(11)]
