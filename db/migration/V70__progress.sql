ALTER TABLE lease ADD COLUMN progressed BOOLEAN NOT NULL DEFAULT false;
COMMENT ON COLUMN lease.progressed IS
  'Whether the work has come further since it was last claimed: failures before that are forgotten';
