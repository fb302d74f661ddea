-- Training: what is read across people. A person's own rows are theirs; here each function gives out what one may know.

-- Whether this seat keeps that session: it holds an office at the agency that planned it, and in its county.
CREATE OR REPLACE FUNCTION pl.keeps_session(p_session uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT EXISTS (
    SELECT 1 FROM public.adoption_session AS s
    WHERE s.id = p_session AND s.agency_id = (SELECT pl.agency()) AND s.county = (SELECT pl.my_county())
      AND (SELECT pl.offices()) && ARRAY['chair', 'lead', 'manager', 'trainer'])
$$;

-- Who was there, for those who keep the session.
CREATE OR REPLACE FUNCTION pl.training_attended(p_session uuid)
RETURNS TABLE (seat uuid, name text, agency_name text, how text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT t.seat, s.name, a.name, t.how
  FROM public.adoption_attended AS t
  JOIN public.teams_seat AS s ON s.id = t.seat JOIN public.teams_agency AS a ON a.id = s.agency_id
  WHERE t.session = p_session AND pl.keeps_session(p_session) ORDER BY s.name, s.id
$$;

-- How sure people were, on average. Answers are taken in fives, the earliest first: nobody's can be worked out
-- from two looks at the page.
CREATE OR REPLACE FUNCTION pl.training_answers(p_session uuid)
RETURNS TABLE (moment text, people integer, averages numeric[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  WITH answered AS (
    SELECT c.moment, c.items, row_number() OVER (PARTITION BY c.moment ORDER BY c.made_at, c.id) AS place,
      count(*) OVER (PARTITION BY c.moment) AS answers
    FROM public.adoption_confidence AS c WHERE c.session = p_session AND pl.keeps_session(p_session))
  SELECT d.moment, count(*)::integer, ARRAY[round(avg(d.items[1]), 1), round(avg(d.items[2]), 1),
    round(avg(d.items[3]), 1), round(avg(d.items[4]), 1), round(avg(d.items[5]), 1)]
  FROM answered AS d WHERE d.place <= d.answers - d.answers % 5 GROUP BY d.moment
$$;

-- What came of a session: how many said what they would do, were asked, answered; and what they answered, in fives.
CREATE OR REPLACE FUNCTION pl.training_came(p_session uuid, p_today date)
RETURNS TABLE (said integer, asked integer, answered integer, yes integer, part integer, not_yet integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  WITH said AS (
    SELECT i.id, i.ask_on FROM public.adoption_intention AS i
    WHERE i.session = p_session AND pl.keeps_session(p_session)),
  told AS (
    SELECT o.came, row_number() OVER (ORDER BY o.made_at, o.id) AS place, count(*) OVER () AS answers
    FROM public.adoption_outcome AS o JOIN said ON said.id = o.intention),
  shown AS (SELECT t.came FROM told AS t WHERE t.place <= t.answers - t.answers % 5)
  SELECT (SELECT count(*) FROM said)::integer, (SELECT count(*) FROM said WHERE said.ask_on <= p_today)::integer,
    (SELECT count(*) FROM told)::integer, count(*) FILTER (WHERE shown.came = 'yes')::integer,
    count(*) FILTER (WHERE shown.came = 'part')::integer, count(*) FILTER (WHERE shown.came = 'not_yet')::integer
  FROM shown
$$;

-- One's own: every training in any seat of the same person, and what is asked today.
CREATE OR REPLACE FUNCTION pl.training_mine(p_today date)
RETURNS TABLE (what text, row_id uuid, title text, day date, serves text[], hours numeric, session uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT 'done', t.id, t.title, t.done_on, t.serves, t.hours, t.session
  FROM public.teams_seat AS me JOIN public.teams_seat AS s ON s.person_id = me.person_id
  JOIN public.adoption_attended AS t ON t.seat = s.id
  WHERE me.id = (SELECT pl.actor()) AND t.county = (SELECT pl.my_county())
  UNION ALL
  SELECT 'asked', i.id, i.words, i.ask_on, '{}', NULL, i.session
  FROM public.adoption_intention AS i
  WHERE i.made_by = (SELECT pl.actor()) AND i.county = (SELECT pl.my_county()) AND i.ask_on <= p_today
    AND NOT EXISTS (SELECT 1 FROM public.adoption_outcome AS o WHERE o.intention = i.id)
  ORDER BY 4 DESC, 2
$$;

-- The people of the own agency with the last day of each required training: for its lead and managers alone.
CREATE OR REPLACE FUNCTION pl.training_of_agency()
RETURNS TABLE (seat uuid, name text, role text, keys text[], days date[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT s.id, s.name, s.role, coalesce(array_agg(l.key) FILTER (WHERE l.key IS NOT NULL), '{}'),
    coalesce(array_agg(l.day) FILTER (WHERE l.key IS NOT NULL), '{}')
  FROM public.teams_seat AS s LEFT JOIN LATERAL (
    SELECT k.key, max(t.done_on) AS day
    FROM public.teams_seat AS o JOIN public.adoption_attended AS t ON t.seat = o.id CROSS JOIN unnest(t.serves) AS k(key)
    WHERE o.person_id = s.person_id AND t.county = (SELECT pl.my_county()) GROUP BY k.key) AS l ON true
  WHERE s.agency_id = (SELECT pl.agency()) AND s.ended_at IS NULL AND (SELECT pl.my_county()) IS NOT NULL
    AND (SELECT pl.offices()) && ARRAY['lead', 'manager']
  GROUP BY s.id, s.name, s.role ORDER BY s.name, s.id
$$;

-- What was taken over for these people of the own agency: so that a file sent twice makes nothing twice.
CREATE OR REPLACE FUNCTION pl.training_imported(p_seats uuid[]) RETURNS TABLE (seat uuid, day date, title text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT t.seat, t.done_on, t.title
  FROM public.adoption_attended AS t JOIN public.teams_seat AS s ON s.id = t.seat
  WHERE t.seat = ANY (p_seats) AND t.session IS NULL AND s.agency_id = (SELECT pl.agency())
    AND t.county = (SELECT pl.my_county()) AND (SELECT pl.offices()) && ARRAY['lead', 'manager', 'trainer']
$$;

-- Of each agency of the county: how many people need some training, and how many have all of theirs in date.
-- Fewer than five people are not counted.
CREATE OR REPLACE FUNCTION pl.training_reach(p_key text[], p_role text[], p_months integer[], p_today date)
RETURNS TABLE (agency uuid, people integer, in_date integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  WITH concerned AS (
    SELECT s.id, s.person_id, s.agency_id, n.key, n.months
    FROM unnest(p_key, p_role, p_months) AS n(key, role, months)
    JOIN public.teams_seat AS s ON s.role = n.role JOIN public.teams_agency AS a ON a.id = s.agency_id
    WHERE s.ended_at IS NULL AND a.left_at IS NULL AND a.county = (SELECT pl.my_county())),
  had AS (
    SELECT s.person_id, k.key, max(t.done_on) AS day
    FROM public.adoption_attended AS t JOIN public.teams_seat AS s ON s.id = t.seat CROSS JOIN unnest(t.serves) AS k(key)
    WHERE t.county = (SELECT pl.my_county()) GROUP BY s.person_id, k.key),
  each AS (
    SELECT c.agency_id, c.id,
      bool_and(coalesce((h.day + make_interval(months => c.months))::date >= p_today, false)) AS is_in_date
    FROM concerned AS c LEFT JOIN had AS h ON h.person_id = c.person_id AND h.key = c.key
    GROUP BY c.agency_id, c.id)
  SELECT e.agency_id, CASE WHEN count(*) >= 5 THEN count(*)::integer END,
    CASE WHEN count(*) >= 5 THEN (count(*) FILTER (WHERE e.is_in_date))::integer END
  FROM each AS e GROUP BY e.agency_id
$$;

-- Circles of each agency of the county by quarter: how many there were, and nothing of what was said.
CREATE OR REPLACE FUNCTION pl.circles_by_quarter(p_since date)
RETURNS TABLE (agency uuid, starts_on date, circles integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT c.agency_id, date_trunc('quarter', c.held_on)::date, count(*)::integer
  FROM public.adoption_circle AS c
  WHERE c.county = (SELECT pl.my_county()) AND c.held_on >= p_since GROUP BY 1, 2 ORDER BY 1, 2
$$;

GRANT EXECUTE ON FUNCTION pl.training_attended(uuid), pl.training_answers(uuid), pl.training_came(uuid, date),
  pl.training_mine(date), pl.training_of_agency(), pl.training_imported(uuid[]),
  pl.training_reach(text[], text[], integer[], date),
  pl.circles_by_quarter(date) TO pl_team;
