-- The only facts that a decision may read: the live lines of the grants ledger that bear on this visit.
-- Python's decide() and the row policies both stand on pl.ledger(). Not a definer function, so that the
-- planner sees through it; nobody but the definer functions below may call it.
CREATE OR REPLACE FUNCTION pl.ledger(p_kind text, p_actor uuid, p_youth uuid)
RETURNS TABLE (youth uuid, role text, condition text, category text, row_id uuid)
LANGUAGE sql STABLE AS $$
  WITH hat AS MATERIALIZED (
    SELECT g.seat, g.agency, g.role, g.person FROM public.policy_grant AS g
    WHERE p_kind = 'seat' AND g.kind = 'seat' AND g.seat = p_actor AND g.ended_at IS NULL
      AND g.starts_at <= statement_timestamp() AND (g.ends_at IS NULL OR g.ends_at > statement_timestamp())
  ), beside AS NOT MATERIALIZED (
    SELECT s.youth, CASE WHEN s.footing = 'ONCALL' THEN 'OC' ELSE hat.role END AS role, s.category,
           hat.seat, hat.agency
    FROM hat JOIN public.policy_grant AS s
      ON s.kind = 'standing' AND s.seat = hat.seat AND s.ended_at IS NULL
     AND s.starts_at <= statement_timestamp() AND (s.ends_at IS NULL OR s.ends_at > statement_timestamp())
    WHERE (p_youth IS NULL OR s.youth = p_youth)
    UNION ALL
    SELECT s.youth, CASE WHEN s.footing = 'ONCALL' THEN 'OC' ELSE hat.role END, s.category,
           hat.seat, hat.agency
    FROM hat JOIN public.policy_grant AS s
      ON s.kind = 'standing' AND s.seat IS NULL AND s.agency = hat.agency AND s.role = hat.role
     AND s.ended_at IS NULL
     AND s.starts_at <= statement_timestamp() AND (s.ends_at IS NULL OR s.ends_at > statement_timestamp())
    WHERE (p_youth IS NULL OR s.youth = p_youth)
    UNION ALL
    SELECT p_actor, 'Y', '', NULL::uuid, NULL::uuid
    WHERE p_kind = 'youth' AND (p_youth IS NULL OR p_youth = p_actor)
  ), open AS NOT MATERIALIZED (
    SELECT b.* FROM beside AS b
    WHERE NOT EXISTS (
      SELECT 1 FROM public.policy_grant AS x, hat
      WHERE x.kind = 'block' AND x.youth = b.youth AND x.person = hat.person AND x.ended_at IS NULL
        AND x.starts_at <= statement_timestamp() AND (x.ends_at IS NULL OR x.ends_at > statement_timestamp()))
  )
  SELECT o.youth, o.role, '', o.category, NULL::uuid FROM open AS o
  UNION ALL
  SELECT o.youth, o.role, g.kind, g.category, g.row_id
  FROM open AS o JOIN public.policy_grant AS g
    ON g.youth = o.youth AND g.kind NOT IN ('seat', 'standing', 'responsible', 'block')
   AND g.ended_at IS NULL
   AND g.starts_at <= statement_timestamp() AND (g.ends_at IS NULL OR g.ends_at > statement_timestamp())
   AND (g.seat = o.seat OR (g.seat IS NULL AND (g.agency IS NULL OR g.agency = o.agency)
                            AND (g.role = '' OR g.role = o.role)))
  WHERE o.category = ''
$$;

CREATE OR REPLACE FUNCTION pl.facts(p_youth uuid)
RETURNS TABLE (youth uuid, role text, condition text, category text, row_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT l.* FROM pl.who() AS w, LATERAL pl.ledger(w.kind, w.actor, p_youth) AS l
$$;

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

-- Young people for whom every row of the category is open at this grain.
CREATE OR REPLACE FUNCTION pl.may(p_category text, p_grain text, p_action text) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT coalesce(array_agg(DISTINCT l.youth), '{}')
  FROM pl.who() AS w, LATERAL pl.ledger(w.kind, w.actor, NULL) AS l
  JOIN pl.clause AS c ON c.role = l.role AND c.condition = l.condition
  WHERE c.category = p_category AND c.action = p_action AND (c.grain = 'full' OR c.grain = p_grain)
    AND l.category IN ('', p_category) AND l.row_id IS NULL
$$;

-- Young people for whom this actor reaches the rows that it wrote itself.
CREATE OR REPLACE FUNCTION pl.may_own(p_category text, p_grain text, p_action text) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT coalesce(array_agg(DISTINCT l.youth), '{}')
  FROM pl.who() AS w, LATERAL pl.ledger(w.kind, w.actor, NULL) AS l
  JOIN pl.clause AS c ON c.role = l.role AND c.condition = 'own'
  WHERE c.category = p_category AND c.action = p_action AND (c.grain = 'full' OR c.grain = p_grain)
    AND l.category IN ('', p_category) AND l.condition = '' AND l.row_id IS NULL
$$;

-- Single rows opened by a line of the ledger that names them, each with the young person whom the line is about:
-- a line about one never opens a row of another, whatever row it names.
CREATE OR REPLACE FUNCTION pl.may_pairs(p_category text, p_grain text, p_action text)
RETURNS TABLE (youth uuid, row_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT DISTINCT l.youth, l.row_id
  FROM pl.who() AS w, LATERAL pl.ledger(w.kind, w.actor, NULL) AS l
  JOIN pl.clause AS c ON c.role = l.role AND c.condition = l.condition
  WHERE c.category = p_category AND c.action = p_action AND (c.grain = 'full' OR c.grain = p_grain)
    AND l.category IN ('', p_category) AND l.row_id IS NOT NULL
$$;

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
