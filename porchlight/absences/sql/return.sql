-- Somebody saw the young person come home. Ends the absence that was open then, whichever agency's it is: a
-- caregiver may close what a worker opened. Rows stay with the agency that owns the absence.
-- An absence that somebody else closed within a day of that moment is the same coming home, told twice.
-- The owner's window is open inside this function alone; the right is asked first, and no web login is the owner.
CREATE OR REPLACE FUNCTION pl.come_home(p_youth uuid, p_back_at timestamptz, p_made_at timestamptz)
RETURNS TABLE (episode uuid, left_at timestamptz, ended_now boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  away record;
BEGIN
  IF NOT (p_youth = ANY (pl.may('K06', 'full', 'write'))) THEN
    RAISE EXCEPTION 'grant refused' USING ERRCODE = 'PL002';
  END IF;
  PERFORM set_config('pl.migration_window', 'open', true);
  SELECT e.id, e.agency_id, e.left_at, e.about, e.closed_at INTO away FROM public.absences_episode AS e
  WHERE e.youth_id = p_youth AND e.left_at <= p_back_at
    AND (e.closed_at IS NULL OR e.closed_at > p_back_at - interval '24 hours')
  ORDER BY e.left_at DESC LIMIT 1 FOR UPDATE;
  IF away.id IS NOT NULL AND away.closed_at IS NULL THEN
    UPDATE public.absences_episode SET state = 'returned', changed_at = p_made_at, closed_at = p_back_at
    WHERE id = away.id;
    INSERT INTO public.absences_status
      (id, agency_id, youth_id, made_by, made_at, episode_id, is_open, left_at, about, back_at)
    VALUES (gen_random_uuid(), away.agency_id, p_youth, pl.actor(), p_made_at, away.id, false, away.left_at,
            away.about, p_back_at);
  END IF;
  PERFORM set_config('pl.migration_window', '', true);
  RETURN QUERY SELECT away.id, away.left_at, away.closed_at IS NULL WHERE away.id IS NOT NULL;
END $$;

GRANT EXECUTE ON FUNCTION pl.come_home(uuid, timestamptz, timestamptz) TO pl_team;
