package dev.winnow.network.pure;

import dev.winnow.dataset.Samples;
import java.util.IdentityHashMap;
import java.util.Optional;

/** The ink of samples, looked for once. */
public final class InkLibrary {
  /** The share of pixels that may have ink where it pays to look at ink alone. */
  private static final double MOST = 0.5;

  private final float[] numbers;
  private final IdentityHashMap<Samples, Ink> known = new IdentityHashMap<>();

  private InkLibrary(float[] numbers) {
    this.numbers = numbers.clone();
  }

  /**
   * @param training decides whether it pays: a function of the data alone
   * @param numbers what a network reads for each of the 256 values of a pixel
   * @return empty if more than half of the training pixels have ink, or if there is more than one
   *     channel: each has a background of its own
   */
  public static Optional<InkLibrary> of(Samples training, float[] numbers) {
    if (training.shape().channels() > 1) {
      return Optional.empty();
    }
    InkLibrary library = new InkLibrary(numbers);
    double pixels = (double) training.size() * training.shape().size();
    return library.ink(training).size() <= MOST * pixels ? Optional.of(library) : Optional.empty();
  }

  Ink ink(Samples samples) {
    return known.computeIfAbsent(samples, some -> new Ink(some, numbers));
  }

  /** What the network reads for a pixel of value 0. */
  float background() {
    return numbers[0];
  }
}
