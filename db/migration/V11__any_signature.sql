alter table trial
  add column any_signature    boolean not null default false,
  add column awaits_signature boolean not null default false;
comment on column trial.any_signature is 'Released from its numeric signature: workers of any may go on, and its bits cannot be reproduced.';
comment on column trial.awaits_signature is 'The worker that looked at it last has another numeric signature.';
