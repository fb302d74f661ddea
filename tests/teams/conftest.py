"""Somebody new in the team house."""

from __future__ import annotations

from uuid import uuid4

import pytest


@pytest.fixture
def teams(town):
    """The room's door, imported once Django is ready."""
    from porchlight.teams import api

    return api


@pytest.fixture
def rosa(cast, teams):
    """Somebody new with one seat and no password: person, e-mail."""
    from tests.teams.coming_in import administrator, seat_for

    email = f"rosa.{uuid4().hex[:8]}@county.example"
    with administrator(cast) as adm:
        person = teams.add_person(name="Rosa New", email=email, language="es", by=adm)
        seat_for(cast, teams, person, adm, role="SW")
    return person, email
