"""Functions that run with the owner's rights: who may call each, and that none can be led astray."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from porchlight.project.doctor.finding import Finding, either
from porchlight.project.doctor.tables import Ask

FUNCTIONS = """
  SELECT p.proname::text, pg_get_function_identity_arguments(p.oid), pg_get_userbyid(p.proowner)::text,
         p.prosecdef, coalesce(p.proconfig, '{}'),
         ARRAY(SELECT CASE WHEN a.grantee = 0 THEN 'PUBLIC' ELSE pg_get_userbyid(a.grantee)::text END
               FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) AS a
               WHERE a.privilege_type = 'EXECUTE' AND a.grantee <> p.proowner ORDER BY 1)
  FROM pg_proc AS p WHERE p.pronamespace IN ('pl'::regnamespace, 'pl_secret'::regnamespace, 'public'::regnamespace)
  ORDER BY 1, 2
"""
PINNED = ["search_path=pg_catalog"]


@dataclass(frozen=True)
class Function:
    """One function of ours: its name and arguments, whose rights it runs with, who may call it."""

    name: str
    owner: str
    definer: bool
    pinned: bool
    callers: tuple[str, ...]

    def __str__(self) -> str:
        rights = f"as {self.owner}" if self.definer else "as its caller"
        return f"{self.name}  {rights}  for {', '.join(self.callers) or 'nobody'}"


def functions(ask: Ask) -> list[Function]:
    """Every function of our schemas, by name."""
    return [
        Function(f"{name}({arguments})", owner, definer, set(PINNED) <= set(settings), tuple(callers))
        for name, arguments, owner, definer, settings, callers in ask(FUNCTIONS)
    ]


def check_functions(ask: Ask) -> Iterator[Finding]:
    """No function is everybody's, and each that lends rights has its search path pinned."""
    found = functions(ask)
    yield either(
        "functions",
        [f"{one.name} can be led astray by a search path" for one in found if one.definer and not one.pinned]
        + [f"{one.name} may be called by everybody" for one in found if "PUBLIC" in one.callers],
        well=f"{sum(one.definer for one in found)} functions lend rights, each with its search path pinned",
        mend="run `porchlight migrate`; a function that is not in this release is not ours: drop it",
    )
