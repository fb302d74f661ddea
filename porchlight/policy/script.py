"""One generated, idempotent SQL script: schemas, functions, the grid as data, row policies, grants, keys.

Nobody writes a policy by hand. `porchlight migrate` applies the script after Django's migrations in the same
transaction and stores its hash; web processes start only when that hash equals the code's.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from porchlight.policy.grid import Grid
from porchlight.policy.registry import Rule, Table
from porchlight.policy.script_about_us import about_us_policies
from porchlight.policy.values import Category

WEB = "pl_team, pl_youth"
EVERYBODY = "pl_team, pl_youth, pl_work"
READERS = {
    "all": "true",
    "signed_in": "(SELECT pl.actor()) IS NOT NULL",
    "seats": "(SELECT pl.role()) <> 'Y'",
}
KINDS = """
INSERT INTO pl.kind SELECT DISTINCT c.role, c.condition FROM pl.clause AS c WHERE c.condition NOT IN ('', 'own');
ANALYZE pl.clause, pl.kind;
"""
OWN_SQL = Path(__file__).parent / "sql"


def build(*, grid: Grid, registry: Mapping[str, Table], functions: Iterable[str]) -> str:
    """The whole script. `functions` are the rooms' own SQL texts, in order of the layers."""
    parts = [_schemas(), _clauses(grid)]
    parts += [_own(path) for path in sorted(OWN_SQL.iterdir())]
    parts += functions
    parts += [_table(table, grid) for _, table in sorted(registry.items())]
    parts += [_whole(table) for _, table in sorted(registry.items())]
    parts += [_pointers(table) for _, table in sorted(registry.items())]
    parts += [_pointers_beside(table) for _, table in sorted(registry.items())]
    parts.append(_function_grants())
    text = "\n".join(part for part in parts if part)
    return f"{text}\n{_release(digest(text))}"


def _own(path: Path) -> str:
    """One of policy's files; the ledger's is made twice, over everybody and beside one young person."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".template":
        return text
    everybody = dict.fromkeys(("of", "one", "given", "beside", "blocked", "self"), "")
    one = {
        "of": "_of",
        "one": ", p_youth uuid",
        "given": ", p_youth",
        "beside": " AND s.youth = p_youth",
        "blocked": " AND x.youth = p_youth",
        "self": " AND (p_hat).youth = p_youth",
    }
    return "\n".join(text.format(**filling) for filling in (everybody, one))


def digest(text: str) -> str:
    """The hash by which code and database recognise each other (SHA-256, hexadecimal)."""
    return hashlib.sha256(text.encode()).hexdigest()


def release_of(script: str) -> str:
    """The hash that a built script stores."""
    return script.rsplit("'", 2)[1]


def _schemas() -> str:
    return """
DROP SCHEMA IF EXISTS pl CASCADE; -- with every function and policy of an older release; all are made anew below
CREATE SCHEMA pl;
CREATE SCHEMA IF NOT EXISTS pl_secret;
REVOKE ALL ON SCHEMA public, pl, pl_secret FROM PUBLIC;
GRANT USAGE ON SCHEMA public, pl TO pl_team, pl_youth, pl_work, pl_audit;
GRANT CREATE ON SCHEMA pl TO pl_audit;
CREATE TABLE IF NOT EXISTS pl_secret.context_key
  (login name PRIMARY KEY, inner_pad bytea NOT NULL, outer_pad bytea NOT NULL);
CREATE TABLE pl.release (hash text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now());
GRANT SELECT ON pl.release TO pl_team, pl_youth, pl_work;
CREATE TABLE pl.clause
  (role text, category text, action text, grain text, condition text,
   PRIMARY KEY (category, action, role, condition, grain));
