package dev.winnow.experiment;

import dev.winnow.definition.Definitions;
import dev.winnow.queue.Lease;
import dev.winnow.queue.Leases;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The life of a trial as its worker writes it. Each write holds the locks of {@link TrialLocks}.
 */
@Service
public class TrialStore {
  private final TrialLocks locks;
  private final Definitions definitions;
  private final Leases leases;
  private final Attempts attempts;
  private final Clock clock;

  TrialStore(
      TrialLocks locks, Definitions definitions, Leases leases, Attempts attempts, Clock clock) {
    this.locks = locks;
    this.definitions = definitions;
    this.leases = leases;
    this.attempts = attempts;
    this.clock = clock;
  }

  /** Takes up a claimed trial; empty if it was paused, ended or removed in the meantime. */
  @Transactional
  public Optional<LeasedTrial> open(Lease lease) {
    return locks
        .find(lease)
        .filter(trial -> trial.state().open())
        .map(
            trial -> {
              boolean starts = trial.state() == State.QUEUED;
              if (starts) {
                trial.start(clock.instant());
              }
              Experiment experiment = trial.experiment();
              return new LeasedTrial(
                  lease,
                  trial.id(),
                  experiment.id(),
                  trial.number(),
                  trial.seed(),
                  attempts.begin(trial.id(), starts),
                  definitions.restore(experiment.definition()));
            });
  }

  /**
   * Fixes the trial's numeric signature at its first claim, unless it was released from having one.
   *
   * @return the signature that was fixed before, if it is another: this worker's bits would differ
   */
  @Transactional
  public Optional<String> sign(LeasedTrial open, String signature) {
    Trial trial = locked(open);
    trial.sign(signature);
    Optional<String> needed = trial.needs();
    leases.sign(open.lease(), signature, needed);
    return needed.filter(other -> !other.equals(signature));
  }

  /**
   * Ends a trial whose runs are all done.
   *
   * @return false if the experiment has grown since the trial was opened: there is more to do
   */
  @Transactional
  public boolean complete(LeasedTrial open) {
    Trial trial = locked(open);
    if (trial.isDone()) {
      end(trial, State.COMPLETED, null);
    }
    return trial.isDone();
  }

  /**
   * @param reason why it goes no further, as a sentence
   */
  @Transactional
  public void diverge(LeasedTrial open, String reason) {
    end(locked(open), State.DIVERGED, reason);
  }

  /**
   * @param reason what went wrong, as a sentence
   */
  @Transactional
  public void fail(LeasedTrial open, String reason) {
    end(locked(open), State.FAILED, reason);
  }

  private void end(Trial trial, State end, @Nullable String reason) {
    trial.end(end, reason, clock.instant());
    attempts.stop(trial.id());
  }

  private Trial locked(LeasedTrial open) {
    return locks.find(open.lease()).orElseThrow(() -> new UnknownExperiment(open.experiment()));
  }
}
