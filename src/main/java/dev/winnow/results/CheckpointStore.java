package dev.winnow.results;

import dev.winnow.experiment.Attempts;
import dev.winnow.experiment.LeasedTrial;
import dev.winnow.lottery.Checkpoint;
import dev.winnow.lottery.RunKey;
import dev.winnow.queue.Leases;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The checkpoints of a trial's current run as its worker writes them and reads them back. */
@Service
public class CheckpointStore {
  private final Checkpoints checkpoints;
  private final Attempts attempts;
  private final Leases leases;

  CheckpointStore(Checkpoints checkpoints, Attempts attempts, Leases leases) {
    this.checkpoints = checkpoints;
    this.attempts = attempts;
    this.leases = leases;
  }

  /**
   * Keeps a checkpoint, all or nothing, and the one before it.
   *
   * @param signature the worker's numeric signature
   */
  @Transactional
  public void keep(LeasedTrial open, RunKey run, String signature, Checkpoint checkpoint) {
    leases.fence(open.lease());
    checkpoints.write(open.id(), run, signature, checkpoint);
    attempts.progressed(open);
  }

  /**
   * Where the run goes on; empty if it begins.
   *
   * @param signature the worker's numeric signature: another one's bits would not fit
   */
  @Transactional(readOnly = true)
  public Optional<Checkpoint> newest(LeasedTrial open, RunKey run, String signature) {
    return checkpoints.newest(open.id(), run, signature);
  }

  /** A run is committed: nothing of its attempts is needed any more. */
  void finish(LeasedTrial open) {
    checkpoints.clear(open.id());
    attempts.finish(open);
  }
}
