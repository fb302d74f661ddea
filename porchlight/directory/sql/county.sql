-- Which county the administrator chose; empty while nobody has. For every room, also before sign-in.
CREATE OR REPLACE FUNCTION pl.county() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT c.key FROM public.directory_county AS c ORDER BY c.made_at DESC LIMIT 1
$$;

GRANT EXECUTE ON FUNCTION pl.county() TO pl_team, pl_youth, pl_work;
