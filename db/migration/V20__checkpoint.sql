create table attempt (
  trial_id bigint  primary key references trial on delete cascade,
  working  boolean not null,
  losses   integer not null default 0 check (losses >= 0),
  deaths   integer not null default 0 check (deaths >= 0)
);
comment on table attempt is 'How the attempts at a trial''s current run ended. The counts go back to zero when the run commits or its checkpoint advances.';
comment on column attempt.working is 'Whether a worker has taken the trial up and not laid it down again: at the next claim that worker is a lost one.';
comment on column attempt.losses is 'Workers lost since there was progress.';
comment on column attempt.deaths is 'Training processes that died under a living worker since there was progress.';

create table checkpoint (
  id         bigint      generated always as identity primary key,
  trial_id   bigint      not null references trial on delete cascade,
  round      smallint    not null,
  arm        text        not null,
  replicate  smallint    not null,
  iteration  integer     not null check (iteration > 0),
  signature  text        not null,
  length     bigint      not null,
  sha256     text        not null,
  written_at timestamptz not null default clock_timestamp()
);
comment on table checkpoint is 'The training that a trial is in, as of one of its iterations: the two newest of the current run. They go when the run commits.';
comment on column checkpoint.signature is 'Numeric signature of the worker that wrote it: only the same goes on from it.';
comment on column checkpoint.sha256 is 'Over the bytes of all chunks.';
create index checkpoint_trial on checkpoint (trial_id, id);

create table checkpoint_chunk (
  checkpoint_id bigint  not null references checkpoint on delete cascade,
  sequence      integer not null,
  bytes         bytea   not null check (octet_length(bytes) between 1 and 1048576),
  primary key (checkpoint_id, sequence)
);
comment on table checkpoint_chunk is 'The bytes of a checkpoint, in pieces of at most 1 MiB.';
alter table checkpoint_chunk alter column bytes set storage external;
