-- A young person's sign-in happens before identity is known: each function takes a hash and returns at most one row.
CREATE OR REPLACE FUNCTION pl.begin_youth_session(p_hash bytea, p_youth uuid, p_way text, p_mac bytea, p_at timestamptz,
                                                  p_language text)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  INSERT INTO public.ownspace_session (hash, youth_id, way, mac, language, started_at, seen_at)
  VALUES (p_hash, p_youth, p_way, p_mac, p_language, p_at, statement_timestamp())
$$;

-- `state` is live, idle (5 minutes unused, 60 minutes at most) or over. Touched when its last touch is 10 seconds old.
CREATE OR REPLACE FUNCTION pl.youth_session(p_hash bytea)
RETURNS TABLE (youth uuid, way text, mac bytea, started_at timestamptz, state text, language text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
  now timestamptz := statement_timestamp();
BEGIN
  RETURN QUERY
    SELECT s.youth_id, s.way, s.mac, s.started_at,
           CASE WHEN s.ended_at IS NOT NULL THEN 'over'
                WHEN s.seen_at > now - interval '5 minutes' AND s.started_at > now - interval '60 minutes' THEN 'live'
                ELSE 'idle' END,
           s.language
    FROM public.ownspace_session AS s WHERE s.hash = p_hash;
  UPDATE public.ownspace_session AS s SET seen_at = now
  WHERE s.hash = p_hash AND s.ended_at IS NULL AND s.started_at > now - interval '60 minutes'
    AND s.seen_at > now - interval '5 minutes' AND s.seen_at < now - interval '10 seconds';
END $$;

CREATE OR REPLACE FUNCTION pl.end_youth_session(p_hash bytea) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  UPDATE public.ownspace_session SET ended_at = statement_timestamp() WHERE hash = p_hash AND ended_at IS NULL
$$;

GRANT EXECUTE ON FUNCTION
  pl.begin_youth_session(bytea, uuid, text, bytea, timestamptz, text), pl.youth_session(bytea), pl.end_youth_session(bytea)
  TO pl_youth;
