alter table artifact drop constraint artifact_kind_check;
alter table artifact add constraint artifact_kind_check
  check (kind in ('mask','rewind-weights','pruning-weights','final-weights','optimizer-state'));
comment on table artifact is 'A large value of a trial: the mask under which a round trains, the weights to rewind to, the weights by which a round is pruned if they are not the final ones, the final weights of a round''s ticket, and what its optimizer knew at the end where that is kept.';
