"""The database's roles, made once by an administrator. Everything afterwards uses the roles' own logins."""

from __future__ import annotations

from psycopg import Connection, sql

from porchlight.kernel.secrets import LOGINS, SIGNING, Keys
from porchlight.policy.context import pads

NO_LOGIN = ("pl_owner", "pl_audit")
PLAIN = "NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOREPLICATION"


def make_roles(admin: Connection[tuple[object, ...]], *, keys: Keys, database: str) -> None:
    """Make or mend every role and give the database to the owner. `admin` must be able to create roles."""
    for role in NO_LOGIN:
        _make(admin, role, "NOLOGIN")
    for login in LOGINS:
        _make(admin, login, "LOGIN", password=keys.password(login))
    admin.execute("GRANT pl_owner TO pl_migrate")
    admin.execute("GRANT pl_audit TO pl_owner")
    for statement in (
        "ALTER DATABASE {0} OWNER TO pl_owner",
        "REVOKE ALL ON DATABASE {0} FROM PUBLIC",
        "GRANT CONNECT ON DATABASE {0} TO pl_team, pl_youth, pl_work, pl_migrate",
    ):
        admin.execute(sql.SQL(statement).format(sql.Identifier(database)))


def _make(admin: Connection[tuple[object, ...]], role: str, kind: str, *, password: str = "") -> None:
    exists = admin.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone()
    verb = "ALTER" if exists else "CREATE"
    statement = sql.SQL(f"{verb} ROLE {{}} {kind} {PLAIN}").format(sql.Identifier(role))
    if password:
        statement += sql.SQL(" PASSWORD {}").format(sql.Literal(password))
    admin.execute(statement)


def install_context_keys(owner: Connection[tuple[object, ...]], *, keys: Keys) -> None:
    """Put each web login's pads where only the checking function can read them."""
    for login in SIGNING:
        inner, outer = pads(keys.context(login))
        owner.execute(
            "INSERT INTO pl_secret.context_key (login, inner_pad, outer_pad) VALUES (%s, %s, %s) "
            "ON CONFLICT (login) DO UPDATE SET inner_pad = excluded.inner_pad, outer_pad = excluded.outer_pad",
            [login, inner, outer],
        )
