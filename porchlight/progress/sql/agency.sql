-- How an agency's own counts jump about, and whether it has switched the third kind on. About no young person.

-- What the nightly run found for one agency, in place of what it found before.
CREATE OR REPLACE FUNCTION pl.keep_dispersion(
  p_agency uuid, p_until date, p_phi float8, p_youths integer, p_months integer, p_said bigint, p_confirmed bigint)
RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  INSERT INTO public.progress_dispersion AS d (id, agency_id, made_at, until, phi, youths, months, said, confirmed)
  VALUES (gen_random_uuid(), p_agency, statement_timestamp(), p_until, p_phi, p_youths, p_months, p_said, p_confirmed)
  ON CONFLICT (agency_id) DO UPDATE SET
    made_at = excluded.made_at, until = excluded.until, phi = excluded.phi, youths = excluded.youths,
    months = excluded.months, said = excluded.said, confirmed = excluded.confirmed
$$;

-- The day up to which the last nightly run counted, if there was one.
CREATE OR REPLACE FUNCTION pl.last_counted() RETURNS timestamptz
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT max(d.made_at) FROM public.progress_dispersion AS d
$$;

-- The figures of one agency and the last word on its third kind. Nothing, before any night.
CREATE OR REPLACE FUNCTION pl.counting_at(p_agency uuid)
RETURNS TABLE (made_at timestamptz, until date, phi float8, youths integer, months integer, said bigint,
               confirmed bigint, is_on boolean, set_by text, set_at timestamptz, looked_at float8)
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT d.made_at, d.until, d.phi, d.youths, d.months, d.said, d.confirmed,
         coalesce(s.kind = 'on', false), s.name, s.made_at, s.phi
  FROM public.progress_dispersion AS d LEFT JOIN LATERAL (
    SELECT x.kind, x.name, x.made_at, x.phi FROM public.progress_setting AS x
    WHERE x.agency_id = d.agency_id ORDER BY x.made_at DESC LIMIT 1) AS s ON true
  WHERE d.agency_id = p_agency
$$;

-- The same for a seat's own agency.
CREATE OR REPLACE FUNCTION pl.counting()
RETURNS TABLE (made_at timestamptz, until date, phi float8, youths integer, months integer, said bigint,
               confirmed bigint, is_on boolean, set_by text, set_at timestamptz, looked_at float8)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT c.* FROM pl.who() AS w, pl.counting_at(pl.agency()) AS c WHERE w.kind = 'seat'
$$;

-- What holds for one young person: what the agency that answers for them has. For whoever stands beside them.
CREATE OR REPLACE FUNCTION pl.counting_beside(p_youth uuid) RETURNS TABLE (phi float8, is_on boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT c.phi, c.is_on FROM pl.counting_at(pl.responsible(p_youth)) AS c WHERE pl.stands(p_youth)
$$;

-- A supervisor switches the third kind on or off for their own agency. On only with twelve months of confirmed days and
-- a figure of its own, the very one that they say they looked at. False when the condition does not hold.
CREATE OR REPLACE FUNCTION pl.switch_lasting(p_on boolean, p_looked_at float8, p_name text, p_at timestamptz)
RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  home uuid := pl.agency();
BEGIN
  IF pl.role() IS DISTINCT FROM 'SUP' OR home IS NULL THEN
    RAISE EXCEPTION 'grant refused' USING ERRCODE = 'PL002';
  END IF;
  IF p_on AND NOT EXISTS (
       SELECT 1 FROM public.progress_dispersion AS d
       WHERE d.agency_id = home AND d.months >= 12 AND d.phi = p_looked_at) THEN
    RETURN false;
  END IF;
  INSERT INTO public.progress_setting (id, agency_id, made_by, made_at, kind, name, phi)
  VALUES (gen_random_uuid(), home, pl.actor(), p_at, CASE WHEN p_on THEN 'on' ELSE 'off' END, p_name, p_looked_at);
  RETURN true;
END $$;

GRANT EXECUTE ON FUNCTION
  pl.keep_dispersion(uuid, date, float8, integer, integer, bigint, bigint), pl.last_counted() TO pl_work;
GRANT EXECUTE ON FUNCTION pl.counting(), pl.switch_lasting(boolean, float8, text, timestamptz) TO pl_team;
GRANT EXECUTE ON FUNCTION pl.counting_beside(uuid) TO pl_team, pl_youth;
