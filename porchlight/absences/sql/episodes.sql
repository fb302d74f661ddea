-- An absence belongs to the agency that is responsible, whoever opens it: a caregiver's tap in a county whose
-- rule says so, the desk, a worker. Row policies would let each write only rows of their own agency, so this one
-- act has a function; it opens the owner's window for itself alone and checks what the policy would have checked.
-- Somebody who may not read absences whole (a caregiver) opens nothing but a concern, and only from a tap of
-- their own. False when an absence is open already.
DROP FUNCTION IF EXISTS pl.open_episode(uuid, uuid, text, timestamptz, timestamptz, uuid, boolean, timestamptz);
CREATE OR REPLACE FUNCTION pl.open_episode(
  p_id uuid, p_youth uuid, p_state text, p_left timestamptz, p_received timestamptz, p_tap uuid,
  p_nonminor boolean, p_at timestamptz, p_about boolean) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  home uuid := pl.responsible(p_youth);
  opened boolean;
BEGIN
  PERFORM set_config('pl.migration_window', 'open', true);
  IF home IS NULL OR NOT p_youth = ANY (pl.may('K06', 'full', 'write'))
     OR p_state NOT IN ('concern', 'away_known', 'missing')
     OR (p_tap IS NOT NULL AND NOT EXISTS (
           SELECT 1 FROM public.absences_tap AS t WHERE t.id = p_tap AND t.youth_id = p_youth))
     OR (NOT p_youth = ANY (pl.may('K06', 'full', 'read')) AND (p_state <> 'concern' OR NOT EXISTS (
           SELECT 1 FROM public.absences_tap AS t
           WHERE t.id = p_tap AND t.youth_id = p_youth AND t.made_by = pl.actor())))
  THEN
    RAISE EXCEPTION 'grant refused' USING ERRCODE = 'PL002';
  END IF;
  INSERT INTO public.absences_episode
    (id, agency_id, youth_id, made_by, made_at, state, left_at, received_at, tap_id, nonminor, changed_at, about)
  VALUES (p_id, home, p_youth, pl.actor(), p_at, p_state, p_left, p_received, p_tap, p_nonminor, p_at, p_about)
  ON CONFLICT (youth_id) WHERE closed_at IS NULL DO NOTHING;
  opened := FOUND;
  IF opened THEN
    INSERT INTO public.absences_status
      (id, agency_id, youth_id, made_by, made_at, episode_id, is_open, left_at, about)
    VALUES (gen_random_uuid(), home, p_youth, pl.actor(), p_at, p_id, true, p_left, p_about);
  END IF;
  PERFORM set_config('pl.migration_window', '', true);
  RETURN opened;
END $$;

GRANT EXECUTE ON FUNCTION
  pl.open_episode(uuid, uuid, text, timestamptz, timestamptz, uuid, boolean, timestamptz, boolean) TO pl_team, pl_youth;
