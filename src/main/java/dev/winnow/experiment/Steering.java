package dev.winnow.experiment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pauses, resumes, retries and cancels experiments. Asking for what has happened already changes
 * nothing and is no mistake.
 */
@Service
public class Steering {
  private final ExperimentRepository experiments;
  private final TrialQueue queue;
  private final Progress progress;
  private final Clock clock;

  Steering(ExperimentRepository experiments, TrialQueue queue, Progress progress, Clock clock) {
    this.experiments = experiments;
    this.queue = queue;
    this.progress = progress;
    this.clock = clock;
  }

  /**
   * Takes an experiment's trials out of the queue and away from their workers, which stop within
   * seconds. What was committed stays; a run that was under way begins anew after {@link #resume}.
   *
   * @throws UnknownExperiment if there is none of that id
   * @throws IllegalMove if it has ended
   */
  @Transactional
  public void pause(long id) {
    move(id, Experiment::pause);
  }

  /**
   * @throws UnknownExperiment if there is none of that id
   * @throws IllegalMove if it has ended
   */
  @Transactional
  public void resume(long id) {
    move(id, Experiment::resume);
  }

  /**
   * Has trials that failed or were cancelled go on where they stopped, with all attempts before
   * them.
   *
   * @param anySignature whether they, and trials that wait for a worker of their numeric signature,
   *     may go on with any; their bits cannot be reproduced from then on
   * @throws UnknownExperiment if there is none of that id
   * @throws IllegalMove if it is paused or no trial failed or was cancelled
   */
  @Transactional
  public void retry(long id, boolean anySignature) {
    move(id, (experiment, now) -> experiment.retry(anySignature, now));
  }

  /**
   * Ends an experiment; work in progress stops within seconds and what was committed stays.
   *
   * @throws UnknownExperiment if there is none of that id
   * @throws IllegalMove if it has ended otherwise
   */
  @Transactional
  public void cancel(long id) {
    move(id, Experiment::cancel);
  }

  private void move(long id, BiFunction<Experiment, Instant, List<Trial>> move) {
    Experiment experiment = experiments.lock(id).orElseThrow(() -> new UnknownExperiment(id));
    List<Trial> moved = move.apply(experiment, clock.instant());
    moved.forEach(this::withdraw);
    queue.add(moved.stream().filter(trial -> trial.state().open()).toList());
  }

  /** What is added to the queue again comes as if for the first time. */
  private void withdraw(Trial trial) {
    queue.remove(trial);
    progress.clear(trial.id());
  }
}
