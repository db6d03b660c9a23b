alter table experiment
  add column parent_id  bigint references experiment on delete set null,
  add column fork_round smallint check (fork_round >= 0);
comment on column experiment.parent_id is 'The experiment that this one was forked from; null if it is no fork or the other has been removed.';
comment on column experiment.fork_round is 'The last round taken over from that experiment; null if this is no fork.';
create index experiment_parent on experiment (parent_id) where parent_id is not null;
