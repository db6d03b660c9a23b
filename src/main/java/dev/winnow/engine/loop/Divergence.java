package dev.winnow.engine.loop;

import java.util.Locale;
import java.util.Optional;

/** Tells a training that has left the finite from one that merely learns badly. */
final class Divergence {
  /**
   * The highest validation loss, in nats, that is not called divergence. A network that guesses has
   * a loss of ln(classes), one that is sure and always wrong has about the spread of its logits:
   * tens, hundreds at worst. A huge learning rate can blow logits up by many powers of ten and
   * still miss float's overflow by chance; this bound makes the verdict independent of that chance.
   */
  static final double HIGHEST_LOSS = 1e6;

  private Divergence() {}

  /** What is wrong with a batch's loss, in one sentence, if anything. */
  static Optional<String> inBatch(double loss) {
    return Double.isFinite(loss)
        ? Optional.empty()
        : Optional.of("The loss of a training batch is not finite: " + loss);
  }

  /** What is wrong with an evaluation, in one sentence, if anything. */
  static Optional<String> inEvaluation(double validationLoss, float[] values) {
    if (!Double.isFinite(validationLoss)) {
      return Optional.of("The validation loss is not finite: " + validationLoss);
    }
    if (validationLoss > HIGHEST_LOSS) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "The validation loss is %.3g nats, above %.0e",
              validationLoss,
              HIGHEST_LOSS));
    }
    return inWeights(values);
  }

  /** What is wrong with a network's values, in one sentence, if anything. */
  static Optional<String> inWeights(float[] values) {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        return Optional.of("A weight is not finite: " + value);
      }
    }
    return Optional.empty();
  }
}
