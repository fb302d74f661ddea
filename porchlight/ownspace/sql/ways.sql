-- A right way in is used once if it is a start code; the others stay. At most one row, whatever was typed.
CREATE OR REPLACE FUNCTION pl.use_way(p_lookup bytea) RETURNS TABLE (youth uuid, kind text)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  UPDATE public.ownspace_way AS w
  SET ended_at = CASE WHEN w.kind = 'start' THEN statement_timestamp() END
  WHERE w.lookup = p_lookup AND w.ended_at IS NULL AND (w.ends_at IS NULL OR w.ends_at > statement_timestamp())
  RETURNING w.youth_id, w.kind
$$;

-- New words or a new card, made by the young person: the older of the kind stop working at once.
CREATE OR REPLACE FUNCTION pl.add_way(p_kind text, p_lookup bytea) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  me record;
BEGIN
  SELECT * INTO me FROM pl.who();
  IF me.kind IS DISTINCT FROM 'youth' OR p_kind NOT IN ('words', 'card') THEN
    RAISE EXCEPTION 'grant refused' USING ERRCODE = 'PL002';
  END IF;
  UPDATE public.ownspace_way SET ended_at = statement_timestamp()
  WHERE youth_id = me.actor AND kind = p_kind AND ended_at IS NULL;
  INSERT INTO public.ownspace_way (id, youth_id, kind, lookup, made_at)
  VALUES (gen_random_uuid(), me.actor, p_kind, p_lookup, statement_timestamp()) ON CONFLICT (lookup) DO NOTHING;
  RETURN FOUND;
END $$;

-- A worker who answers for the young person hands out a start code for 30 minutes; older ones stop working.
CREATE OR REPLACE FUNCTION pl.give_start(p_youth uuid, p_lookup bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NOT (pl.role() IN ('SW', 'SUP') AND pl.agency() = pl.responsible(p_youth)
          AND pl.stands(p_youth)) THEN
    RAISE EXCEPTION 'grant refused' USING ERRCODE = 'PL002';
  END IF;
  UPDATE public.ownspace_way SET ended_at = statement_timestamp()
  WHERE youth_id = p_youth AND kind = 'start' AND ended_at IS NULL;
  INSERT INTO public.ownspace_way (id, youth_id, kind, lookup, made_at, ends_at)
  VALUES (gen_random_uuid(), p_youth, 'start', p_lookup, statement_timestamp(),
          statement_timestamp() + interval '30 minutes');
END $$;

CREATE OR REPLACE FUNCTION pl.my_sessions() RETURNS TABLE (way text, started_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT s.way, s.started_at FROM pl.who() AS w JOIN public.ownspace_session AS s ON s.youth_id = w.actor
  WHERE w.kind = 'youth' ORDER BY s.started_at DESC LIMIT 30
$$;

CREATE OR REPLACE FUNCTION pl.youth_speaks(p_session bytea, p_language text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  UPDATE public.ownspace_session SET language = p_language
  WHERE hash = p_session AND ended_at IS NULL AND p_language IN ('en', 'es')
$$;

-- The young person says after how many quiet minutes their house closes, and reads what they said.
CREATE OR REPLACE FUNCTION pl.close_after(p_minutes integer) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  INSERT INTO public.ownspace_closing (youth_id, minutes)
  SELECT w.actor, p_minutes FROM pl.who() AS w WHERE w.kind = 'youth'
  ON CONFLICT (youth_id) DO UPDATE SET minutes = excluded.minutes
$$;

CREATE OR REPLACE FUNCTION pl.my_minutes() RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT (extract(epoch FROM pl.closes_after(w.actor)) / 60)::integer FROM pl.who() AS w WHERE w.kind = 'youth'
$$;

GRANT EXECUTE ON FUNCTION pl.use_way(bytea), pl.add_way(text, bytea), pl.my_sessions(), pl.youth_speaks(bytea, text),
  pl.close_after(integer), pl.my_minutes() TO pl_youth;
GRANT EXECUTE ON FUNCTION pl.give_start(uuid, bytea) TO pl_team;
