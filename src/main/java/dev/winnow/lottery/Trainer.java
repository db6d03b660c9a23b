package dev.winnow.lottery;

/**
 * Trains and differentiates the networks of one trial. Dataset, architecture, training plan and
 * seed are settled when it is opened.
 */
public interface Trainer extends GradientComputer, AutoCloseable {
  /**
   * Begins a training, or goes on with it from the listener's {@link ProgressListener#origin},
   * which then must come from the same training and trial. A pruned weight has the value that the
   * ticket gives it, 0.0f unless it is frozen, before the first forward pass and after every
   * update. The order of the data depends on the trial's seed and the epoch only. A session that
   * was begun before is of no use any more.
   *
   * @throws EngineFailure if training could not be carried out; a training whose numbers leave the
   *     finite is no failure but {@link Diverged}
   * @throws IllegalArgumentException if it begins, or is to keep weights, after the budget's end
   */
  TrainingSession begin(TrainingRequest training, ProgressListener listener);

  /** Trains to the end of the budget under one mask. */
  default Outcome train(TrainingRequest training, ProgressListener listener) {
    TrainingSession session = begin(training, listener);
    session.trainUntil(session.iterations());
    return session.end();
  }

  /** Trains a ticket for the full budget. */
  default Outcome train(Ticket ticket, ProgressListener listener) {
    return train(TrainingRequest.full(ticket), listener);
  }

  /**
   * What a result's bits depend on besides definition and seed: device, native library, thread
   * count and the like. Equal signatures give equal bits.
   */
  String signature();

  /** SHA-256 in hex of the data trained on. */
  String dataChecksum();

  @Override
  void close();
}
