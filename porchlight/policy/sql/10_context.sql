-- Who is asking. A request's context is identity, never a list of permissions; it is signed by the
-- process, names its own backend, and lives at most 60 seconds. No context: no rows. A context from another
-- backend, another login, or past its time: an error.
CREATE OR REPLACE FUNCTION pl.who(OUT kind text, OUT actor uuid, OUT layer text, OUT purpose text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  said text := nullif(current_setting('pl.context', true), '');
  part text[];
  key record;
  signed text;
BEGIN
  IF said IS NULL THEN
    RETURN;
  END IF;
  part := string_to_array(said, '|');
  SELECT inner_pad, outer_pad INTO key FROM pl_secret.context_key WHERE login = session_user;
  signed := left(said, length(said) - 65);
  IF key IS NULL
     OR cardinality(part) <> 9
     OR encode(sha256(key.outer_pad || sha256(key.inner_pad || convert_to(signed, 'UTF8'))), 'hex') <> part[9]
     OR part[1] <> session_user::text
     OR part[2] <> (CASE session_user WHEN 'pl_youth' THEN 'youth' ELSE 'seat' END)
     OR part[8]::int <> pg_backend_pid()
     OR clock_timestamp() NOT BETWEEN to_timestamp(part[6]::float8) - interval '5 seconds'
                                  AND to_timestamp(part[7]::float8)
     OR part[7]::float8 - part[6]::float8 > 60
  THEN
    RAISE EXCEPTION 'context refused' USING ERRCODE = 'PL001';
  END IF;
  kind := part[2];
  actor := part[3]::uuid;
  layer := part[4];
  purpose := part[5];
END $$;

CREATE OR REPLACE FUNCTION pl.actor() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$ SELECT w.actor FROM pl.who() AS w $$;
