-- Offices that a seat holds beside its role: chair, member, lead, manager, trainer, signatory. They open rows about
-- ourselves and nothing about a young person. A seat that ended holds none.
CREATE OR REPLACE FUNCTION pl.offices() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT coalesce(array_agg(DISTINCT o.footing), '{}')
  FROM pl.my_hat() AS hat JOIN public.policy_grant AS o
    ON o.kind = 'office' AND o.seat = hat.seat AND o.ended_at IS NULL
   AND o.starts_at <= statement_timestamp() AND (o.ends_at IS NULL OR o.ends_at > statement_timestamp())
$$;

-- The county of the seat's agency; empty for the one that this deployment serves, NULL after the agency left.
-- Nobody's, until teams, which keeps the agencies, replaces this with its own answer.
CREATE OR REPLACE FUNCTION pl.my_county() RETURNS text LANGUAGE sql STABLE AS $$ SELECT NULL::text $$;
CREATE OR REPLACE FUNCTION pl.county_of_seat(p_seat uuid) RETURNS text LANGUAGE sql STABLE AS $$ SELECT NULL::text $$;

-- Who may give an office to a seat, and end it: an administrator any; a chair seats on the committee and trainers in
-- the county; a lead managers, trainers and signatories of the own agency.
CREATE OR REPLACE FUNCTION pl.office_allowed(p_office text, p_seat uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT EXISTS (
    SELECT 1 FROM public.policy_grant AS s
    WHERE s.kind = 'seat' AND s.seat = p_seat AND s.ended_at IS NULL
      AND CASE p_office
        WHEN 'chair' THEN pl.role() = 'ADM'
        WHEN 'lead' THEN pl.role() = 'ADM'
        WHEN 'member' THEN pl.role() = 'ADM'
          OR ('chair' = ANY (pl.offices()) AND pl.county_of_seat(p_seat) = pl.my_county())
        WHEN 'trainer' THEN pl.role() = 'ADM'
          OR ('chair' = ANY (pl.offices()) AND pl.county_of_seat(p_seat) = pl.my_county())
          OR ('lead' = ANY (pl.offices()) AND s.agency = pl.agency())
        WHEN 'manager' THEN pl.role() = 'ADM' OR ('lead' = ANY (pl.offices()) AND s.agency = pl.agency())
        WHEN 'signatory' THEN pl.role() = 'ADM' OR ('lead' = ANY (pl.offices()) AND s.agency = pl.agency())
        ELSE false END)
$$;

-- Whether a seat holds an office now, said to those alone who may give it.
CREATE OR REPLACE FUNCTION pl.office_held(p_office text, p_seat uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT pl.office_allowed(p_office, p_seat) AND EXISTS (
    SELECT 1 FROM public.policy_grant AS o
    WHERE o.kind = 'office' AND o.seat = p_seat AND o.footing = p_office AND o.ended_at IS NULL
      AND (o.ends_at IS NULL OR o.ends_at > statement_timestamp()))
$$;

-- Everybody who holds an office in this seat's county: what they do is no secret there.
CREATE OR REPLACE FUNCTION pl.office_holders()
RETURNS TABLE (line uuid, seat uuid, agency uuid, office text, since timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT o.id, o.seat, s.agency, o.footing, o.starts_at
  FROM public.policy_grant AS o JOIN public.policy_grant AS s
    ON s.kind = 'seat' AND s.seat = o.seat AND s.ended_at IS NULL
  WHERE o.kind = 'office' AND o.ended_at IS NULL AND (o.ends_at IS NULL OR o.ends_at > statement_timestamp())
    AND (pl.role() = 'ADM' OR pl.county_of_seat(o.seat) = pl.my_county())
  ORDER BY o.starts_at, o.id
$$;

GRANT EXECUTE ON FUNCTION pl.office_holders(), pl.office_held(text, uuid) TO pl_team;
