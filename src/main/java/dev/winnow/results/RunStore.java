package dev.winnow.results;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import dev.winnow.experiment.LeasedTrial;
import dev.winnow.experiment.Trial;
import dev.winnow.experiment.TrialLocks;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.RunArtifacts;
import dev.winnow.lottery.RunKey;
import dev.winnow.lottery.Trained;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The runs of a trial as its worker writes them and reads them back. */
@Service
public class RunStore {
  private final TrialLocks locks;
  private final Runs runs;
  private final Artifacts artifacts;
  private final Masks masks;
  private final CheckpointStore checkpoints;

  RunStore(
      TrialLocks locks, Runs runs, Artifacts artifacts, Masks masks, CheckpointStore checkpoints) {
    this.locks = locks;
    this.runs = runs;
    this.artifacts = artifacts;
    this.masks = masks;
    this.checkpoints = checkpoints;
  }

  /** The runs that are done. */
  @Transactional(readOnly = true)
  public Set<RunKey> done(LeasedTrial open) {
    return runs.keys(open.id());
  }

  /** Whether a run is kept, once a commit of it that may still be under way has ended. */
  @Transactional
  public boolean has(LeasedTrial open, RunKey run) {
    locks.lock(open);
    return done(open).contains(run);
  }

  /** The mask under which a round trains, if the round before it left one. */
  @Transactional(readOnly = true)
  public Optional<Mask> mask(LeasedTrial open, ParameterLayout layout, int round) {
    return masks.find(open.id(), layout, round);
  }

  /**
   * @throws IllegalStateException if that round's ticket has not been trained
   */
  @Transactional(readOnly = true)
  public Weights finalWeights(LeasedTrial open, ParameterLayout layout, int round) {
    return Weights.fromBytes(layout, artifact(open, round, Artifacts.FINAL_WEIGHTS));
  }

  /**
   * What a round's ticket left under a name.
   *
   * @throws IllegalStateException if it left nothing of that name
   */
  @Transactional(readOnly = true)
  public byte[] artifact(LeasedTrial open, int round, String name) {
    return artifacts
        .read(open.id(), name, round)
        .orElseThrow(
            () -> new IllegalStateException("Round " + round + " has no " + name + " yet"));
  }

  /**
   * Keeps a run's result, all or nothing, unless the trial is no longer in these hands.
   *
   * @param left what it leaves to later rounds
   */
  @Transactional
  public void commit(LeasedTrial open, Run run, RunArtifacts left) {
    Trial trial = locks.lock(open);
    Instant finishedAt = runs.keep(open.id(), run);
    RunKey key = run.key();
    if (key.isTicket()) {
      keep(open, run, left);
    } else {
      masks.keep(open, run);
    }
    trial.finish(key, run.state(), finishedAt);
    checkpoints.finish(open);
  }

  private void keep(LeasedTrial open, Run ticket, RunArtifacts left) {
    int round = ticket.key().round();
    Mask mask = ticket.outcome().mask();
    masks.keep(open.id(), round, mask);
    left.nextMask().ifPresent(next -> masks.leave(open.id(), round + 1, mask, next));
    left.values().forEach((name, bytes) -> artifacts.write(open.id(), name, round, bytes));
    if (ticket.outcome() instanceof Trained trained) {
      byte[] bytes = trained.finalWeights().toBytes();
      artifacts.write(open.id(), Artifacts.FINAL_WEIGHTS, round, bytes);
    }
  }
}
