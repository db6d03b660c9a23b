ALTER TABLE worker
  ADD COLUMN java           TEXT NOT NULL DEFAULT 'unknown',
  ADD COLUMN draining_since TIMESTAMPTZ;
COMMENT ON COLUMN worker.java IS 'The version of its Java';
COMMENT ON COLUMN worker.draining_since IS
  'When somebody asked it to take no more work; null: it takes work';
