-- Days as weeks. For the nightly run (pl_work) alone: it opens no text, and gets numbers without names.

-- One young person's weeks from Monday to Sunday, from the days that are kept and lie before p_until: leavings on
-- confirmed days, days in care, and how many days were confirmed, at home or away. A day is away for as long as the
-- absences say, or whole where it was said to be and none of them covers it. The same as progress/rules/weeks.py, by
-- test. Not for any login: the functions below lend it the owner's rights.
CREATE OR REPLACE FUNCTION pl.weeks_of(p_youth uuid, p_until date, p_zone text)
RETURNS TABLE (monday date, leavings integer, days float8, confirmed integer)
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  WITH word AS MATERIALIZED (
    SELECT d.id, d.day, d.status, d.made_at, d.corrects FROM public.absences_day AS d
    WHERE d.youth_id = p_youth AND d.day < p_until
  ), said AS (
    SELECT DISTINCT ON (d.day) d.day, d.status FROM word AS d
    WHERE d.id <> ALL (ARRAY(SELECT n.corrects FROM word AS n WHERE n.corrects IS NOT NULL))
    ORDER BY d.day, d.made_at DESC
  ), absence AS ( -- the newest word on each; and what was over before anybody opened one
    (SELECT DISTINCT ON (s.episode_id) s.left_at, CASE WHEN NOT s.is_open THEN s.back_at END AS back_at
     FROM public.absences_status AS s WHERE s.youth_id = p_youth
     ORDER BY s.episode_id, s.made_at DESC, s.is_open)
    UNION ALL
    SELECT t.left_at, o.at FROM public.absences_tap AS t
    JOIN public.absences_tap_step AS o ON o.youth_id = p_youth AND o.tap_id = t.id AND o.step = 'over'
    WHERE t.youth_id = p_youth AND NOT EXISTS (
      SELECT 1 FROM public.absences_tap_step AS s
      WHERE s.youth_id = p_youth AND s.tap_id = t.id AND s.step = 'set_aside')
  ), span AS (
    SELECT unnest(range_agg(tstzrange(a.left_at, least(a.back_at, p_until::timestamp AT TIME ZONE p_zone)))) AS away
    FROM absence AS a WHERE a.left_at < least(a.back_at, p_until::timestamp AT TIME ZONE p_zone)
  ), touched AS (
    SELECT away, (lower(away) AT TIME ZONE p_zone)::date + n AS day
    FROM span, generate_series(0, (upper(away) AT TIME ZONE p_zone)::date - (lower(away) AT TIME ZONE p_zone)::date) AS n
  ), fact AS ( -- of each day what was said, the parts that were away and the times they left; joins would be slower
    SELECT said.day, said.status, NULL::float8 AS away, 0 AS times FROM said
    UNION ALL
    SELECT t.day, NULL, date_part('epoch', least(upper(t.away), b.ends) - greatest(lower(t.away), b.begins))
                        / date_part('epoch', b.ends - b.begins), 0
    FROM touched AS t, LATERAL (SELECT t.day::timestamp AT TIME ZONE p_zone AS begins,
                                       (t.day + 1)::timestamp AT TIME ZONE p_zone AS ends OFFSET 0) AS b
    UNION ALL
    SELECT (l.left_at AT TIME ZONE p_zone)::date, NULL, NULL, 1 FROM (
      SELECT t.left_at FROM public.absences_tap AS t WHERE t.youth_id = p_youth AND NOT EXISTS (
        SELECT 1 FROM public.absences_tap_step AS s
        WHERE s.youth_id = p_youth AND s.tap_id = t.id AND s.step = 'set_aside')
      UNION SELECT a.left_at FROM absence AS a) AS l
  ), by_day AS (
    SELECT f.day, max(f.status) AS status, max(f.status) IN ('home', 'away') AS confirmed,
           nullif(sum(f.away), 0) AS away, sum(f.times) AS times
    FROM fact AS f GROUP BY f.day HAVING max(f.status) IS NOT NULL
  )
  SELECT date_trunc('week', d.day::timestamp)::date,
         coalesce(sum(d.times) FILTER (WHERE d.confirmed), 0)::integer,
         greatest(0, coalesce(sum(1 - coalesce(d.away, (d.status = 'away')::integer)) FILTER (WHERE d.confirmed), 0)),
         count(*) FILTER (WHERE d.confirmed)::integer
  FROM by_day AS d
  GROUP BY 1
$$;

