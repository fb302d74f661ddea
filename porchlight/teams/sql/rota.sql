-- The rota. Hours are the county's wall clock (porchlight.kernel.clock.COUNTY_ZONE), in whole quarters.
-- teams/rota_rules.py answers the same in Python for the page; a test compares the two.

-- Who is on call at a moment.
CREATE OR REPLACE FUNCTION pl.on_call_at(p_agency uuid, p_at timestamptz) RETURNS TABLE (seat uuid, "order" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  WITH wall AS (
    SELECT (p_at AT TIME ZONE 'America/Los_Angeles')::date AS today, (p_at AT TIME ZONE 'America/Los_Angeles')::time AS now
  ), standing AS (
    SELECT DISTINCT ON (s."order") s.seat_id, s."order"
    FROM public.teams_shift AS s, wall AS w
    WHERE s.agency_id = p_agency AND s.ended_at IS NULL
      AND ((coalesce(s.day = w.today, s.weekday = extract(isodow FROM w.today) - 1, true)
            AND w.now >= s.starts AND (s.ends <= s.starts OR w.now < s.ends))
        OR (coalesce(s.day = w.today - 1, s.weekday = extract(isodow FROM w.today - 1) - 1, true)
            AND s.ends <= s.starts AND w.now < s.ends))
      AND (s.seat_id IS NULL OR EXISTS (
        SELECT 1 FROM public.policy_grant AS g
        WHERE g.kind = 'seat' AND g.seat = s.seat_id AND g.agency = p_agency AND g.ended_at IS NULL))
    ORDER BY s."order", (s.day IS NULL), (s.weekday IS NULL), s.made_at DESC
  )
  SELECT seat_id, "order" FROM standing WHERE seat_id IS NOT NULL
$$;

-- Who is on call now, in place of policy/sql/15_hat.sql: the ledger asks it for open nights.
CREATE OR REPLACE FUNCTION pl.on_call(p_agency uuid) RETURNS TABLE (seat uuid, "order" text)
LANGUAGE sql STABLE SECURITY DEFINER COST 1000 SET search_path = pg_catalog AS $$
  SELECT o.seat, o."order" FROM pl.on_call_at(p_agency, statement_timestamp()) AS o
$$;

-- Those on call for one young person: nobody twice, nobody whom they blocked; `place` 0 is asked first.
CREATE OR REPLACE FUNCTION pl.chain_for(p_youth uuid, p_at timestamptz)
RETURNS TABLE (seat uuid, "order" text, place integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT DISTINCT ON (o.seat) o.seat, o."order", array_position(ARRAY['first', 'second', 'desk'], o."order")
  FROM pl.on_call_at(pl.responsible(p_youth), p_at) AS o
  WHERE NOT EXISTS (
    SELECT 1 FROM public.policy_grant AS s JOIN public.policy_grant AS x ON x.person = s.person
    WHERE s.kind = 'seat' AND s.seat = o.seat AND x.kind = 'block' AND x.youth = p_youth AND x.ended_at IS NULL
      AND (x.ends_at IS NULL OR x.ends_at > p_at))
  ORDER BY o.seat, 3
$$;

-- Whether a question asked at that moment finds somebody now, and at each step on which it would move on.
CREATE OR REPLACE FUNCTION pl.is_staffed(p_youth uuid, p_at timestamptz, p_minutes integer) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT bool_and(EXISTS (SELECT 1 FROM pl.chain_for(p_youth, greatest(q, p_at))))
  FROM generate_series(date_bin('15 minutes', p_at, 'epoch'), p_at + 3 * make_interval(mins => p_minutes),
                       interval '15 minutes') AS q
$$;

-- Who may open a question asked at that moment, from when until when, in the 24 hours after it: the first at
-- once, the next after the county's minutes, and so on; whoever follows in the next shift takes over.
CREATE OR REPLACE FUNCTION pl.rota_lines(p_youth uuid, p_asked timestamptz, p_minutes integer)
RETURNS TABLE (seat uuid, starts timestamptz, ends timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  WITH step AS (
    SELECT q, o.seat, row_number() OVER (PARTITION BY q ORDER BY o.place) - 1 AS nth
    FROM generate_series(date_bin('15 minutes', p_asked, 'epoch'), p_asked + interval '24 hours',
                         interval '15 minutes') AS q, LATERAL pl.chain_for(p_youth, q) AS o
  ), island AS (
    SELECT s.*, s.q - row_number() OVER (PARTITION BY s.seat, s.nth ORDER BY s.q) * interval '15 minutes' AS run
    FROM step AS s
  ), line AS (
    SELECT i.seat, greatest(min(i.q), p_asked + i.nth * make_interval(mins => p_minutes)) AS starts,
           least(max(i.q) + interval '15 minutes', p_asked + interval '24 hours') AS ends
    FROM island AS i GROUP BY i.seat, i.nth, i.run
  )
  SELECT l.seat, greatest(l.starts, p_asked), l.ends FROM line AS l WHERE l.starts < l.ends
$$;

-- Who is on call for this young person now, in turn, and whether a question asked now finds somebody.
CREATE OR REPLACE FUNCTION pl.rota_now(p_youth uuid, p_minutes integer)
RETURNS TABLE (seat uuid, "order" text, name text, phone text, is_staffed boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT o.seat, o."order", s.name, s.phone, pl.is_staffed(p_youth, statement_timestamp(), p_minutes)
  FROM pl.chain_for(p_youth, statement_timestamp()) AS o
  JOIN public.teams_seat AS s ON s.id = o.seat
  WHERE pl.stands(p_youth)
  ORDER BY o.place
$$;

-- Everybody who ever stood beside this young person, so that old words keep their writer's name; `is_beside` is who
-- stands there now by their own role, and whom the young person has not blocked.
CREATE OR REPLACE FUNCTION pl.ever_beside(p_youth uuid)
RETURNS TABLE (seat uuid, name text, phone text, role text, is_beside boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT s.id, s.name, s.phone, s.role,
         bool_or(g.footing <> 'ONCALL' AND g.ended_at IS NULL AND s.ended_at IS NULL
                 AND g.starts_at <= statement_timestamp() AND (g.ends_at IS NULL OR g.ends_at > statement_timestamp()))
         AND NOT EXISTS (SELECT 1 FROM public.policy_grant AS x WHERE x.kind = 'block' AND x.youth = p_youth
                         AND x.person = s.person_id AND x.ended_at IS NULL
                         AND (x.ends_at IS NULL OR x.ends_at > statement_timestamp()))
  FROM public.policy_grant AS g
  JOIN public.teams_seat AS s ON s.id = g.seat OR (g.seat IS NULL AND s.agency_id = g.agency AND s.role = g.role)
  WHERE g.kind = 'standing' AND g.youth = p_youth AND pl.stands(p_youth)
  GROUP BY s.id, s.name, s.phone, s.role, s.person_id
  ORDER BY s.role, s.name
$$;

GRANT EXECUTE ON FUNCTION pl.rota_now(uuid, integer), pl.ever_beside(uuid) TO pl_team, pl_youth;
