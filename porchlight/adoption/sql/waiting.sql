-- Something waits for this seat: somebody would like to talk, or a training asks whether what they wanted has happened.
CREATE OR REPLACE FUNCTION pl.practice_waits(p_seat uuid, p_today date) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT EXISTS (SELECT 1 FROM public.adoption_talk AS t WHERE t.coach = p_seat)
      OR EXISTS (SELECT 1 FROM public.adoption_intention AS i
                 WHERE i.made_by = p_seat AND i.ask_on <= p_today
                   AND NOT EXISTS (SELECT 1 FROM public.adoption_outcome AS o WHERE o.intention = i.id))
$$;
