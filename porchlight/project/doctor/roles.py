"""Whether every role of the database has just the rights that it needs."""

from __future__ import annotations

from collections.abc import Iterator

from porchlight.kernel.secrets import LOGINS
from porchlight.project.doctor.finding import Finding, either
from porchlight.project.doctor.tables import Ask
from porchlight.project.roles import NO_LOGIN

ATTRIBUTES = """
  SELECT rolname::text, rolcanlogin, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication
  FROM pg_roles WHERE rolname = ANY (%s)
"""
MEMBERS = """
  SELECT r.rolname::text, m.rolname::text FROM pg_auth_members AS a
  JOIN pg_roles AS r ON r.oid = a.roleid JOIN pg_roles AS m ON m.oid = a.member WHERE r.rolname = ANY (%s)
"""
OWNING = """
  SELECT DISTINCT pg_get_userbyid(relowner)::text FROM pg_class WHERE pg_get_userbyid(relowner) = ANY (%s)
"""
WEB = ["pl_team", "pl_youth", "pl_work"]
LENT = {("pl_owner", "pl_migrate"), ("pl_audit", "pl_owner")}
POWERS = ("is a superuser", "passes row security by", "makes roles", "makes databases", "replicates")


def check_roles(ask: Ask) -> Iterator[Finding]:
    """No role is above row security, and none can become another that it should not."""
    yield either(
        "roles",
        list(_wrong(ask)),
        well="every role has only its own rights",
        mend="run `porchlight init` with DATABASE_URL of an administrator: it puts the roles right",
    )


def _wrong(ask: Ask) -> Iterator[str]:
    names = [*LOGINS, *NO_LOGIN]
    found = {name: (login, powers) for name, login, *powers in ask(ATTRIBUTES, [names])}
    for name in names:
        if name not in found:
            yield f"{name} is missing"
            continue
        login, powers = found[name]
        if login != (name in LOGINS):
            yield f"{name} {'may' if login else 'may not'} sign in"
        yield from (f"{name} {power}" for power, has in zip(POWERS, powers, strict=True) if has)
    for role, member in ask(MEMBERS, [names]):
        administrator = member not in names  # whoever made the roles may keep them
        if not administrator and (role, member) not in LENT:
            yield f"{member} can become {role}"
    yield from (f"{name} owns something" for (name,) in ask(OWNING, [WEB]))
