-- A wrapped key reaches only those who stand beside the young person; it is added once and never changed here.
CREATE OR REPLACE FUNCTION pl.youth_key(p_youth uuid) RETURNS TABLE (version integer, wrapped bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT k.version, k.wrapped FROM pl.who() AS w, public.vault_key AS k
  WHERE k.youth_id = p_youth AND pl.stands(p_youth)
  ORDER BY k.version
$$;

CREATE OR REPLACE FUNCTION pl.add_youth_key(p_youth uuid, p_wrapped bytea) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  INSERT INTO public.vault_key (id, youth_id, version, wrapped, made_at)
  SELECT gen_random_uuid(), p_youth, 1, p_wrapped, statement_timestamp()
  FROM pl.who() AS w WHERE pl.stands(p_youth)
$$;

GRANT EXECUTE ON FUNCTION pl.youth_key(uuid), pl.add_youth_key(uuid, bytea) TO pl_team, pl_youth;
