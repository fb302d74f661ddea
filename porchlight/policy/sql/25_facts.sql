-- These are PL/pgSQL because it keeps a plan for the session: planning the ledger anew costs more than reading it.
-- Every live fact of this visit beside one young person: what Python's decide() stands on.
CREATE OR REPLACE FUNCTION pl.facts(p_youth uuid)
RETURNS TABLE (youth uuid, role text, condition text, category text, row_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
  hat pl.hat := pl.my_hat();
  kinds text[] := ARRAY(SELECT k.condition FROM pl.kind AS k WHERE k.role IN (hat.role, 'OC'));
BEGIN
  RETURN QUERY SELECT l.* FROM pl.ledger_of(hat, kinds, p_youth) AS l;
END $$;

-- The same beside everybody: for comparing the two enforcers.
CREATE OR REPLACE FUNCTION pl.facts_everywhere()
RETURNS TABLE (youth uuid, role text, condition text, category text, row_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT l.* FROM pl.my_hat() AS hat,
    LATERAL pl.ledger(hat, ARRAY(SELECT k.condition FROM pl.kind AS k WHERE k.role IN (hat.role, 'OC'))) AS l
$$;

-- Whether this visit stands beside the young person at all: for the rooms' own functions.
CREATE OR REPLACE FUNCTION pl.stands(p_youth uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  hat pl.hat := pl.my_hat();
BEGIN
  RETURN EXISTS (SELECT 1 FROM pl.ledger_of(hat, '{}', p_youth));
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

-- What the answer to a question turns on for this hat: the roles to which a bare standing is enough, those to which
-- it opens the rows that one wrote oneself, and the conditions to look up. Other conditions are not read.
CREATE TYPE pl.turn AS (bare text[], own text[], kinds text[]);

CREATE OR REPLACE FUNCTION pl.turns_on(p_hat pl.hat, p_category text, p_grain text, p_action text) RETURNS pl.turn
LANGUAGE sql STABLE AS $$
  SELECT array_agg(c.role) FILTER (WHERE c.condition = ''),
         array_agg(c.role) FILTER (WHERE c.condition = 'own'),
         array_agg(c.condition) FILTER (WHERE c.condition NOT IN ('', 'own'))
  FROM pl.clause AS c
  WHERE c.category = p_category AND c.action = p_action AND c.grain IN ('full', p_grain)
    AND c.role IN ((p_hat).role, 'OC')
$$;

-- The lines of conditions that open something in this question: for all rows, or for the row that they name.
CREATE OR REPLACE FUNCTION pl.opened(p_hat pl.hat, p_kinds text[], p_category text, p_grain text, p_action text)
RETURNS TABLE (youth uuid, row_id uuid)
LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
  IF p_hat.about IS NULL THEN
    RETURN QUERY
      SELECT l.youth, l.row_id FROM pl.conditions(p_hat, p_kinds) AS l
      JOIN pl.clause AS c ON c.role = l.role AND c.condition = l.condition
      WHERE c.category = p_category AND c.action = p_action AND c.grain IN ('full', p_grain)
        AND l.category IN ('', p_category);
  ELSE
    RETURN QUERY
      SELECT l.youth, l.row_id FROM pl.conditions_of(p_hat, p_kinds, p_hat.about) AS l
      JOIN pl.clause AS c ON c.role = l.role AND c.condition = l.condition
      WHERE c.category = p_category AND c.action = p_action AND c.grain IN ('full', p_grain)
        AND l.category IN ('', p_category);
  END IF;
END $$;

-- Those beside whom the hat stands in one of these roles.
CREATE OR REPLACE FUNCTION pl.standing_in(p_hat pl.hat, p_roles text[], p_category text) RETURNS uuid[]
LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF p_roles IS NULL THEN
    RETURN '{}';
  ELSIF p_hat.about IS NULL THEN
    RETURN ARRAY(SELECT o.youth FROM pl.standings(p_hat) AS o
                 WHERE o.role = ANY (p_roles) AND o.category IN ('', p_category));
  ELSE
    RETURN ARRAY(SELECT o.youth FROM pl.standings_of(p_hat, p_hat.about) AS o
                 WHERE o.role = ANY (p_roles) AND o.category IN ('', p_category));
  END IF;
END $$;

-- Young people for whom every row of the category is open at this grain.
CREATE OR REPLACE FUNCTION pl.may(p_category text, p_grain text, p_action text) RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  hat pl.hat := pl.my_hat();
  turn pl.turn := pl.turns_on(hat, p_category, p_grain, p_action);
  every uuid[] := pl.standing_in(hat, turn.bare, p_category);
BEGIN
  IF turn.kinds IS NULL THEN
    RETURN every;
  END IF;
  RETURN every || ARRAY(SELECT l.youth FROM pl.opened(hat, turn.kinds, p_category, p_grain, p_action) AS l
                        WHERE l.row_id IS NULL);
END $$;

-- Young people for whom this actor reaches the rows that it wrote itself.
CREATE OR REPLACE FUNCTION pl.may_own(p_category text, p_grain text, p_action text) RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  hat pl.hat := pl.my_hat();
  turn pl.turn := pl.turns_on(hat, p_category, p_grain, p_action);
BEGIN
  RETURN pl.standing_in(hat, turn.own, p_category);
END $$;

-- Single rows opened by a line of the ledger that names them, each with the young person the line is about: a row's
-- name alone opens nothing, or a line about one young person could open another's row.
CREATE OR REPLACE FUNCTION pl.may_rows(p_category text, p_grain text, p_action text)
RETURNS TABLE (youth uuid, row_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
  hat pl.hat := pl.my_hat();
  turn pl.turn := pl.turns_on(hat, p_category, p_grain, p_action);
BEGIN
  IF turn.kinds IS NOT NULL THEN
    RETURN QUERY SELECT l.youth, l.row_id FROM pl.opened(hat, turn.kinds, p_category, p_grain, p_action) AS l
                 WHERE l.row_id IS NOT NULL;
  END IF;
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
