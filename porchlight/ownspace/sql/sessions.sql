-- A young person's sign-in happens before identity is known: each function takes a hash and returns at most one row.
CREATE OR REPLACE FUNCTION pl.begin_youth_session(p_hash bytea, p_youth uuid, p_way text, p_mac bytea, p_at timestamptz,
                                                  p_language text)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  INSERT INTO public.ownspace_session (hash, youth_id, way, mac, language, started_at, seen_at)
  VALUES (p_hash, p_youth, p_way, p_mac, p_language, p_at, statement_timestamp())
$$;

-- `state` is live, idle (5 minutes unused, 60 minutes at most) or over.
CREATE OR REPLACE FUNCTION pl.youth_session(p_hash bytea)
RETURNS TABLE (youth uuid, way text, mac bytea, started_at timestamptz, state text, language text)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  WITH touched AS (
    UPDATE public.ownspace_session AS s SET seen_at = statement_timestamp()
    WHERE s.hash = p_hash AND s.ended_at IS NULL AND s.seen_at > statement_timestamp() - interval '5 minutes'
      AND s.started_at > statement_timestamp() - interval '60 minutes'
    RETURNING s.hash
  )
  SELECT s.youth_id, s.way, s.mac, s.started_at,
         CASE WHEN t.hash IS NOT NULL THEN 'live' WHEN s.ended_at IS NULL THEN 'idle' ELSE 'over' END, s.language
  FROM public.ownspace_session AS s LEFT JOIN touched AS t ON t.hash = s.hash WHERE s.hash = p_hash
$$;

CREATE OR REPLACE FUNCTION pl.end_youth_session(p_hash bytea) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  UPDATE public.ownspace_session SET ended_at = statement_timestamp() WHERE hash = p_hash AND ended_at IS NULL
$$;

GRANT EXECUTE ON FUNCTION
  pl.begin_youth_session(bytea, uuid, text, bytea, timestamptz, text), pl.youth_session(bytea), pl.end_youth_session(bytea)
  TO pl_youth;
