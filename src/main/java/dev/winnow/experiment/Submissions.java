package dev.winnow.experiment;

import dev.winnow.definition.ExperimentDefinition;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes experiments in and removes them. */
@Service
public class Submissions {
  private final ExperimentRepository experiments;
  private final TrialScheduling scheduling;
  private final SubmissionKeys keys;

  Submissions(ExperimentRepository experiments, TrialScheduling scheduling, SubmissionKeys keys) {
    this.experiments = experiments;
    this.scheduling = scheduling;
    this.keys = keys;
  }

  /**
   * Saves an experiment, its trials and a queue row for each, all or nothing.
   *
   * @return the experiment's id
   */
  @Transactional
  public long submit(ExperimentDefinition definition) {
    return scheduling.make(definition).id();
  }

  /**
   * The same, but only once for each key: what was submitted under it before is answered again.
   *
   * @throws KeyReused if the key came with another body
   * @throws NotFound if what it made has been removed since
   */
  @Transactional
  public Submission submit(ExperimentDefinition definition, SubmissionKey key) {
    return once(key, () -> submit(definition));
  }

  /**
   * Makes an experiment in whatever way, but only once for each key.
   *
   * @param making answers the experiment's id
   * @throws KeyReused if the key came with another body
   * @throws NotFound if what it made has been removed since
   */
  @Transactional
  public Submission once(SubmissionKey key, LongSupplier making) {
    Optional<Long> before = keys.take(key);
    if (before.isPresent()) {
      return repeated(key, before.get());
    }
    long id = making.getAsLong();
    keys.made(key, id);
    return new Submission(id, false);
  }

  private Submission repeated(SubmissionKey key, long id) {
    if (experiments.lock(id).isEmpty()) {
      throw new NotFound(
          "Idempotency-Key \"%s\" made experiment %d, which has been removed; a new submission needs a new key."
              .formatted(key.name(), id));
    }
    return new Submission(id, true);
  }

  /** Whether nothing was ever submitted, or all of it has been removed. */
  @Transactional(readOnly = true)
  public boolean isEmpty() {
    return !experiments.existsBy();
  }

  /**
   * Removes an experiment that has ended, with all its results.
   *
   * @throws UnknownExperiment if there is none of that id
   * @throws IllegalMove if it has not ended
   */
  @Transactional
  public void delete(long id) {
    Experiment experiment = lock(id);
    experiment.mayBeDeleted();
    experiments.delete(experiment);
  }

  private Experiment lock(long id) {
    return experiments.lock(id).orElseThrow(() -> new UnknownExperiment(id));
  }
}
