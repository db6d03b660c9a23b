create table idempotency_key (
  key           text        primary key check (length(key) between 1 and 200),
  body_sha256   text        not null,
  experiment_id bigint,
  created_at    timestamptz not null
);
create index idempotency_key_created_at on idempotency_key (created_at);
comment on table idempotency_key is 'Which experiment a submission with an Idempotency-Key made, so that its repetition makes no other; rows are removed after winnow.experiment.keep-keys.';
comment on column idempotency_key.body_sha256 is 'SHA-256 in hex over the body as it was posted.';
comment on column idempotency_key.experiment_id is 'Set before the transaction ends that made both. It outlives the experiment: a repetition brings nothing back that was removed.';
