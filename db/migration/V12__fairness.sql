ALTER TABLE queue_cpu ADD COLUMN owner TEXT, ADD COLUMN enqueued_at TIMESTAMPTZ NOT NULL DEFAULT now();
ALTER TABLE queue_gpu ADD COLUMN owner TEXT, ADD COLUMN enqueued_at TIMESTAMPTZ NOT NULL DEFAULT now();
COMMENT ON COLUMN queue_cpu.owner IS 'Owners of equal priority take turns; null: the work''s own';
COMMENT ON COLUMN queue_cpu.enqueued_at IS 'An owner''s work is admitted in this order';
COMMENT ON COLUMN queue_gpu.owner IS 'Owners of equal priority take turns; null: the work''s own';
COMMENT ON COLUMN queue_gpu.enqueued_at IS 'An owner''s work is admitted in this order';

CREATE TABLE rotation (
  owner     TEXT        PRIMARY KEY,
  served_at TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE rotation IS 'When each owner of work last had a turn: the one that waits longest is next';

ALTER TABLE lease ADD COLUMN signature TEXT;
COMMENT ON COLUMN lease.signature IS 'The numeric signature that the work goes on with; null: any';

CREATE TABLE worker_signature (
  worker    UUID    NOT NULL,
  signature TEXT    NOT NULL,
  has       BOOLEAN NOT NULL,
  PRIMARY KEY (worker, signature)
);
COMMENT ON TABLE worker_signature IS
  'Numeric signatures that a worker was found to have, or not to have for work that needs them';
