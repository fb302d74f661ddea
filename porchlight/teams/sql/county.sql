-- The county of a seat's agency: what rows about ourselves are guarded by. Made here because agencies are kept here.
CREATE OR REPLACE FUNCTION pl.county_of_seat(p_seat uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT a.county FROM public.policy_grant AS g JOIN public.teams_agency AS a ON a.id = g.agency
  WHERE g.kind = 'seat' AND g.seat = p_seat AND g.ended_at IS NULL AND a.left_at IS NULL LIMIT 1
$$;

CREATE OR REPLACE FUNCTION pl.my_county() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT a.county FROM pl.my_hat() AS hat JOIN public.teams_agency AS a ON a.id = hat.agency WHERE a.left_at IS NULL
$$;
