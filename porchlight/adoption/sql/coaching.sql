-- Coaching as counts: how many people were coached, how many promises were kept. For a lead the own agency; for whoever
-- leads in the county every agency with five people of the line or more. No word of a talk and nobody's name leaves this
-- function. Line staff are the live seats of an agency that hold neither lead nor manager.
CREATE OR REPLACE FUNCTION pl.coaching_counts(p_today date)
RETURNS TABLE (agency uuid, agency_name text, line bigint, line_reached bigint, managers bigint, managers_reached bigint,
               promised bigint, kept bigint, not_kept bigint, due bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  WITH here AS (
    SELECT a.id, a.name FROM public.teams_agency AS a
    WHERE a.county = (SELECT pl.my_county()) AND a.left_at IS NULL
      AND (SELECT pl.offices()) && ARRAY['chair', 'member', 'lead', 'manager']
  ), held AS (
    SELECT o.seat, bool_or(o.footing = 'lead') AS leads, bool_or(o.footing = 'manager') AS manages
    FROM public.policy_grant AS o
    WHERE o.kind = 'office' AND o.ended_at IS NULL AND o.footing IN ('lead', 'manager') GROUP BY o.seat
  ), people AS (
    SELECT s.id AS seat, s.agency_id, coalesce(h.manages AND NOT h.leads, false) AS manages,
           h.seat IS NULL AS line
    FROM public.teams_seat AS s JOIN here ON here.id = s.agency_id LEFT JOIN held AS h ON h.seat = s.id
    WHERE s.ended_at IS NULL
  ), last AS (
    SELECT c.coached AS seat, max(c.on_day) AS on_day FROM public.adoption_coaching AS c
    WHERE c.on_day > p_today - 90 AND c.coached IN (SELECT p.seat FROM people AS p) GROUP BY c.coached
  ), reached AS (
    SELECT p.agency_id, count(*) FILTER (WHERE p.line) AS line,
           count(*) FILTER (WHERE p.line AND l.on_day > p_today - 60) AS line_reached,
           count(*) FILTER (WHERE p.manages) AS managers,
           count(*) FILTER (WHERE p.manages AND l.on_day IS NOT NULL) AS managers_reached
    FROM people AS p LEFT JOIN last AS l ON l.seat = p.seat GROUP BY p.agency_id
  ), promises AS (
    SELECT c.agency_id, count(*) AS promised, count(*) FILTER (WHERE o.kept) AS kept,
           count(*) FILTER (WHERE NOT o.kept) AS not_kept,
           count(*) FILTER (WHERE o.kept IS NULL AND c.support_by < p_today) AS due
    FROM public.adoption_coaching AS c
    LEFT JOIN LATERAL (SELECT x.kept FROM public.adoption_support_outcome AS x WHERE x.coaching_id = c.id
                       ORDER BY x.made_at DESC, x.id LIMIT 1) AS o ON true
    WHERE c.support_by > p_today - 365 AND c.agency_id IN (SELECT here.id FROM here) GROUP BY c.agency_id
  )
  SELECT here.id, here.name, coalesce(r.line, 0), coalesce(r.line_reached, 0), coalesce(r.managers, 0),
         coalesce(r.managers_reached, 0), coalesce(p.promised, 0), coalesce(p.kept, 0), coalesce(p.not_kept, 0),
         coalesce(p.due, 0)
  FROM here LEFT JOIN reached AS r ON r.agency_id = here.id LEFT JOIN promises AS p ON p.agency_id = here.id
  WHERE r.line >= 5 OR (here.id = (SELECT pl.agency()) AND 'lead' = ANY ((SELECT pl.offices())::text[]))
  ORDER BY here.name
$$;

GRANT EXECUTE ON FUNCTION pl.coaching_counts(date) TO pl_team;
