package dev.winnow.experiment;

import dev.winnow.architecture.Layout;
import dev.winnow.architecture.Weights;
import dev.winnow.lottery.Legacy;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.OptimizerMemory;
import dev.winnow.lottery.Outcome;
import dev.winnow.lottery.RunKey;
import dev.winnow.lottery.Trained;
import dev.winnow.training.LearningCurve;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The runs of a trial as its worker writes them and reads them back. */
@Service
public class RunBook {
  private final TrialLocks locks;
  private final Runs runs;
  private final Artifacts artifacts;
  private final Masks masks;
  private final Attempts attempts;

  RunBook(TrialLocks locks, Runs runs, Artifacts artifacts, Masks masks, Attempts attempts) {
    this.locks = locks;
    this.runs = runs;
    this.artifacts = artifacts;
    this.masks = masks;
    this.attempts = attempts;
  }

  /** The runs that are done. */
  @Transactional(readOnly = true)
  public Set<RunKey> done(OpenTrial open) {
    return runs.keys(open.id());
  }

  /** Whether a run is kept, once a commit of it that may still be under way has ended. */
  @Transactional
  public boolean has(OpenTrial open, RunKey run) {
    locks.lock(open);
    return done(open).contains(run);
  }

  /** The mask under which a round trains, if the round before it left one. */
  @Transactional(readOnly = true)
  public Optional<Mask> mask(OpenTrial open, Layout layout, int round) {
    return masks.find(open.id(), layout, round);
  }

  /**
   * @throws IllegalStateException if that round's ticket has not been trained
   */
  @Transactional(readOnly = true)
  public Weights finalWeights(OpenTrial open, Layout layout, int round) {
    return weights(open, layout, Artifacts.Kind.FINAL_WEIGHTS, round);
  }

  /**
   * The weights by which masks are pruned, where they are not the final ones.
   *
   * @throws IllegalStateException if that round's ticket has left none
   */
  @Transactional(readOnly = true)
  public Weights pruningWeights(OpenTrial open, Layout layout, int round) {
    return weights(open, layout, Artifacts.Kind.PRUNING_WEIGHTS, round);
  }

  /**
   * @throws IllegalStateException if round 0's ticket has left none
   */
  @Transactional(readOnly = true)
  public Weights rewindWeights(OpenTrial open, Layout layout) {
    return weights(open, layout, Artifacts.Kind.REWIND_WEIGHTS, 0);
  }

  /**
   * @throws IllegalStateException if that round's ticket has left none
   */
  @Transactional(readOnly = true)
  public OptimizerMemory memory(OpenTrial open, Layout layout, int round) {
    return OptimizerMemory.fromBytes(layout, bytes(open, Artifacts.Kind.OPTIMIZER_STATE, round));
  }

  private Weights weights(OpenTrial open, Layout layout, Artifacts.Kind kind, int round) {
    return Weights.fromBytes(layout, bytes(open, kind, round));
  }

  private byte[] bytes(OpenTrial open, Artifacts.Kind kind, int round) {
    return artifacts
        .read(open.id(), kind, round)
        .orElseThrow(
            () ->
                new IllegalStateException("Round " + round + " has no " + kind.column() + " yet"));
  }

  /**
   * @param iterations the full budget
   */
  @Transactional
  public void begin(OpenTrial open, RunKey run, int iterations) {
    attempts.train(open, run, iterations);
  }

  @Transactional
  public void reach(OpenTrial open, LearningCurve.Point point) {
    attempts.reach(open, point);
  }

  /** Keeps a run's result, all or nothing, unless the trial is no longer in these hands. */
  @Transactional
  public void commit(OpenTrial open, Run run, Legacy legacy) {
    Trial trial = locks.lock(open);
    Instant finishedAt = runs.keep(open.id(), run);
    RunKey key = run.key();
    if (key.isTicket()) {
      Mask mask = run.ticket().mask();
      keepWeights(open, key, run.outcome(), legacy);
      masks.keep(open.id(), key.round(), mask);
      legacy.next().ifPresent(next -> masks.write(open.id(), key.round() + 1, mask, next));
    }
    trial.finish(key, run.state(), finishedAt);
    attempts.finish(open);
  }

  private void keepWeights(OpenTrial open, RunKey key, Outcome outcome, Legacy legacy) {
    keep(open, Artifacts.Kind.REWIND_WEIGHTS, 0, legacy.rewind());
    keep(open, Artifacts.Kind.PRUNING_WEIGHTS, key.round(), legacy.pruning());
    legacy
        .memory()
        .map(OptimizerMemory::toBytes)
        .ifPresent(
            bytes ->
                artifacts.write(open.id(), Artifacts.Kind.OPTIMIZER_STATE, key.round(), bytes));
    if (outcome instanceof Trained trained) {
      keep(open, Artifacts.Kind.FINAL_WEIGHTS, key.round(), Optional.of(trained.finalWeights()));
    }
  }

  private void keep(OpenTrial open, Artifacts.Kind kind, int round, Optional<Weights> weights) {
    weights.ifPresent(some -> artifacts.write(open.id(), kind, round, some.toBytes()));
  }
}
