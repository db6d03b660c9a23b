create table sweep (
  id         bigint generated always as identity primary key,
  name       text        not null,
  definition jsonb       not null,
  grid       json        not null,
  created_at timestamptz not null
);
comment on table sweep is 'A grid over fields of one definition, with one experiment for each of its points.';
comment on column sweep.definition is 'The definition as it was posted, without the grid''s values.';
comment on column sweep.grid is 'The values of each field, by its JSON pointer, in the order in which they were posted.';

alter table experiment
  add column sweep_id    bigint references sweep,
  add column sweep_point smallint check (sweep_point > 0);
comment on column experiment.sweep_id is 'The sweep to which this experiment belongs, if it does.';
comment on column experiment.sweep_point is 'The number of its point in the sweep''s grid, from 1; the last field changes first.';
create index experiment_sweep on experiment (sweep_id, sweep_point) where sweep_id is not null;
