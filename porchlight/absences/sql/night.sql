-- A night is open while an absence is open or a tap waits. Whoever is on call at the responsible agency
-- in that hour stands beside the young person (pl.ledger); nobody is written down by name.
CREATE OR REPLACE FUNCTION pl.may_keep_night(p_youth uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT p_youth = ANY (pl.may('K06', 'full', 'write')) OR p_youth = ANY (pl.may('K29', 'full', 'write'))
$$;

-- Ends every night of this young person now.
CREATE OR REPLACE FUNCTION pl.close_night(p_youth uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NOT pl.may_keep_night(p_youth) THEN
    RAISE EXCEPTION 'grant refused' USING ERRCODE = 'PL002';
  END IF;
  UPDATE public.policy_grant SET ended_at = statement_timestamp()
  WHERE kind = 'night' AND youth = p_youth AND ended_at IS NULL;
END $$;

-- Opens one night in place of any other; with p_hours it ends by itself.
CREATE OR REPLACE FUNCTION pl.open_night(p_youth uuid, p_hours integer DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM pl.close_night(p_youth);
  INSERT INTO public.policy_grant
    (id, kind, youth, role, agency, category, footing, starts_at, ends_at, given_by)
  SELECT gen_random_uuid(), 'night', p_youth, '', pl.responsible(p_youth), '', 'ONCALL', statement_timestamp(),
         statement_timestamp() + make_interval(hours => p_hours), pl.actor()
  WHERE pl.responsible(p_youth) IS NOT NULL;
END $$;

-- Whom to call this hour about one young person, for those who stand beside them and for themselves.
CREATE OR REPLACE FUNCTION pl.on_call_for(p_youth uuid) RETURNS TABLE (name text, phone text, "order" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT s.name, s.phone, c."order"
  FROM pl.who() AS w, pl.on_call(pl.responsible(p_youth)) AS c
  JOIN public.teams_seat AS s ON s.id = c.seat AND s.ended_at IS NULL
  WHERE pl.stands(p_youth)
  ORDER BY c."order"
$$;

GRANT EXECUTE ON FUNCTION pl.open_night(uuid, integer), pl.close_night(uuid), pl.on_call_for(uuid)
  TO pl_team, pl_youth;
