-- What those on call are asked: it opens the thread to them by lines of the ledger that end by themselves, moves on
-- by time alone, and stops when somebody has read it. No words lie here, only who, when and which thread.

-- Write those lines into the ledger, from now on. Internal.
CREATE OR REPLACE FUNCTION pl.open_rota_lines(p_ask uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  INSERT INTO public.policy_grant
    (id, kind, youth, seat, role, agency, category, row_id, footing, starts_at, ends_at, given_by)
  SELECT gen_random_uuid(), 'standing', a.youth_id, l.seat, '', a.agency_id, '', a.thread_id, 'ONCALL',
         greatest(l.starts, statement_timestamp()), l.ends, a.asked_by
  FROM public.teams_ask AS a, LATERAL pl.rota_lines(a.youth_id, a.asked_at, a.minutes) AS l
  WHERE a.id = p_ask AND l.ends > statement_timestamp()
$$;

-- Ask those on call, in a thread in which the asker is. False, and nothing kept, when nobody would open it.
-- What is still unread in that thread goes on waiting from its own beginning.
CREATE OR REPLACE FUNCTION pl.ask_the_rota(p_youth uuid, p_thread uuid, p_minutes integer) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  me record;
  home uuid := pl.responsible(p_youth);
  waits integer := least(greatest(p_minutes, 1), 60);
  new_ask uuid := gen_random_uuid();
BEGIN
  SELECT * INTO me FROM pl.who();
  IF NOT EXISTS (SELECT 1 FROM pl.facts(p_youth) AS l
                 WHERE l.condition = 'thread' AND l.row_id = p_thread) THEN
    RAISE EXCEPTION 'grant refused' USING ERRCODE = 'PL002';
  END IF;
  IF home IS NULL OR NOT pl.is_staffed(p_youth, statement_timestamp(), waits) THEN
    RETURN false;
  END IF;
  UPDATE public.teams_ask SET heard_at = statement_timestamp()
  WHERE thread_id = p_thread AND heard_at IS NULL AND asked_at <= statement_timestamp() - interval '24 hours';
  INSERT INTO public.teams_ask (id, agency_id, youth_id, thread_id, asked_by, asked_at, minutes)
  VALUES (new_ask, home, p_youth, p_thread, me.actor, statement_timestamp(), waits)
  ON CONFLICT (thread_id) WHERE heard_at IS NULL DO NOTHING;
  IF FOUND THEN
    PERFORM pl.open_rota_lines(new_ask);
  END IF;
  RETURN true;
END $$;

-- The newest question of a thread, for those who are in it, with who is on call for it now.
DROP FUNCTION IF EXISTS pl.asked(uuid, uuid);
CREATE FUNCTION pl.asked(p_youth uuid, p_thread uuid)
RETURNS TABLE (asked_at timestamptz, minutes integer, heard_at timestamptz, heard_by uuid, answered_at timestamptz,
              called_by uuid, orders text[], at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT a.asked_at, a.minutes, a.heard_at, a.heard_by, a.answered_at, a.called_by,
         ARRAY(SELECT o."order" FROM pl.chain_for(p_youth, statement_timestamp()) AS o ORDER BY o.place),
         statement_timestamp()
  FROM public.teams_ask AS a
  WHERE a.thread_id = p_thread AND a.youth_id = p_youth
    AND EXISTS (SELECT 1 FROM pl.facts(p_youth) AS l
                WHERE l.condition = 'thread' AND l.row_id = p_thread)
  ORDER BY a.asked_at DESC LIMIT 1
$$;

-- Somebody of the rota has it in front of them (or, with p_answered, wrote back): it moves on no further.
CREATE OR REPLACE FUNCTION pl.rota_heard(p_youth uuid, p_thread uuid, p_answered boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  me record;
BEGIN
  SELECT * INTO me FROM pl.who();
  IF me.kind IS DISTINCT FROM 'seat' OR NOT EXISTS (
       SELECT 1 FROM pl.facts(p_youth) AS l
       WHERE l.condition = 'thread' AND l.row_id = p_thread) THEN
    RAISE EXCEPTION 'grant refused' USING ERRCODE = 'PL002';
  END IF;
  UPDATE public.teams_ask SET heard_at = statement_timestamp(), heard_by = me.actor
  WHERE thread_id = p_thread AND heard_at IS NULL AND asked_by <> me.actor;
  IF FOUND THEN
    UPDATE public.policy_grant SET ended_at = statement_timestamp()
    WHERE footing = 'ONCALL' AND youth = p_youth AND row_id = p_thread AND ended_at IS NULL
      AND starts_at > statement_timestamp();
  END IF;
  IF p_answered THEN
    UPDATE public.teams_ask SET answered_at = statement_timestamp()
    WHERE thread_id = p_thread AND answered_at IS NULL AND asked_by <> me.actor;
  END IF;
END $$;

-- Somebody of the rota reached the asker by phone: it waits for nobody any more. No words are written.
CREATE OR REPLACE FUNCTION pl.rota_called(p_youth uuid, p_thread uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM pl.rota_heard(p_youth, p_thread, true);
  UPDATE public.teams_ask SET called_by = (SELECT actor FROM pl.who())
  WHERE thread_id = p_thread AND answered_at = statement_timestamp() AND called_by IS NULL;
END $$;

-- The rota of this agency changed: what nobody has read yet goes to those who are on call by the new one.
CREATE OR REPLACE FUNCTION pl.rota_changed() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  ask record;
BEGIN
  IF coalesce(pl.role(), '') NOT IN ('SW', 'SUP', 'ADM') THEN
    RAISE EXCEPTION 'grant refused' USING ERRCODE = 'PL002';
  END IF;
  FOR ask IN SELECT * FROM public.teams_ask WHERE agency_id = pl.agency() AND heard_at IS NULL LOOP
    UPDATE public.policy_grant SET ended_at = statement_timestamp()
    WHERE footing = 'ONCALL' AND youth = ask.youth_id AND row_id = ask.thread_id AND ended_at IS NULL;
    PERFORM pl.open_rota_lines(ask.id);
  END LOOP;
END $$;

-- What waits for this seat: as one of those on call, or as a supervisor once nobody on call is left to read it;
-- and, for a day, what was read and has no answer here.
CREATE OR REPLACE FUNCTION pl.rota_waiting()
RETURNS TABLE (youth uuid, thread uuid, asked_at timestamptz, minutes integer, heard_at timestamptz,
               orders text[], at timestamptz, asker text, phone text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT a.youth_id, a.thread_id, a.asked_at, a.minutes, a.heard_at, n.orders, statement_timestamp(),
         coalesce(s.name, ''), coalesce(s.phone, '')
  FROM pl.who() AS w
  JOIN public.teams_ask AS a ON w.kind = 'seat' AND a.agency_id = pl.agency() AND a.answered_at IS NULL
  LEFT JOIN public.teams_seat AS s ON s.id = a.asked_by,
  LATERAL (SELECT ARRAY(SELECT o."order" FROM pl.chain_for(a.youth_id, statement_timestamp()) AS o
                        ORDER BY o.place) AS orders) AS n
  WHERE (a.heard_at IS NULL OR a.heard_at > statement_timestamp() - interval '24 hours')
    AND EXISTS (SELECT 1 FROM pl.facts(a.youth_id) AS l
                WHERE l.condition = 'thread' AND l.row_id = a.thread_id
                  AND CASE l.role
                      WHEN 'OC' THEN a.heard_by IS NULL OR a.heard_by = w.actor
                      WHEN 'SUP' THEN a.heard_at IS NOT NULL OR n.orders = '{}'
                        OR a.asked_at + interval '24 hours' <= statement_timestamp()
                        OR a.asked_at + a.minutes * cardinality(array_remove(n.orders, 'desk')) * interval '1 minute'
                           <= statement_timestamp()
                      ELSE false END)
  ORDER BY a.asked_at
$$;

GRANT EXECUTE ON FUNCTION pl.ask_the_rota(uuid, uuid, integer), pl.asked(uuid, uuid) TO pl_team, pl_youth;
GRANT EXECUTE ON FUNCTION pl.rota_called(uuid, uuid) TO pl_team;
GRANT EXECUTE ON FUNCTION pl.rota_heard(uuid, uuid, boolean), pl.rota_changed(), pl.rota_waiting() TO pl_team;
