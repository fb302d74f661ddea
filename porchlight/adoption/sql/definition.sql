-- The text of a definition is written and talked about while its draft is open, and answered once it is closed.
-- Whoever closes it waits for those who are saving (`close_round` takes the same lock whole).
CREATE OR REPLACE FUNCTION pl.definition_takes() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  version record;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(NEW.definition::text, 0));
  SELECT d.county, d.closed_at INTO version FROM public.adoption_definition AS d WHERE d.id = NEW.definition;
  IF version.county IS DISTINCT FROM NEW.county OR (version.closed_at IS NULL) <> (TG_ARGV[0] = 'open') THEN
    RAISE EXCEPTION 'definition refused' USING ERRCODE = 'PL002';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER definition_open BEFORE INSERT ON public.adoption_definition_passage
  FOR EACH ROW EXECUTE FUNCTION pl.definition_takes('open');
CREATE TRIGGER definition_open BEFORE INSERT ON public.adoption_definition_order
  FOR EACH ROW EXECUTE FUNCTION pl.definition_takes('open');
CREATE TRIGGER definition_open BEFORE INSERT ON public.adoption_definition_writers
  FOR EACH ROW EXECUTE FUNCTION pl.definition_takes('open');
CREATE TRIGGER definition_open BEFORE INSERT ON public.adoption_definition_comment
  FOR EACH ROW EXECUTE FUNCTION pl.definition_takes('open');
CREATE TRIGGER definition_open BEFORE INSERT ON public.adoption_definition_reply
  FOR EACH ROW EXECUTE FUNCTION pl.definition_takes('open');
CREATE TRIGGER definition_closed BEFORE INSERT ON public.adoption_definition_answer
  FOR EACH ROW EXECUTE FUNCTION pl.definition_takes('closed');

-- A day for answers is named while they are asked for: after closing and before the text is in force.
CREATE OR REPLACE FUNCTION pl.definition_takes_day() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  version record;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended(NEW.definition::text, 0));
  SELECT d.county, d.closed_at, d.in_force_at INTO version FROM public.adoption_definition AS d
    WHERE d.id = NEW.definition;
  IF version.county IS DISTINCT FROM NEW.county OR version.closed_at IS NULL OR version.in_force_at IS NOT NULL THEN
    RAISE EXCEPTION 'definition refused' USING ERRCODE = 'PL002';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER definition_asks BEFORE INSERT ON public.adoption_definition_day
  FOR EACH ROW EXECUTE FUNCTION pl.definition_takes_day();

-- What was closed stays as it was; it comes in force once, and never before it was closed.
CREATE OR REPLACE FUNCTION pl.definition_stays() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF (OLD.closed_at IS NOT NULL AND
        (NEW.closed_at, NEW.asked, NEW.fingerprint, NEW.answers_by)
        IS DISTINCT FROM (OLD.closed_at, OLD.asked, OLD.fingerprint, OLD.answers_by))
     OR (OLD.in_force_at IS NOT NULL AND NEW.in_force_at IS DISTINCT FROM OLD.in_force_at)
     OR (NEW.in_force_at IS NOT NULL AND OLD.closed_at IS NULL)
  THEN
    RAISE EXCEPTION 'definition refused' USING ERRCODE = 'PL002';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER definition_stays BEFORE UPDATE ON public.adoption_definition
  FOR EACH ROW EXECUTE FUNCTION pl.definition_stays();
