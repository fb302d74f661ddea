-- Staff sign-in happens before identity is known: each function takes a hash and returns at most one row.
CREATE OR REPLACE FUNCTION pl.staff_by_email(p_key bytea) RETURNS TABLE (person uuid, password text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT p.id, p.password FROM public.teams_person AS p WHERE p.email_key = p_key AND p.left_at IS NULL
$$;

CREATE OR REPLACE FUNCTION pl.seats_of(p_session bytea)
RETURNS TABLE (seat uuid, role text, agency uuid, agency_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT g.seat, g.role, g.agency, a.name FROM public.teams_session AS s
  JOIN public.policy_grant AS g ON g.kind = 'seat' AND g.person = s.person_id AND g.ended_at IS NULL
   AND g.starts_at <= statement_timestamp() AND (g.ends_at IS NULL OR g.ends_at > statement_timestamp())
  JOIN public.teams_agency AS a ON a.id = g.agency
  WHERE s.hash = p_session AND s.ended_at IS NULL ORDER BY a.name, g.role
$$;

CREATE OR REPLACE FUNCTION pl.begin_staff_session(p_hash bytea, p_person uuid, p_seat uuid, p_mac bytea, p_at timestamptz)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  INSERT INTO public.teams_session (hash, person_id, seat_id, mac, started_at, seen_at)
  VALUES (p_hash, p_person, p_seat, p_mac, p_at, statement_timestamp())
$$;

-- The session and who it is, and which county this deployment `serves`. `state` is live, idle (15 minutes unused, 12 hours at most) or over. It is touched when
-- its last touch is 20 seconds old, so that pages side by side do not wait for each other.
DROP FUNCTION IF EXISTS pl.staff_session(bytea);
CREATE OR REPLACE FUNCTION pl.staff_session(p_hash bytea)
RETURNS TABLE (person uuid, seat uuid, mac bytea, started_at timestamptz, state text, name text, language text,
               role text, agency uuid, agency_name text, county text, offices text[], serves text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
  now timestamptz := statement_timestamp();
BEGIN
  RETURN QUERY
    SELECT s.person_id, s.seat_id, s.mac, s.started_at,
           CASE WHEN s.ended_at IS NOT NULL THEN 'over'
                WHEN s.seen_at > now - interval '15 minutes' AND s.started_at > now - interval '12 hours'
                 AND p.left_at IS NULL AND (s.seat_id IS NULL OR g.seat IS NOT NULL) THEN 'live'
                ELSE 'idle' END,
           p.name, p.language, coalesce(g.role, ''), g.agency, coalesce(a.name, ''),
           CASE WHEN a.left_at IS NULL THEN a.county END,
           ARRAY(SELECT o.footing FROM public.policy_grant AS o
                 WHERE o.kind = 'office' AND o.seat = g.seat AND o.ended_at IS NULL AND o.starts_at <= now
                   AND (o.ends_at IS NULL OR o.ends_at > now)),
           pl.county()
    FROM public.teams_session AS s
    JOIN public.teams_person AS p ON p.id = s.person_id
    LEFT JOIN public.policy_grant AS g ON g.kind = 'seat' AND g.seat = s.seat_id AND g.ended_at IS NULL
     AND (g.ends_at IS NULL OR g.ends_at > now)
    LEFT JOIN public.teams_agency AS a ON a.id = g.agency
    WHERE s.hash = p_hash;
  UPDATE public.teams_session AS s SET seen_at = now
  WHERE s.hash = p_hash AND s.ended_at IS NULL AND s.started_at > now - interval '12 hours'
    AND s.seen_at > now - interval '15 minutes' AND s.seen_at < now - interval '20 seconds';
END $$;

CREATE OR REPLACE FUNCTION pl.end_staff_session(p_hash bytea) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  UPDATE public.teams_session SET ended_at = statement_timestamp() WHERE hash = p_hash AND ended_at IS NULL
$$;

GRANT EXECUTE ON FUNCTION pl.staff_by_email(bytea), pl.seats_of(bytea),
  pl.begin_staff_session(bytea, uuid, uuid, bytea, timestamptz), pl.staff_session(bytea), pl.end_staff_session(bytea)
  TO pl_team;
