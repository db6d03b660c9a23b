alter table artifact
  add column arm       text     not null default 'ticket',
  add column replicate smallint not null default 1 check (replicate > 0);
alter table artifact drop constraint artifact_kind_check;
alter table artifact add constraint artifact_kind_check check (kind ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$');
alter table artifact drop constraint artifact_trial_id_kind_round_key;
alter table artifact add constraint artifact_run_kind unique (trial_id, round, arm, replicate, kind);
comment on table artifact is 'A large value that a run leaves: its mask, a ticket''s final weights, and whatever else its method needs in later rounds, by name.';
comment on column artifact.kind is 'mask, final-weights, or a name that the trial''s method gave.';
comment on column artifact.round is 'The round of the run; the mask of a ticket may be left by the ticket of the round before.';
comment on column artifact.arm is 'ticket, or a control''s id.';
