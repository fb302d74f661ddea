"""Acting as somebody outside a request: the seed and the tests use the product's own commands this way.

`in_house` makes this thread one of the houses: its login, its templates, its addresses. `acting` is one visit
in it: a transaction, the signed context, the audit lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from uuid import UUID

from django.db import connections, transaction
from django.test.utils import override_settings

from porchlight.audit.api import record
from porchlight.kernel.ids import AgencyId
from porchlight.policy.api import Identity, Visit, ask_one, put_on
from porchlight.project.houses import this_house

PER_HOUSE = ("HOUSE", "ROOT_URLCONF", "TEMPLATE_ROOT", "STATIC_ROOTS", "LOCALE_PATHS", "ALLOWED_HOSTS")
WHO = """
  SELECT pl.role() AS role, pl.agency() AS agency, pl.my_county() AS county, pl.offices() AS offices,
    (SELECT s.name FROM teams_seat AS s WHERE s.id = pl.actor()) AS name
"""


@contextmanager
def in_house(name: str) -> Iterator[None]:
    """Be the `team` or the `youth` house in this thread until the end of the block."""
    module = import_module(f"porchlight.project.settings.{name}")
    own = {setting: getattr(module, setting) for setting in PER_HOUSE}
    before = connections["default"]
    with override_settings(**own):
        connections["default"] = before if name == "team" else connections["youth"]
        try:
            yield
        finally:
            connections["default"] = before


@contextmanager
def acting(actor: UUID, *, youth: bool = False, language: str = "en") -> Iterator[Visit]:
    """One visit of a seat, or of a young person, in the house that this thread is."""
    house = this_house()
    identity = Identity("youth" if youth else "seat", actor)
    visit = Visit(house=house.name, identity=identity, language=language, route="stage")
    visit.extras["process_key"] = house.process_key
    with transaction.atomic(durable=True):
        put_on(identity, key=house.context_key)
        row = ask_one(WHO)
        if row:
            visit.role, visit.name = row["role"] or "", row["name"] or ""
            visit.agency = AgencyId(row["agency"]) if row["agency"] else None
            visit.county, visit.offices = row["county"], frozenset(row["offices"])
        yield visit
        record(visit.events)
