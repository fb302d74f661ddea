-- These are PL/pgSQL because it keeps a plan for the session: planning the ledger anew costs more than reading it.
-- Every live fact of this visit beside one young person: what Python's decide() stands on.
CREATE OR REPLACE FUNCTION pl.facts(p_youth uuid)
RETURNS TABLE (youth uuid, role text, condition text, category text, row_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
  me record;
  kinds text[] := ARRAY(SELECT DISTINCT c.condition FROM pl.clause AS c WHERE c.condition NOT IN ('', 'own'));
BEGIN
  SELECT w.kind, w.actor INTO me FROM pl.who() AS w;
  RETURN QUERY SELECT l.* FROM pl.ledger_of(me.kind, me.actor, kinds, p_youth) AS l;
END $$;

-- The same beside everybody: for comparing the two enforcers.
CREATE OR REPLACE FUNCTION pl.facts_everywhere()
RETURNS TABLE (youth uuid, role text, condition text, category text, row_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT l.* FROM pl.who() AS w,
    LATERAL pl.ledger(w.kind, w.actor,
      ARRAY(SELECT DISTINCT c.condition FROM pl.clause AS c WHERE c.condition NOT IN ('', 'own'))) AS l
$$;

-- Whether this visit stands beside the young person at all: for the rooms' own functions.
CREATE OR REPLACE FUNCTION pl.stands(p_youth uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  me record;
BEGIN
  SELECT w.kind, w.actor INTO me FROM pl.who() AS w;
  RETURN EXISTS (SELECT 1 FROM pl.ledger_of(me.kind, me.actor, '{}', p_youth));
END $$;

-- The agency whose rows this visit may add: the seat's own; for a young person, the responsible one.
CREATE OR REPLACE FUNCTION pl.agency() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT g.agency FROM pl.who() AS w JOIN public.policy_grant AS g
    ON (w.kind = 'seat' AND g.kind = 'seat' AND g.seat = w.actor)
    OR (w.kind = 'youth' AND g.kind = 'responsible' AND g.youth = w.actor)
  WHERE g.ended_at IS NULL AND g.starts_at <= statement_timestamp()
    AND (g.ends_at IS NULL OR g.ends_at > statement_timestamp())
  ORDER BY g.starts_at DESC LIMIT 1
$$;

CREATE OR REPLACE FUNCTION pl.role() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT CASE w.kind WHEN 'youth' THEN 'Y' ELSE (
    SELECT g.role FROM public.policy_grant AS g
    WHERE w.kind = 'seat' AND g.kind = 'seat' AND g.seat = w.actor AND g.ended_at IS NULL
      AND g.starts_at <= statement_timestamp() AND (g.ends_at IS NULL OR g.ends_at > statement_timestamp())
    LIMIT 1) END
  FROM pl.who() AS w
$$;

-- The conditions that a question can turn on for this hat: the others are not even looked up.
CREATE OR REPLACE FUNCTION pl.kinds(p_category text, p_action text, p_kind text, p_actor uuid) RETURNS text[]
LANGUAGE sql STABLE AS $$
  SELECT ARRAY(
    SELECT DISTINCT c.condition FROM pl.clause AS c
    WHERE c.category = p_category AND c.action = p_action AND c.condition NOT IN ('', 'own')
      AND (c.role = 'OC' OR c.role = CASE p_kind WHEN 'youth' THEN 'Y' ELSE (
             SELECT g.role FROM public.policy_grant AS g
             WHERE g.kind = 'seat' AND g.seat = p_actor AND g.ended_at IS NULL LIMIT 1) END))
$$;

-- Young people for whom every row of the category is open at this grain.
CREATE OR REPLACE FUNCTION pl.may(p_category text, p_grain text, p_action text) RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  me record;
  kinds text[];
BEGIN
  SELECT w.kind, w.actor INTO me FROM pl.who() AS w;
  kinds := pl.kinds(p_category, p_action, me.kind, me.actor);
  RETURN (
    SELECT coalesce(array_agg(DISTINCT l.youth), '{}')
    FROM pl.ledger(me.kind, me.actor, kinds) AS l
    JOIN pl.clause AS c ON c.role = l.role AND c.condition = l.condition
    WHERE c.category = p_category AND c.action = p_action AND (c.grain = 'full' OR c.grain = p_grain)
      AND l.category IN ('', p_category) AND l.row_id IS NULL);
END $$;

-- Young people for whom this actor reaches the rows that it wrote itself.
CREATE OR REPLACE FUNCTION pl.may_own(p_category text, p_grain text, p_action text) RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  me record;
BEGIN
  SELECT w.kind, w.actor INTO me FROM pl.who() AS w;
  RETURN (
    SELECT coalesce(array_agg(DISTINCT l.youth), '{}')
    FROM pl.ledger(me.kind, me.actor, '{}') AS l
    JOIN pl.clause AS c ON c.role = l.role AND c.condition = 'own'
    WHERE c.category = p_category AND c.action = p_action AND (c.grain = 'full' OR c.grain = p_grain)
      AND l.category IN ('', p_category));
END $$;

-- Single rows opened by a line of the ledger that names them, each with the young person the line is about: a row's
-- name alone opens nothing, or a line about one young person could open another's row.
CREATE OR REPLACE FUNCTION pl.may_rows(p_category text, p_grain text, p_action text)
RETURNS TABLE (youth uuid, row_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
  me record;
  kinds text[];
BEGIN
  SELECT w.kind, w.actor INTO me FROM pl.who() AS w;
  kinds := pl.kinds(p_category, p_action, me.kind, me.actor);
  RETURN QUERY
    SELECT DISTINCT l.youth, l.row_id FROM pl.ledger(me.kind, me.actor, kinds) AS l
    JOIN pl.clause AS c ON c.role = l.role AND c.condition = l.condition
    WHERE c.category = p_category AND c.action = p_action AND (c.grain = 'full' OR c.grain = p_grain)
      AND l.category IN ('', p_category) AND l.row_id IS NOT NULL;
END $$;

-- Before whom this visit works: it sees the name that the young person chose for that audience, no other.
CREATE OR REPLACE FUNCTION pl.audiences() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT CASE r.role
    WHEN 'Y' THEN ARRAY['me', 'team', 'home', 'school', 'court', 'family', 'public']
    WHEN 'SW' THEN ARRAY['team', 'home', 'school', 'court', 'family', 'public']
    WHEN 'CG' THEN ARRAY['home']
    WHEN 'ED' THEN ARRAY['school']
    WHEN 'CRT' THEN ARRAY['court']
    WHEN 'PAR' THEN ARRAY['family']
    ELSE ARRAY['team'] END
  FROM (SELECT pl.role() AS role) AS r
$$;
