-- Who is on call this hour at an agency. Nobody, until the rota of teams replaces this with its own answer.
-- Here already, because the hat below asks it and is made first.
CREATE OR REPLACE FUNCTION pl.on_call(p_agency uuid) RETURNS TABLE (seat uuid, "order" text)
LANGUAGE sql STABLE COST 1000 AS $$ SELECT NULL::uuid, ''::text WHERE false $$;

-- As whom this visit asks the ledger: a young person, or a seat with its role, agency and person. `on_call` is true
-- in their hour while their agency has a night open. `about` is the one young person whom the request is about:
-- nobody signs it, because it can only take away.
CREATE TYPE pl.hat AS (youth uuid, seat uuid, role text, agency uuid, person uuid, on_call boolean, about uuid);

CREATE OR REPLACE FUNCTION pl.my_hat() RETURNS pl.hat
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  me record;
  hat pl.hat;
BEGIN
  SELECT w.kind, w.actor INTO me FROM pl.who() AS w;
  hat.about := nullif(current_setting('pl.about', true), '');
  hat.on_call := false;
  IF me.kind = 'youth' THEN
    hat.youth := me.actor;
    hat.role := 'Y';
  ELSIF me.kind = 'seat' THEN
    SELECT g.seat, g.role, g.agency, g.person INTO hat.seat, hat.role, hat.agency, hat.person
    FROM public.policy_grant AS g
    WHERE g.kind = 'seat' AND g.seat = me.actor AND g.ended_at IS NULL
      AND g.starts_at <= statement_timestamp() AND (g.ends_at IS NULL OR g.ends_at > statement_timestamp())
    LIMIT 1;
    IF EXISTS (SELECT 1 FROM public.policy_grant AS n
               WHERE n.kind = 'night' AND n.agency = hat.agency AND n.role = '' AND n.ended_at IS NULL) THEN
      hat.on_call := EXISTS (SELECT 1 FROM pl.on_call(hat.agency) AS c WHERE c.seat = hat.seat);
    END IF;
  END IF;
  RETURN hat;
END $$;
