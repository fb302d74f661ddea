-- People are kept out of everybody's reach: invited by an administrator, changed by themselves.
CREATE OR REPLACE FUNCTION pl.add_person(p_id uuid, p_name text, p_email text, p_key bytea, p_language text)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF pl.role() IS DISTINCT FROM 'ADM' THEN
    RAISE EXCEPTION 'grant refused' USING ERRCODE = 'PL002';
  END IF;
  INSERT INTO public.teams_person (id, name, email, email_key, language, password)
  VALUES (p_id, p_name, p_email, p_key, p_language, '!') ON CONFLICT (email_key) DO NOTHING;
  RETURN FOUND;
END $$;

CREATE OR REPLACE FUNCTION pl.invite(p_hash bytea, p_person uuid, p_ends timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF pl.role() IS DISTINCT FROM 'ADM' THEN
    RAISE EXCEPTION 'grant refused' USING ERRCODE = 'PL002';
  END IF;
  UPDATE public.teams_invitation SET used_at = statement_timestamp() WHERE person_id = p_person AND used_at IS NULL;
  INSERT INTO public.teams_invitation (hash, person_id, made_at, ends_at)
  VALUES (p_hash, p_person, statement_timestamp(), p_ends);
END $$;

CREATE OR REPLACE FUNCTION pl.invited(p_hash bytea) RETURNS TABLE (name text, email text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT p.name, p.email FROM public.teams_invitation AS i JOIN public.teams_person AS p ON p.id = i.person_id
  WHERE i.hash = p_hash AND i.used_at IS NULL AND i.ends_at > statement_timestamp()
$$;

-- The link works once: it sets the password, ends every other session, and tells whose it was.
CREATE OR REPLACE FUNCTION pl.take_invitation(p_hash bytea, p_password text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  who uuid;
BEGIN
  UPDATE public.teams_invitation SET used_at = statement_timestamp()
  WHERE hash = p_hash AND used_at IS NULL AND ends_at > statement_timestamp() RETURNING person_id INTO who;
  IF who IS NOT NULL THEN
    UPDATE public.teams_person SET password = p_password WHERE id = who;
    UPDATE public.teams_session SET ended_at = statement_timestamp() WHERE person_id = who AND ended_at IS NULL;
  END IF;
  RETURN who;
END $$;

CREATE OR REPLACE FUNCTION pl.staff() RETURNS TABLE (person uuid, name text, email text, has_password boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT p.id, p.name, p.email, p.password <> '!' FROM public.teams_person AS p
  WHERE pl.role() = 'ADM' AND p.left_at IS NULL ORDER BY p.name
$$;

CREATE OR REPLACE FUNCTION pl.speak(p_session bytea, p_language text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  UPDATE public.teams_person AS p SET language = p_language FROM public.teams_session AS s
  WHERE s.hash = p_session AND s.ended_at IS NULL AND p.id = s.person_id AND p_language IN ('en', 'es')
$$;

-- The people beside one young person, for those who stand there themselves and for the young person.
CREATE OR REPLACE FUNCTION pl.beside(p_youth uuid)
RETURNS TABLE (line uuid, seat uuid, name text, phone text, role text, agency uuid, agency_name text, footing text,
               since timestamptz, until timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
  IF pl.stands(p_youth) THEN
    RETURN QUERY
      SELECT g.id, s.id, s.name, s.phone, s.role, s.agency_id, a.name, g.footing, g.starts_at, g.ends_at
      FROM public.policy_grant AS g
      JOIN public.teams_seat AS s ON s.ended_at IS NULL
       AND (s.id = g.seat OR (g.seat IS NULL AND s.agency_id = g.agency AND s.role = g.role))
      JOIN public.teams_agency AS a ON a.id = s.agency_id
      WHERE g.kind = 'standing' AND g.youth = p_youth AND g.ended_at IS NULL AND g.starts_at <= statement_timestamp()
        AND (g.ends_at IS NULL OR g.ends_at > statement_timestamp())
      ORDER BY s.role, s.name;
  END IF;
END $$;

GRANT EXECUTE ON FUNCTION pl.add_person(uuid, text, text, bytea, text), pl.invite(bytea, uuid, timestamptz),
  pl.invited(bytea), pl.take_invitation(bytea, text), pl.staff(), pl.speak(bytea, text) TO pl_team;
GRANT EXECUTE ON FUNCTION pl.beside(uuid) TO pl_team, pl_youth;
