package dev.winnow.network.pure;

import dev.winnow.dataset.Samples;
import java.util.IdentityHashMap;
import java.util.Optional;

/** Samples as {@link SparseImages}, made once. */
public final class SparseImagesCache {
  /** The largest share of non-zero pixels at which it pays to read sparse rows. */
  private static final double MOST = 0.5;

  private final float[] numbers;
  private final IdentityHashMap<Samples, SparseImages> known = new IdentityHashMap<>();

  private SparseImagesCache(float[] numbers) {
    this.numbers = numbers.clone();
  }

  /**
   * @param training decides whether it pays: a function of the data alone
   * @param numbers what a network reads for each of the 256 values of a pixel
   * @return empty if more than half of the training pixels are not zero, or if there is more than
   *     one channel: each has a background of its own
   */
  public static Optional<SparseImagesCache> of(Samples training, float[] numbers) {
    if (training.shape().channels() > 1) {
      return Optional.empty();
    }
    SparseImagesCache cache = new SparseImagesCache(numbers);
    double pixels = (double) training.size() * training.shape().size();
    return cache.images(training).size() <= MOST * pixels ? Optional.of(cache) : Optional.empty();
  }

  SparseImages images(Samples samples) {
    return known.computeIfAbsent(samples, some -> new SparseImages(some, numbers));
  }

  /** What the network reads for a pixel of value 0. */
  float background() {
    return numbers[0];
  }
}
