-- What waits for a worker, what is being worked on, and who works.

CREATE TABLE queue_cpu (
  task_name            TEXT        NOT NULL,
  task_instance        TEXT        NOT NULL,
  task_data            BYTEA,
  execution_time       TIMESTAMPTZ NOT NULL,
  picked               BOOLEAN     NOT NULL,
  picked_by            TEXT,
  last_success         TIMESTAMPTZ,
  last_failure         TIMESTAMPTZ,
  consecutive_failures INT,
  last_heartbeat       TIMESTAMPTZ,
  version              BIGINT      NOT NULL,
  priority             SMALLINT    NOT NULL DEFAULT 50,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX queue_cpu_execution_time ON queue_cpu (execution_time);
CREATE INDEX queue_cpu_last_heartbeat ON queue_cpu (last_heartbeat);
CREATE INDEX queue_cpu_priority ON queue_cpu (priority DESC, execution_time ASC);

COMMENT ON TABLE queue_cpu IS
  'Work for CPU workers, one row for each piece until it is finished; the layout is db-scheduler''s (16.12)';
COMMENT ON COLUMN queue_cpu.task_instance IS 'The work''s id, opaque to the queue';
COMMENT ON COLUMN queue_cpu.task_data IS 'Always null: what the work is stands in its owner''s tables';
COMMENT ON COLUMN queue_cpu.execution_time IS
  'Not before this time; among rows of equal priority the earliest is first';
COMMENT ON COLUMN queue_cpu.picked IS 'Whether a worker has it';
COMMENT ON COLUMN queue_cpu.picked_by IS 'The id of that worker, see worker.id';
COMMENT ON COLUMN queue_cpu.consecutive_failures IS
  'How often in a row the work ended by an exception or by the death of its worker';
COMMENT ON COLUMN queue_cpu.last_heartbeat IS
  'When the worker last said that it has the work; too long ago means that the worker is dead';
COMMENT ON COLUMN queue_cpu.version IS
  'Raised by every change of hands; it starts at a value never used before';
COMMENT ON COLUMN queue_cpu.priority IS 'Higher goes first';

CREATE TABLE queue_gpu (
  task_name            TEXT        NOT NULL,
  task_instance        TEXT        NOT NULL,
  task_data            BYTEA,
  execution_time       TIMESTAMPTZ NOT NULL,
  picked               BOOLEAN     NOT NULL,
  picked_by            TEXT,
  last_success         TIMESTAMPTZ,
  last_failure         TIMESTAMPTZ,
  consecutive_failures INT,
  last_heartbeat       TIMESTAMPTZ,
  version              BIGINT      NOT NULL,
  priority             SMALLINT    NOT NULL DEFAULT 50,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX queue_gpu_execution_time ON queue_gpu (execution_time);
CREATE INDEX queue_gpu_last_heartbeat ON queue_gpu (last_heartbeat);
CREATE INDEX queue_gpu_priority ON queue_gpu (priority DESC, execution_time ASC);

COMMENT ON TABLE queue_gpu IS
  'Work for GPU workers, one row for each piece until it is finished; the layout is db-scheduler''s (16.12)';
COMMENT ON COLUMN queue_gpu.task_instance IS 'The work''s id, opaque to the queue';
COMMENT ON COLUMN queue_gpu.task_data IS 'Always null: what the work is stands in its owner''s tables';
COMMENT ON COLUMN queue_gpu.execution_time IS
  'Not before this time; among rows of equal priority the earliest is first';
COMMENT ON COLUMN queue_gpu.picked IS 'Whether a worker has it';
COMMENT ON COLUMN queue_gpu.picked_by IS 'The id of that worker, see worker.id';
COMMENT ON COLUMN queue_gpu.consecutive_failures IS
  'How often in a row the work ended by an exception or by the death of its worker';
COMMENT ON COLUMN queue_gpu.last_heartbeat IS
  'When the worker last said that it has the work; too long ago means that the worker is dead';
COMMENT ON COLUMN queue_gpu.version IS
  'Raised by every change of hands; it starts at a value never used before';
COMMENT ON COLUMN queue_gpu.priority IS 'Higher goes first';

CREATE TABLE lease (
  work_id    TEXT   PRIMARY KEY,
  epoch      BIGINT NOT NULL,
  worker     UUID,
  activity   JSONB,
  claimed_at TIMESTAMPTZ
);
CREATE INDEX lease_worker ON lease (worker) WHERE worker IS NOT NULL;

COMMENT ON TABLE lease IS
  'Who may write for a piece of work: a result is committed only under the current epoch and worker. A row outlives its queue row, so that an epoch is never used twice';
COMMENT ON COLUMN lease.work_id IS 'The work''s id, as in the queue tables'' task_instance';
COMMENT ON COLUMN lease.epoch IS 'Counts claims and revocations; only ever grows';
COMMENT ON COLUMN lease.worker IS 'The worker that holds the work, null when none does';
COMMENT ON COLUMN lease.activity IS 'What the worker does just now, in its own words';
COMMENT ON COLUMN lease.claimed_at IS 'When the worker got it';

CREATE TABLE worker (
  id           UUID        PRIMARY KEY,
  host         TEXT        NOT NULL,
  pid          BIGINT      NOT NULL,
  pools        TEXT[]      NOT NULL,
  device       TEXT        NOT NULL,
  slots        INT         NOT NULL,
  version      TEXT        NOT NULL,
  started_at   TIMESTAMPTZ NOT NULL,
  heartbeat_at TIMESTAMPTZ NOT NULL,
  stopped_at   TIMESTAMPTZ
);

COMMENT ON TABLE worker IS 'The processes that work or did so lately; each start is a new row';
COMMENT ON COLUMN worker.pools IS 'The pools that it serves, by their lower-case names';
COMMENT ON COLUMN worker.device IS 'What it computes on, for people to read';
COMMENT ON COLUMN worker.slots IS 'How many pieces of work it does side by side';
COMMENT ON COLUMN worker.version IS 'Winnow''s version';
COMMENT ON COLUMN worker.heartbeat_at IS 'When it was last alive, by the database''s clock';
COMMENT ON COLUMN worker.stopped_at IS 'When it ended in good order, null while it runs or if it never said so';
