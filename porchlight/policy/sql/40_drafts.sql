-- A form that came after the door had closed is kept for whose session it was, and given back to them alone.
CREATE OR REPLACE FUNCTION pl.keep_draft(p_id uuid, p_owner uuid, p_path text, p_sealed bytea) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  DELETE FROM public.policy_draft WHERE made_at < statement_timestamp() - interval '30 days';
  INSERT INTO public.policy_draft (id, owner, path, sealed, made_at)
  VALUES (p_id, p_owner, p_path, p_sealed, statement_timestamp())
$$;

CREATE OR REPLACE FUNCTION pl.draft_owner() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT CASE WHEN w.kind = 'youth' THEN w.actor ELSE (
    SELECT g.person FROM public.policy_grant AS g WHERE g.kind = 'seat' AND g.seat = w.actor AND g.ended_at IS NULL
    LIMIT 1) END
  FROM pl.who() AS w
$$;

CREATE OR REPLACE FUNCTION pl.drafts() RETURNS TABLE (id uuid, owner uuid, path text, sealed bytea, made_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT d.id, d.owner, d.path, d.sealed, d.made_at FROM public.policy_draft AS d
  WHERE d.owner = pl.draft_owner() ORDER BY d.made_at
$$;

CREATE OR REPLACE FUNCTION pl.drop_draft(p_id uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  DELETE FROM public.policy_draft AS d WHERE d.id = p_id AND d.owner = pl.draft_owner()
$$;

GRANT EXECUTE ON FUNCTION pl.keep_draft(uuid, uuid, text, bytea), pl.drafts(), pl.drop_draft(uuid) TO pl_team, pl_youth;