-- The weekly numbers of everybody for whom an agency answers, one row each, in no order and without who it is. Weeks
-- with fewer confirmed days than p_confirmed are left out.
CREATE OR REPLACE FUNCTION pl.weekly_numbers(p_agency uuid, p_until date, p_zone text, p_confirmed integer)
RETURNS TABLE (leavings float8[], days float8[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog SET jit = off AS $$
BEGIN
  PERFORM set_config('pl.migration_window', 'open', true);
  RETURN QUERY SELECT w.leavings, w.days
  FROM (SELECT DISTINCT g.youth FROM public.policy_grant AS g
        WHERE g.kind = 'responsible' AND g.agency = p_agency AND g.ended_at IS NULL) AS y,
    LATERAL (SELECT array_agg(k.leavings::float8 ORDER BY k.monday) AS leavings,
                    array_agg(k.days ORDER BY k.monday) AS days
             FROM pl.weeks_of(y.youth, p_until, p_zone) AS k WHERE k.confirmed >= p_confirmed) AS w
  WHERE w.days IS NOT NULL
  ORDER BY random();
  PERFORM set_config('pl.migration_window', '', true);
END $$;

-- Of everybody for whom an agency answers: on how many days somebody said anything, and how many of them are
-- confirmed, month by month.
CREATE OR REPLACE FUNCTION pl.confirmed_by_month(p_agency uuid, p_since date, p_until date)
RETURNS TABLE (month date, said bigint, confirmed bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog SET jit = off AS $$
BEGIN
  PERFORM set_config('pl.migration_window', 'open', true);
  RETURN QUERY SELECT date_trunc('month', k.day::timestamp)::date, count(*), count(*) FILTER (WHERE k.confirmed)
  FROM (SELECT DISTINCT g.youth FROM public.policy_grant AS g
        WHERE g.kind = 'responsible' AND g.agency = p_agency AND g.ended_at IS NULL) AS y,
    LATERAL (SELECT DISTINCT ON (d.day) d.day, d.confirmed FROM public.absences_day_known AS d
             WHERE d.youth_id = y.youth AND d.day >= p_since AND d.day < p_until
               AND d.id <> ALL (ARRAY(SELECT n.corrects FROM public.absences_day_known AS n
                                      WHERE n.youth_id = y.youth AND n.corrects IS NOT NULL))
             ORDER BY d.day, d.made_at DESC) AS k
  GROUP BY 1;
  PERFORM set_config('pl.migration_window', '', true);
END $$;

-- The agencies that answer for somebody.
CREATE OR REPLACE FUNCTION pl.answering_agencies() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT DISTINCT g.agency FROM public.policy_grant AS g WHERE g.kind = 'responsible' AND g.ended_at IS NULL
$$;

-- Of the young people whose id begins with byte p_part (0 to 255), days before p_before (a Monday) become weeks, and
-- their rows go, with whatever was corrected in them. The weeks stay with the agency that said the last word of each. A
-- word about a week that was summed before is not added to it. Whoever calls, the days of the last half year stay. Says
-- how much it was.
CREATE OR REPLACE FUNCTION pl.thin_days(p_before date, p_zone text, p_part integer)
RETURNS TABLE (youths integer, weeks integer, days integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog SET jit = off AS $$
DECLARE
  byte text := lpad(to_hex(p_part), 2, '0');
  chosen uuid[];
BEGIN
  IF extract(isodow FROM p_before) <> 1 OR p_before > (statement_timestamp() AT TIME ZONE p_zone)::date - 182 THEN
    RAISE EXCEPTION 'these days are kept' USING ERRCODE = 'PL003';
  END IF;
  PERFORM pg_advisory_xact_lock(712);
  PERFORM set_config('pl.migration_window', 'open', true);
  chosen := ARRAY(SELECT DISTINCT d.youth_id FROM public.absences_day AS d WHERE d.day < p_before
    AND d.youth_id >= (byte || '000000-0000-0000-0000-000000000000')::uuid
    AND d.youth_id <= (byte || 'ffffff-ffff-ffff-ffff-ffffffffffff')::uuid);
  youths := cardinality(chosen);
  INSERT INTO public.absences_week (id, agency_id, youth_id, made_by, made_at, monday, leavings, days, confirmed)
  SELECT gen_random_uuid(), last.agency_id, y.youth, last.agency_id, statement_timestamp(),
         w.monday, w.leavings, w.days, w.confirmed
  FROM unnest(chosen) AS y(youth), LATERAL pl.weeks_of(y.youth, p_before, p_zone) AS w,
    LATERAL (SELECT d.agency_id FROM public.absences_day AS d
             WHERE d.youth_id = y.youth AND d.day >= w.monday AND d.day < w.monday + 7
             ORDER BY d.made_at DESC LIMIT 1) AS last
  ON CONFLICT (youth_id, monday) DO NOTHING;
  GET DIAGNOSTICS weeks = ROW_COUNT;
  DELETE FROM public.absences_day_known AS d WHERE d.youth_id = ANY (chosen) AND d.day < p_before;
  DELETE FROM public.absences_day AS d WHERE d.youth_id = ANY (chosen) AND d.day < p_before;
  GET DIAGNOSTICS days = ROW_COUNT;
  PERFORM set_config('pl.migration_window', '', true);
  RETURN NEXT;
END $$;

GRANT EXECUTE ON FUNCTION
  pl.answering_agencies(), pl.weekly_numbers(uuid, date, text, integer), pl.confirmed_by_month(uuid, date, date),
  pl.thin_days(date, text, integer) TO pl_work;
