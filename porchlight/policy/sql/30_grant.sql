-- The only way a web process adds a line to the ledger. Who may add what is settled here, not by the caller.
CREATE OR REPLACE FUNCTION pl.responsible(p_youth uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT g.agency FROM public.policy_grant AS g
  WHERE g.kind = 'responsible' AND g.youth = p_youth AND g.ended_at IS NULL
  ORDER BY g.starts_at DESC LIMIT 1
$$;

CREATE OR REPLACE FUNCTION pl.grant_allowed(p_kind text, p_youth uuid, p_row uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  me record;
  hat text := pl.role();
  home uuid := pl.agency();
  answerable boolean;
BEGIN
  SELECT * INTO me FROM pl.who();
  IF me.actor IS NULL THEN
    RETURN false;
  END IF;
  IF me.kind = 'youth' THEN
    RETURN p_youth = me.actor AND p_kind IN ('consent', 'row', 'treating', 'block', 'thread');
  END IF;
  IF p_kind = 'seat' THEN
    RETURN hat = 'ADM';
  END IF;
  IF p_kind = 'responsible' THEN
    RETURN hat IN ('SW', 'SUP') AND pl.responsible(p_youth) IS NULL;
  END IF;
  answerable := hat IN ('SW', 'SUP') AND home = pl.responsible(p_youth);
  IF p_kind = 'thread' THEN
    RETURN pl.stands(p_youth)
      AND (NOT EXISTS (SELECT 1 FROM public.policy_grant AS g WHERE g.kind = 'thread' AND g.row_id = p_row)
           OR EXISTS (SELECT 1 FROM pl.facts(p_youth) AS l
                      WHERE l.condition = 'thread' AND l.row_id = p_row)
           OR EXISTS (SELECT 1 FROM public.policy_grant AS g
                      WHERE g.kind = 'thread' AND g.row_id = p_row AND g.given_by = me.actor));
  END IF;
  RETURN answerable AND p_kind IN ('standing', 'household', 'ward', 'consent', 'row', 'treating');
END $$;

CREATE OR REPLACE FUNCTION pl.grant(
  p_kind text, p_youth uuid, p_seat uuid, p_person uuid, p_role text, p_agency uuid,
  p_category text, p_row uuid, p_footing text, p_starts timestamptz, p_ends timestamptz) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  new_line uuid := gen_random_uuid();
BEGIN
  IF NOT (CASE p_kind WHEN 'office' THEN p_youth IS NULL AND pl.office_allowed(p_footing, p_seat)
                      ELSE pl.grant_allowed(p_kind, p_youth, p_row) END)
     OR (p_kind = 'responsible' AND p_agency IS DISTINCT FROM pl.agency())
     OR p_footing IN ('ONCALL', 'EMERGENCY')
     OR (p_seat IS NOT NULL AND p_kind <> 'seat' AND NOT EXISTS (
           SELECT 1 FROM public.policy_grant AS s WHERE s.kind = 'seat' AND s.seat = p_seat AND s.ended_at IS NULL))
  THEN
    RAISE EXCEPTION 'grant refused' USING ERRCODE = 'PL002';
  END IF;
  INSERT INTO public.policy_grant
    (id, kind, youth, seat, person, role, agency, category, row_id, footing, starts_at, ends_at, given_by)
  VALUES (new_line, p_kind, p_youth, p_seat, p_person, p_role, p_agency, p_category, p_row, p_footing,
          coalesce(p_starts, statement_timestamp()), p_ends, pl.actor());
  RETURN new_line;
END $$;

CREATE OR REPLACE FUNCTION pl.end_grant(p_line uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  line record;
BEGIN
  SELECT * INTO line FROM public.policy_grant WHERE id = p_line AND ended_at IS NULL;
  IF line.id IS NULL THEN
    RETURN false;
  END IF;
  IF NOT (CASE line.kind WHEN 'office' THEN pl.office_allowed(line.footing, line.seat)
                         ELSE pl.grant_allowed(line.kind, line.youth, line.row_id) END
          OR (line.kind = 'responsible' AND pl.role() = 'SUP' AND line.agency = pl.agency())) THEN
    RAISE EXCEPTION 'grant refused' USING ERRCODE = 'PL002';
  END IF;
  UPDATE public.policy_grant SET ended_at = statement_timestamp() WHERE id = p_line;
  RETURN true;
END $$;

-- The lines about one young person that this visit may know of: their own, or as the responsible agency.
CREATE OR REPLACE FUNCTION pl.lines(p_youth uuid)
RETURNS TABLE (id uuid, kind text, person uuid, seat uuid, role text, agency uuid, category text, row_id uuid,
               footing text, starts_at timestamptz, ends_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT g.id, g.kind, g.person, g.seat, g.role, g.agency, g.category, g.row_id, g.footing, g.starts_at, g.ends_at
  FROM pl.who() AS w, public.policy_grant AS g
  WHERE g.youth = p_youth AND g.ended_at IS NULL
    AND (g.ends_at IS NULL OR g.ends_at > statement_timestamp())
    AND CASE WHEN w.kind = 'youth' THEN p_youth = w.actor
             ELSE g.kind <> 'block' AND pl.stands(p_youth) END
$$;

-- Trying to sign in: how many misses this network had lately (a daily keyed hash, never an address).
CREATE OR REPLACE FUNCTION pl.misses(p_network bytea) RETURNS TABLE (count integer, last_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT t.misses, t.last_at FROM public.policy_try AS t
  WHERE t.network = p_network AND t.last_at > statement_timestamp() - interval '10 minutes'
$$;

CREATE OR REPLACE FUNCTION pl.missed(p_network bytea) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  DELETE FROM public.policy_try WHERE last_at < statement_timestamp() - interval '24 hours';
  INSERT INTO public.policy_try AS t (network, misses, last_at) VALUES (p_network, 1, statement_timestamp())
  ON CONFLICT (network) DO UPDATE SET
    misses = CASE WHEN t.last_at > statement_timestamp() - interval '10 minutes' THEN t.misses + 1 ELSE 1 END,
    last_at = statement_timestamp()
$$;

GRANT EXECUTE ON FUNCTION
  pl.grant(text, uuid, uuid, uuid, text, uuid, text, uuid, text, timestamptz, timestamptz),
  pl.end_grant(uuid), pl.lines(uuid), pl.responsible(uuid), pl.misses(bytea), pl.missed(bytea)
  TO pl_team, pl_youth;