CREATE TABLE pl.kind (role text, condition text, PRIMARY KEY (role, condition)); -- the conditions that a role can use
"""


def _clauses(grid: Grid) -> str:
    rows = ",\n".join(
        f"  ('{role}', '{category}', '{c.action}', '{c.grain}', '{c.condition}')"
        for role, category, c in grid.clauses()
    )
    return f"INSERT INTO pl.clause (role, category, action, grain, condition) VALUES\n{rows};\n{KINDS}"


def _table(table: Table, grid: Grid) -> str:
    lines = [
        f"ALTER TABLE {table.name} ENABLE ROW LEVEL SECURITY;",
        f"ALTER TABLE {table.name} FORCE ROW LEVEL SECURITY;",
        f"REVOKE ALL ON {table.name} FROM PUBLIC, pl_team, pl_youth, pl_work, pl_audit;",
        _drop_policies(table.name),
    ]
    match table.rule:
        case Rule.YOUTH:
            lines += _youth_policies(table, grid)
        case Rule.MINE:
            lines += _mine_policies(table)
        case Rule.SHARED:
            lines += _shared_policies(table)
        case Rule.COUNTY | Rule.AGENCY | Rule.PAIR:
            lines += _about_us_policies(table)
        case Rule.CLOSED:
            lines.append(_policy(table, "pl_closed", "ALL", "pl_owner", using="true"))
        case Rule.AUDIT:
            lines.append(_policy(table, "pl_audit", "ALL", "pl_audit", using="true"))
            lines.append(f"GRANT SELECT, INSERT ON {table.name} TO pl_audit;")
            lines.append(f"REVOKE UPDATE, DELETE, TRUNCATE ON {table.name} FROM pl_owner;")
    if table.rule is not Rule.CLOSED:
        window = "current_setting('pl.migration_window', true) = 'open'"
        lines.append(_policy(table, "pl_window", "ALL", "pl_owner", using=window))
    return "\n".join(line for line in lines if line)


def _youth_policies(table: Table, grid: Grid) -> Iterator[str]:
    read = _reach(table, grid, "read")
    write = _reach(table, grid, "write")
    owned = "agency_id = (SELECT pl.agency())"
    signed = f"made_by = (SELECT pl.actor()) AND {owned}"
    if table.own_hand:
        signed = f"youth_id = (SELECT pl.actor()) AND {signed}"
    yield _policy(table, "pl_read", "SELECT", WEB, using=read)
    yield _policy(table, "pl_add", "INSERT", WEB, check=f"{signed} AND ({write})")
    yield f"GRANT SELECT, INSERT ON {table.name} TO {WEB};"
    if table.updates:
        yield _policy(table, "pl_change", "UPDATE", WEB, using=f"{owned} AND ({write})")
        yield f"GRANT UPDATE ({', '.join(table.updates)}) ON {table.name} TO {WEB};"
    if table.deletes:
        yield _policy(table, "pl_remove", "DELETE", WEB, using=f"youth_id = (SELECT pl.actor()) AND ({write})")
        yield f"GRANT DELETE ON {table.name} TO {WEB};"


def _reach(table: Table, grid: Grid, action: str) -> str:
    """Which rows: sets made once a statement, never a function of the row."""
    category = table.category
    assert category is not None  # noqa: S101 - because read_registry refuses such an entry
    question = f"'{category}', '{table.grain}', '{action}'"
    kinds = _kinds(grid, category)
    reach = [f"youth_id = ANY ((SELECT pl.may({question}))::uuid[])"]
    if "own" in kinds:
        reach.append(f"(made_by = (SELECT pl.actor()) AND youth_id = ANY ((SELECT pl.may_own({question}))::uuid[]))")
    if table.row:
        reach.append(f"(youth_id, {table.row}) IN (SELECT r.youth, r.row_id FROM pl.may_rows({question}) AS r)")
    sets = " OR ".join(reach)
    # The audience as a filter only: as a second list of keys it would talk the planner out of the right index.
    return f"({sets}) AND (SELECT pl.audiences()) @> ARRAY[{table.audience}]" if table.audience else sets


def _kinds(grid: Grid, category: Category) -> set[str]:
    return {clause.condition for _, named, clause in grid.clauses() if named is category}


def _mine_policies(table: Table) -> Iterator[str]:
    mine = "made_by = (SELECT pl.actor())"
    yield _policy(table, "pl_mine", "ALL", WEB, using=mine)
    yield f"GRANT SELECT, INSERT{', DELETE' if table.deletes else ''} ON {table.name} TO {WEB};"
    if table.updates:
        yield f"GRANT UPDATE ({', '.join(table.updates)}) ON {table.name} TO {WEB};"


def _shared_policies(table: Table) -> Iterator[str]:
    readers = READERS[table.readers]
    yield _policy(table, "pl_read", "SELECT", WEB, using=readers)
    yield _policy(table, "pl_functions", "SELECT", "pl_owner", using="true")  # definer functions join them
    yield f"GRANT SELECT ON {table.name} TO {WEB};"
    if table.writers:
        roles = ", ".join(f"'{role}'" for role in table.writers)
        writers = f"(SELECT pl.role()) = ANY (ARRAY[{roles}])"
        if table.own:
            writers += f" AND {table.own} = (SELECT pl.agency())"
        yield _policy(table, "pl_add", "INSERT", WEB, check=writers)
        yield f"GRANT INSERT ON {table.name} TO {WEB};"
        if table.updates:
            yield _policy(table, "pl_change", "UPDATE", WEB, using=writers)
            yield f"GRANT UPDATE ({', '.join(table.updates)}) ON {table.name} TO {WEB};"


def _about_us_policies(table: Table) -> Iterator[str]:
    for one in about_us_policies(table):
        yield _policy(table, one.name, one.command, "pl_team", using=one.using, check=one.check)
    yield _policy(table, "pl_functions", "SELECT", "pl_owner", using="true")  # definer functions count them
    yield f"GRANT SELECT, INSERT{', DELETE' if table.deletes else ''} ON {table.name} TO pl_team;"
    if table.updates:
        yield f"GRANT UPDATE ({', '.join(table.updates)}) ON {table.name} TO pl_team;"


def _policy(table: Table, name: str, command: str, to: str, *, using: str = "", check: str = "") -> str:
    using = f" USING ({using})" if using else ""
    check = f" WITH CHECK ({check})" if check else ""
    return f"CREATE POLICY {name} ON {table.name} FOR {command} TO {to}{using}{check};"


def _drop_policies(name: str) -> str:
    return f"""DO $$ DECLARE p name; BEGIN
  FOR p IN SELECT polname FROM pg_policy WHERE polrelid = '{name}'::regclass LOOP
    EXECUTE format('DROP POLICY %I ON {name}', p);
  END LOOP; END $$;"""


def _whole(table: Table) -> str:
    """The key by which other rows may point here: agency, young person and row together."""
    if table.rule is not Rule.YOUTH:
        return ""
    return f"CREATE UNIQUE INDEX IF NOT EXISTS {table.name}_whole ON {table.name} (agency_id, youth_id, id);"


def _pointers(table: Table) -> str:
    lines = []
    for column, target in sorted(table.points.items()):
        name = f"{table.name}_{column}_whole"
        lines.append(f"""DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = '{name}') THEN
    ALTER TABLE {table.name} ADD CONSTRAINT {name} FOREIGN KEY (agency_id, youth_id, {column})
      REFERENCES {target} (agency_id, youth_id, id) DEFERRABLE INITIALLY DEFERRED;
  END IF; END $$;""")
    return "\n".join(lines)


def _pointers_beside(table: Table) -> str:
    """Keys to rows about the same young person that another agency may own (docs/adr/013)."""
    lines = []
    for column, target in sorted(table.beside.items()):
        name = f"{table.name}_{column}_beside"
        lines.append(f"""CREATE UNIQUE INDEX IF NOT EXISTS {target}_beside ON {target} (youth_id, id);
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = '{name}') THEN
    ALTER TABLE {table.name} ADD CONSTRAINT {name} FOREIGN KEY (youth_id, {column})
      REFERENCES {target} (youth_id, id) DEFERRABLE INITIALLY DEFERRED;
  END IF; END $$;""")
    return "\n".join(lines)


def _function_grants() -> str:
    return """
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA pl FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pl.who(), pl.actor(), pl.agency(), pl.role(), pl.audiences(),
  pl.facts(uuid), pl.facts_everywhere(), pl.stands(uuid), pl.offices(), pl.my_county(),
  pl.may(text, text, text), pl.may_own(text, text, text), pl.may_rows(text, text, text)
  TO pl_team, pl_youth;
GRANT EXECUTE ON FUNCTION pl.who(), pl.merkle_root(bytea[]) TO pl_audit;
"""


def _release(hash_: str) -> str:
    return f"INSERT INTO pl.release (hash) VALUES ('{hash_}');\n"
