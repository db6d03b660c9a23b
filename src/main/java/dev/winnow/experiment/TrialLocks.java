package dev.winnow.experiment;

import dev.winnow.queue.Lease;
import dev.winnow.queue.Leases;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Locks trials for their workers' writes until the transaction ends: first the experiment, then the
 * lease, which must hold. Whoever changes an experiment takes the locks in this order.
 */
@Component
public class TrialLocks {
  private final ExperimentRepository experiments;
  private final Leases leases;

  TrialLocks(ExperimentRepository experiments, Leases leases) {
    this.experiments = experiments;
    this.leases = leases;
  }

  /**
   * @throws UnknownExperiment if it has been removed
   * @throws dev.winnow.queue.LeaseLost if the trial is no longer in these hands
   */
  public Trial lock(LeasedTrial open) {
    Experiment experiment =
        experiments
            .lock(open.experiment())
            .orElseThrow(() -> new UnknownExperiment(open.experiment()));
    leases.fence(open.lease());
    return experiment.trials().get(open.number() - 1);
  }

  /**
   * The trial that was claimed; empty if it has been removed.
   *
   * @throws dev.winnow.queue.LeaseLost if the trial is no longer in these hands
   */
  Optional<Trial> find(Lease lease) {
    long id = WorkIds.trial(lease.workId());
    Optional<Experiment> experiment = experiments.idOfTrial(id).flatMap(experiments::lock);
    leases.fence(lease);
    return experiment.flatMap(
        locked -> locked.trials().stream().filter(trial -> trial.id() == id).findFirst());
  }
}
