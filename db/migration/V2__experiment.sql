create table experiment (
  id            bigint generated always as identity primary key,
  name          text        not null,
  definition    jsonb       not null,
  fingerprint   text        not null,
  state         text        not null
                check (state in ('QUEUED','RUNNING','PAUSED','COMPLETED','CANCELLED','FAILED','DIVERGED')),
  runs_total    integer     not null check (runs_total > 0),
  runs_done     integer     not null default 0 check (runs_done between 0 and runs_total),
  last_event    bigint      not null default 0,
  created_at    timestamptz not null,
  started_at    timestamptz,
  finished_at   timestamptz
);
comment on table experiment is 'One submitted definition: dataset, architecture, training and pruning plan, arms, number of trials.';
comment on column experiment.definition is 'The definition with every default written out.';
comment on column experiment.fingerprint is 'SHA-256 of the parts of the definition that decide a trial''s numbers.';
comment on column experiment.runs_total is 'Trainings over all trials, rounds, arms and replicates.';
comment on column experiment.last_event is 'Number of the newest event; taken under this row''s lock, so that numbers have no gap that fills later.';
create index experiment_state on experiment (state, id);

create table trial (
  id            bigint generated always as identity primary key,
  experiment_id bigint      not null references experiment on delete cascade,
  number        integer     not null check (number > 0),
  seed          bigint      not null,
  state         text        not null
                check (state in ('QUEUED','RUNNING','PAUSED','COMPLETED','CANCELLED','FAILED','DIVERGED')),
  reason        text,
  signature     text,
  runs_total    integer     not null check (runs_total > 0),
  runs_done     integer     not null default 0 check (runs_done between 0 and runs_total),
  started_at    timestamptz,
  finished_at   timestamptz,
  unique (experiment_id, number)
);
comment on table trial is 'An experiment with one seed. Trial t has the definition''s seed + t - 1.';
comment on column trial.reason is 'Why it failed or diverged.';
comment on column trial.signature is 'Numeric signature of the worker that claimed it first: equal signatures give equal bits.';

create table progress (
  trial_id            bigint           primary key references trial on delete cascade,
  round               smallint         not null,
  arm                 text             not null,
  replicate           smallint         not null,
  iteration           integer          not null,
  iterations          integer          not null,
  validation_loss     double precision,
  validation_accuracy double precision,
  began_at            timestamptz      not null,
  updated_at          timestamptz      not null
);
comment on table progress is 'The training that a trial is in at the moment, as of its last evaluation. Nothing depends on it.';

create table run (
  id                             bigint generated always as identity primary key,
  trial_id                       bigint           not null references trial on delete cascade,
  round                          smallint         not null check (round >= 0),
  arm                            text             not null,
  replicate                      smallint         not null check (replicate > 0),
  state                          text             not null check (state in ('COMPLETED','DIVERGED')),
  kept                           integer[]        not null,
  density                        double precision not null,
  early_stop_iteration           integer,
  early_stop_validation_loss     double precision,
  early_stop_validation_accuracy double precision,
  early_stop_test_loss           double precision,
  early_stop_test_accuracy       double precision,
  early_stop_correct             bytea,
  end_iteration                  integer,
  end_validation_loss            double precision,
  end_validation_accuracy        double precision,
  end_test_loss                  double precision,
  end_test_accuracy              double precision,
  end_correct                    bytea,
  diverged_at                    integer,
  divergence                     text,
  seconds                        double precision not null,
  signature                      text             not null,
  path                           text             not null,
  jvm                            text             not null,
  commit_id                      text             not null,
  data_checksum                  text             not null,
  mask_sha256                    text             not null,
  weights_sha256                 text,
  finished_at                    timestamptz      not null,
  unique (trial_id, round, arm, replicate),
  check ((state = 'COMPLETED') = (end_iteration is not null)),
  check ((state = 'COMPLETED') = (early_stop_iteration is not null)),
  check ((state = 'DIVERGED') = (diverged_at is not null))
);
comment on table run is 'One training: the unit of commit and uniqueness.';
comment on column run.kept is 'Kept weights of each prunable tensor, in the network''s order.';
comment on column run.density is 'Kept over prunable weights, from 0 to 1.';
comment on column run.early_stop_correct is 'One bit for each test example, lowest bit of the first byte first: answered rightly at the early-stop iteration.';
comment on column run.seconds is 'Wall-clock seconds of training and evaluation.';
comment on column run.mask_sha256 is 'SHA-256 over one byte, 1 or 0, for each prunable position.';
comment on column run.weights_sha256 is 'SHA-256 over the final weights as little-endian floats.';

create table learning_curve (
  run_id              bigint primary key references run on delete cascade,
  iteration           integer[]          not null,
  validation_loss     double precision[] not null,
  validation_accuracy double precision[] not null,
  test_loss           double precision[] not null,
  test_accuracy       double precision[] not null
);
comment on table learning_curve is 'All evaluations of one run; element i of each array belongs to evaluation i. Test values are null where the test set was not evaluated.';

create table artifact (
  id       bigint generated always as identity primary key,
  trial_id bigint  not null references trial on delete cascade,
  kind     text    not null check (kind in ('mask','rewind-weights','final-weights')),
  round    smallint not null check (round >= 0),
  length   bigint  not null,
  sha256   text    not null,
  unique (trial_id, kind, round)
);
comment on table artifact is 'A large value of a trial: the mask under which a round trains, the weights to rewind to, the final weights of a round''s ticket.';

create table artifact_chunk (
  artifact_id bigint  not null references artifact on delete cascade,
  sequence    integer not null,
  bytes       bytea   not null check (octet_length(bytes) between 1 and 1048576),
  primary key (artifact_id, sequence)
);
comment on table artifact_chunk is 'The bytes of an artifact, in pieces of at most 1 MiB.';
alter table artifact_chunk alter column bytes set storage external;

create table event (
  experiment_id bigint      not null references experiment on delete cascade,
  number        bigint      not null,
  type          text        not null check (type in ('experiment','trial','run')),
  trial         integer,
  round         smallint,
  arm           text,
  replicate     smallint,
  state         text        not null,
  at            timestamptz not null,
  primary key (experiment_id, number)
);
comment on table event is 'What was committed, numbered within its experiment without gaps: a reader that follows the numbers misses nothing.';
