-- Who is on call this hour at an agency. Nobody, until the rota of teams replaces this with its own answer.
-- Here already, because the ledger below asks it and is made first.
CREATE OR REPLACE FUNCTION pl.on_call(p_agency uuid) RETURNS TABLE (seat uuid, "order" text)
LANGUAGE sql STABLE COST 1000 AS $$ SELECT NULL::uuid, ''::text WHERE false $$;
