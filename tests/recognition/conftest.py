"""Whom tests of recognition share."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="session")
def crew(cast):
    """The cast with a worker and a supervisor of an agency of their own, so that no other list is filled."""
    from porchlight.project.stage import acting, in_house
    from porchlight.teams import api as teams
    from tests.support.cast import Member

    members = dict(cast.members)
    with in_house("team"), acting(cast.administrator) as adm:
        agency = teams.add_agency(name="A county of its own", kind="child_welfare", phone="", by=adm)
        for role in ("SW", "SUP"):
            email = f"{role.lower()}.own@county.example"
            person = teams.add_person(name=f"{role} Own", email=email, language="en", by=adm)
            seat = teams.give_seat(person, agency=agency, role=role, name=f"{role} Own", phone="", by=adm)
            members[role] = Member(f"{role} Own", email, role, person, seat, agency)
    return members
