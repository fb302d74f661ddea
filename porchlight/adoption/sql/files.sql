-- Files that were set aside wait for a day, for their sender alone; then they go, whoever sends the next.
CREATE OR REPLACE FUNCTION pl.forget_files_aside() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM set_config('pl.migration_window', 'open', true);
  DELETE FROM public.adoption_file_aside WHERE made_at < statement_timestamp() - interval '1 day';
  PERFORM set_config('pl.migration_window', '', true);
END $$;

GRANT EXECUTE ON FUNCTION pl.forget_files_aside() TO pl_team;
