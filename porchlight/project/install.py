"""From a bare PostgreSQL to a ready Porchlight: database, roles, schema, keys."""

from __future__ import annotations

from dataclasses import dataclass

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from porchlight.kernel.errors import Trouble
from porchlight.kernel.secrets import Keys
from porchlight.project.roles import install_context_keys, make_roles

OLDEST = 160000  # PostgreSQL 16


class TooOld(Trouble):
    """The PostgreSQL that DATABASE_URL names is older than 16."""

    code = "PL-PRO-020"
    sentence = "This PostgreSQL is too old for Porchlight, which needs 16 or newer."
    repair = "Point DATABASE_URL at PostgreSQL 16 or newer, or leave it out to use the one that comes along."


@dataclass(frozen=True)
class Place:
    """Where the database lives: an administrator's address and the name of our database."""

    admin: str  # a connection string that may create roles and databases
    name: str = "porchlight"

    def address(self) -> str:
        """Host, port and database, without user or password: the value of `PORCHLIGHT_DB`."""
        where = conninfo_to_dict(self.admin)
        kept = {k: str(v) for k, v in where.items() if k in {"host", "port", "sslmode", "sslrootcert"}}
        return make_conninfo(dbname=self.name, **kept)

    def connect(self, login: str, keys: Keys, *, options: str = "") -> psycopg.Connection[tuple[object, ...]]:
        """A connection as one of our own logins, committing every statement by itself."""
        return psycopg.connect(
            self.address(), user=login, password=keys.password(login), autocommit=True, options=options
        )


def prepare(place: Place, keys: Keys) -> None:
    """Make database, roles and keys where they are missing. Needs the administrator, and only here."""
    with psycopg.connect(place.admin, autocommit=True) as admin:
        if admin.info.server_version < OLDEST:
            raise TooOld
        exists = admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", [place.name]).fetchone()
        if not exists:
            admin.execute(
                sql.SQL("CREATE DATABASE {} ENCODING 'UTF8' TEMPLATE template0").format(sql.Identifier(place.name))
            )
        make_roles(admin, keys=keys, database=place.name)


def install_keys(place: Place, keys: Keys) -> None:
    """Give the checking function the context keys. After the schema exists."""
    with place.connect("pl_migrate", keys, options="-c role=pl_owner") as owner:
        install_context_keys(owner, keys=keys)
