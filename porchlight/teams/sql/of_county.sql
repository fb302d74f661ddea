-- Whose e-mail it is, among the people of the own agency: for those who bring along its training records.
-- Somebody of another agency is unknown here, as somebody who works nowhere.
CREATE OR REPLACE FUNCTION pl.seats_with_email(p_keys bytea[]) RETURNS TABLE (email_key bytea, seat uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT p.email_key, s.id
  FROM public.teams_person AS p JOIN public.teams_seat AS s ON s.person_id = p.id
  WHERE p.email_key = ANY (p_keys) AND s.ended_at IS NULL AND s.agency_id = (SELECT pl.agency())
    AND (SELECT pl.my_county()) IS NOT NULL AND (SELECT pl.offices()) && ARRAY['lead', 'manager', 'trainer']
  ORDER BY s.made_at, s.id
$$;

GRANT EXECUTE ON FUNCTION pl.seats_with_email(bytea[]) TO pl_team;
