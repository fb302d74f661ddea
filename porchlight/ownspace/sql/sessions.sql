-- A young person's sign-in happens before identity is known: each function takes a hash and returns at most one row.
CREATE OR REPLACE FUNCTION pl.begin_youth_session(p_hash bytea, p_youth uuid, p_way text, p_mac bytea, p_at timestamptz,
                                                  p_language text)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  INSERT INTO public.ownspace_session (hash, youth_id, way, mac, language, started_at, seen_at)
  VALUES (p_hash, p_youth, p_way, p_mac, p_language, p_at, statement_timestamp())
$$;

-- After how long unused a young person's session closes: the minutes that they chose, or five.
CREATE OR REPLACE FUNCTION pl.closes_after(p_youth uuid) RETURNS interval
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT make_interval(mins => coalesce((SELECT c.minutes FROM public.ownspace_closing AS c WHERE c.youth_id = p_youth), 5))
$$;
REVOKE ALL ON FUNCTION pl.closes_after(uuid) FROM PUBLIC;

-- `state` is live, idle (unused for the time above, or 60 minutes old) or over. Touched when its last touch is 10 seconds
-- old.
CREATE OR REPLACE FUNCTION pl.youth_session(p_hash bytea)
RETURNS TABLE (youth uuid, way text, mac bytea, started_at timestamptz, state text, language text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
  now timestamptz := statement_timestamp();
  quiet interval := pl.closes_after((SELECT s.youth_id FROM public.ownspace_session AS s WHERE s.hash = p_hash));
BEGIN
  RETURN QUERY
    SELECT s.youth_id, s.way, s.mac, s.started_at,
           CASE WHEN s.ended_at IS NOT NULL THEN 'over'
                WHEN s.seen_at > now - quiet AND s.started_at > now - interval '60 minutes' THEN 'live'
                ELSE 'idle' END,
           s.language
    FROM public.ownspace_session AS s WHERE s.hash = p_hash;
  UPDATE public.ownspace_session AS s SET seen_at = now
  WHERE s.hash = p_hash AND s.ended_at IS NULL AND s.started_at > now - interval '60 minutes'
    AND s.seen_at > now - quiet AND s.seen_at < now - interval '10 seconds';
END $$;

CREATE OR REPLACE FUNCTION pl.end_youth_session(p_hash bytea) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  UPDATE public.ownspace_session SET ended_at = statement_timestamp() WHERE hash = p_hash AND ended_at IS NULL
$$;

GRANT EXECUTE ON FUNCTION
  pl.begin_youth_session(bytea, uuid, text, bytea, timestamptz, text), pl.youth_session(bytea), pl.end_youth_session(bytea)
  TO pl_youth;
