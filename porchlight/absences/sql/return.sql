-- Somebody saw the young person come home. Ends the absence that was open then, whichever agency's it is: a
-- caregiver may close what a worker opened. Rows stay with the agency that owns the absence.
-- An absence that somebody else closed within a day of that moment is the same coming home, told twice.
-- The window is open inside this function alone; the right is asked first.
CREATE OR REPLACE FUNCTION pl.come_home(p_youth uuid, p_back_at timestamptz, p_made_at timestamptz)
RETURNS TABLE (episode uuid, left_at timestamptz, ended_now boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog SET pl.migration_window = 'open' AS $$
DECLARE
  found record;
BEGIN
  IF NOT (p_youth = ANY (pl.may('K06', 'full', 'write'))) THEN
    RAISE EXCEPTION 'grant refused' USING ERRCODE = 'PL002';
  END IF;
  SELECT e.id, e.agency_id, e.left_at, e.closed_at INTO found FROM public.absences_episode AS e
  WHERE e.youth_id = p_youth AND e.left_at <= p_back_at
    AND (e.closed_at IS NULL OR e.closed_at > p_back_at - interval '24 hours')
  ORDER BY e.left_at DESC LIMIT 1 FOR UPDATE;
  IF found.id IS NULL THEN
    RETURN;
  END IF;
  IF found.closed_at IS NULL THEN
    UPDATE public.absences_episode SET state = 'returned', changed_at = p_made_at, closed_at = p_back_at
    WHERE id = found.id;
    INSERT INTO public.absences_status
      (id, agency_id, youth_id, made_by, made_at, episode_id, is_open, left_at, back_at)
    VALUES (gen_random_uuid(), found.agency_id, p_youth, pl.actor(), p_made_at, found.id, false, found.left_at,
            p_back_at);
    IF to_regprocedure('pl.close_night(uuid)') IS NOT NULL THEN
      EXECUTE 'SELECT pl.close_night($1)' USING p_youth;
    END IF;
  END IF;
  RETURN QUERY SELECT found.id, found.left_at, found.closed_at IS NULL;
END $$;

GRANT EXECUTE ON FUNCTION pl.come_home(uuid, timestamptz, timestamptz) TO pl_team;
