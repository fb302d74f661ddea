"""Coming in to the team house, by the room's own commands: a browser, its link, its password, its session."""

from __future__ import annotations

import secrets
from contextlib import contextmanager

from django.db import transaction

from tests.support.cast import PASSWORD


@contextmanager
def somebody(session: bytes = b""):
    """A browser of the team house that nobody knows yet, and the key of that house."""
    from porchlight.policy.visit import Visit
    from porchlight.project.houses import this_house
    from porchlight.project.stage import in_house

    with in_house("team"), transaction.atomic(durable=True):
        yield Visit(house="team", session=session), this_house().process_key


@contextmanager
def administrator(cast):
    from porchlight.project.stage import acting, in_house

    with in_house("team"), acting(cast.administrator) as adm:
        yield adm


def seat_for(cast, teams, person, adm, *, role):
    return teams.give_seat(person, agency=cast[role].agency, role=role, name="Rosa New", phone="555-0103", by=adm)


def invited(cast, teams, person) -> str:
    with administrator(cast) as adm:
        return teams.invite(person, by=adm)


def accepts(teams, token, password=PASSWORD):
    with somebody() as (visit, key):
        return teams.accept_invitation(token, password=password, key=key, by=visit)


def comes_in(teams, email, password=PASSWORD, *, network=None):
    with somebody() as (visit, key):
        network = network or secrets.token_bytes(32)
        return teams.sign_in(email, password, network=network, key=key, by=visit)


def state_of(new):
    """What that session is now, and the visit that it fills."""
    from porchlight.teams import sessions

    with somebody() as (visit, key):
        return sessions.find(new.cookie, visit, key), visit
