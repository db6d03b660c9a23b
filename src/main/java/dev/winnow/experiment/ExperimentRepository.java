package dev.winnow.experiment;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ExperimentRepository extends Repository<Experiment, Long> {
  Experiment save(Experiment experiment);

  void delete(Experiment experiment);

  /** Writes all changes so far, within the transaction. */
  void flush();

  boolean existsBy();

  /** Locks the row until the transaction ends: every change of an experiment begins so. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select e from Experiment e where e.id = :id")
  Optional<Experiment> lock(long id);

  @Query("select t.experiment.id from Trial t where t.id = :trial")
  Optional<Long> idOfTrial(long trial);
}
