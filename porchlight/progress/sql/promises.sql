-- An agency's promises as counts by quarter, and nothing else: no young person, no name of anybody, and no count where
-- fewer than eleven young people stand behind it. For a supervisor the own agency, for an administrator the county.
-- The owner's window is open inside this function alone; the right is asked first, and no web login is the owner.
-- In time means by the date that was said first, so that another date makes nothing look kept (ADR 017).
CREATE OR REPLACE FUNCTION pl.promise_counts()
RETURNS TABLE (starts_on date, promised bigint, in_time bigint, late bigint, not_kept bigint, waiting bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  hat text := pl.role();
  home uuid := pl.agency();
BEGIN
  IF hat IS NULL OR hat NOT IN ('SUP', 'ADM') THEN
    RAISE EXCEPTION 'grant refused' USING ERRCODE = 'PL002';
  END IF;
  PERFORM set_config('pl.migration_window', 'open', true);
  RETURN QUERY
    SELECT q.starts_on,
           CASE WHEN q.young >= 11 THEN q.promised END,
           CASE WHEN q.young >= 11 THEN q.in_time END,
           CASE WHEN q.young >= 11 THEN q.late END,
           CASE WHEN q.young >= 11 THEN q.not_kept END,
           CASE WHEN q.young >= 11 THEN q.promised - q.in_time - q.late - q.not_kept END
    FROM (
      SELECT date_trunc('quarter', p.due_on)::date AS starts_on,
             count(*) AS promised,
             count(DISTINCT p.youth_id) AS young,
             count(*) FILTER (WHERE o.what = 'kept' AND o.on_day <= p.due_on) AS in_time,
             count(*) FILTER (WHERE o.what = 'kept' AND o.on_day > p.due_on) AS late,
             count(*) FILTER (WHERE o.what = 'not_kept') AS not_kept
      FROM public.progress_promise AS p
      LEFT JOIN LATERAL (
        SELECT x.what, x.on_day FROM public.progress_promise_outcome AS x
        WHERE x.promise_id = p.id ORDER BY x.made_at DESC, x.id DESC LIMIT 1) AS o ON true
      WHERE p.agency_id = home OR hat = 'ADM'
      GROUP BY 1 ORDER BY 1 DESC LIMIT 8) AS q;
  PERFORM set_config('pl.migration_window', '', true);
END $$;

GRANT EXECUTE ON FUNCTION pl.promise_counts() TO pl_team;
