-- The line of a long list stays with its row: to compress it would cost more than everything else about it.
ALTER TABLE public.audit_leaf SET (toast_tuple_target = 8160);

-- Leaves fall in the transaction of what they tell of, without a global lock. The actor, the house and the time
-- come from the signed context and the server, never from the caller.
CREATE OR REPLACE FUNCTION pl.audit_record(p_events jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  INSERT INTO public.audit_leaf (xid, at, youths, salt, event, leaf)
  SELECT pg_current_xact_id()::text::bigint, d.at, d.youths, d.salt, d.event,
         sha256('\x00'::bytea || d.salt || convert_to(d.event, 'UTF8'))
  FROM (
    SELECT t.at, uuid_send(gen_random_uuid()) AS salt,
           ARRAY(SELECT jsonb_array_elements_text(coalesce(e -> 'youths', '[]')))::uuid[] AS youths,
           (e || jsonb_build_object('login', session_user, 'by', w.actor, 'kind', w.kind, 'layer', w.layer,
                                    'purpose', w.purpose, 'at', t.at))::text AS event
    FROM pl.who() AS w, (SELECT clock_timestamp() AS at) AS t, jsonb_array_elements(p_events) AS e
  ) AS d;
END $$;
ALTER FUNCTION pl.audit_record(jsonb) OWNER TO pl_audit;

-- RFC 6962: leaves in pairs, an odd last one moves up as it is.
CREATE OR REPLACE FUNCTION pl.merkle_root(p_leaves bytea[]) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog AS $$
DECLARE
  level bytea[] := p_leaves;
BEGIN
  IF cardinality(level) = 0 THEN
    RETURN sha256('');
  END IF;
  WHILE cardinality(level) > 1 LOOP
    SELECT array_agg(pair.hash ORDER BY pair.k) INTO level FROM (
      SELECT (n - 1) / 2 AS k,
             CASE count(*) WHEN 2 THEN sha256('\x01'::bytea || string_agg(h, ''::bytea ORDER BY n))
                           ELSE (array_agg(h))[1] END AS hash
      FROM unnest(level) WITH ORDINALITY AS u(h, n) GROUP BY (n - 1) / 2) AS pair;
  END LOOP;
  RETURN level[1];
END $$;
ALTER FUNCTION pl.merkle_root(bytea[]) OWNER TO pl_audit;

-- Seal what can no longer be joined by a late commit: the window is by transaction id, because a cursor on the
-- sequence loses leaves that commit late. Returns how many leaves were sealed.
CREATE OR REPLACE FUNCTION pl.audit_seal() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  horizon bigint := pg_snapshot_xmin(pg_current_snapshot())::text::bigint;
  last record;
  leaves bytea[];
  root bytea;
BEGIN
  PERFORM pg_advisory_xact_lock(711);
  SELECT s.before_xid, s.chain INTO last FROM public.audit_segment AS s ORDER BY s.before_xid DESC LIMIT 1;
  IF horizon <= coalesce(last.before_xid, 0) THEN
    RETURN 0;
  END IF;
  SELECT coalesce(array_agg(l.leaf ORDER BY l.xid, l.id), '{}') INTO leaves FROM public.audit_leaf AS l
  WHERE l.xid >= coalesce(last.before_xid, 0) AND l.xid < horizon;
  IF cardinality(leaves) = 0 THEN
    RETURN 0;
  END IF;
  root := pl.merkle_root(leaves);
  INSERT INTO public.audit_segment (first_xid, before_xid, count, root, chain, sealed_at)
  VALUES (coalesce(last.before_xid, 0), horizon, cardinality(leaves), root,
          sha256(coalesce(last.chain, ''::bytea) || root
                 || convert_to(format('%s|%s|%s', cardinality(leaves), coalesce(last.before_xid, 0), horizon), 'UTF8')),
          clock_timestamp());
  RETURN cardinality(leaves);
END $$;
ALTER FUNCTION pl.audit_seal() OWNER TO pl_audit;

CREATE OR REPLACE FUNCTION pl.audit_segments()
RETURNS TABLE (id bigint, first_xid bigint, before_xid bigint, count integer, root bytea, chain bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT s.id, s.first_xid, s.before_xid, s.count, s.root, s.chain FROM public.audit_segment AS s ORDER BY s.id
$$;
ALTER FUNCTION pl.audit_segments() OWNER TO pl_audit;

DROP FUNCTION IF EXISTS pl.audit_leaves(bigint, bigint);
CREATE FUNCTION pl.audit_leaves(p_from bigint, p_before bigint)
RETURNS TABLE (id bigint, at timestamptz, youths uuid[], salt bytea, event text, leaf bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT l.id, l.at, l.youths, l.salt, l.event, l.leaf FROM public.audit_leaf AS l
  WHERE l.xid >= p_from AND l.xid < p_before ORDER BY l.xid, l.id
$$;
ALTER FUNCTION pl.audit_leaves(bigint, bigint) OWNER TO pl_audit;

GRANT EXECUTE ON FUNCTION pl.audit_record(jsonb) TO pl_team, pl_youth, pl_work;
GRANT EXECUTE ON FUNCTION pl.audit_seal(), pl.audit_segments(), pl.audit_leaves(bigint, bigint) TO pl_work;
