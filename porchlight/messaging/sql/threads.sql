-- A message belongs to the young person of its thread, and a reading to the one of its message. Writers of one
-- thread come from several agencies, so these keys leave the agency out; the registry's pointers would not.
CREATE UNIQUE INDEX IF NOT EXISTS messaging_thread_youth ON messaging_thread (youth_id, id);
CREATE UNIQUE INDEX IF NOT EXISTS messaging_message_youth ON messaging_message (youth_id, thread_id, id);
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'messaging_message_thread_youth') THEN
    ALTER TABLE messaging_message ADD CONSTRAINT messaging_message_thread_youth FOREIGN KEY (youth_id, thread_id)
      REFERENCES messaging_thread (youth_id, id) DEFERRABLE INITIALLY DEFERRED;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'messaging_read_message_youth') THEN
    ALTER TABLE messaging_read ADD CONSTRAINT messaging_read_message_youth FOREIGN KEY (youth_id, thread_id, message_id)
      REFERENCES messaging_message (youth_id, thread_id, id) DEFERRABLE INITIALLY DEFERRED;
  END IF;
END $$;
