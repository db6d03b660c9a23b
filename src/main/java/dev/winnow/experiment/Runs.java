package dev.winnow.experiment;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Runs extends Repository<Run, Long> {
  Run save(Run run);

  /** Round, arm and replicate of each, as columns: the rest is not needed to go on. */
  @Query("select r.round, r.arm, r.replicate from Run r where r.trial.id = :trial")
  List<Object[]> keys(long trial);
}
