package dev.winnow.lottery;

/**
 * Trains and differentiates the networks of one trial. Dataset, architecture, training plan and
 * seed are settled when it is opened.
 */
public interface Trainer extends Gradients, AutoCloseable {
  /**
   * Trains a ticket to the end of the budget, or what is left of it after the listener's {@link
   * ProgressListener#origin}, which then must come from the same training and trial. A pruned
   * weight has the value that the ticket gives it, 0.0f unless it is frozen, before the first
   * forward pass and after every update. The order of the data depends on the trial's seed and the
   * epoch only.
   *
   * @throws EngineFailure if training could not be carried out; a training whose numbers leave the
   *     finite is no failure but {@link Diverged}
   */
  Outcome train(Training training, ProgressListener listener);

  /** Trains a ticket for the full budget. */
  default Outcome train(Ticket ticket, ProgressListener listener) {
    return train(Training.full(ticket), listener);
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
