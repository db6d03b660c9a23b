package dev.winnow.dataset;

import dev.winnow.random.RandomStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;

/**
 * Labels that are wrong on purpose (Zhang et al. 2017, "Understanding deep learning requires
 * rethinking generalization", section 2): some of the examples trained on have another class, drawn
 * uniformly. Those for validation and test keep theirs.
 *
 * @param share of the examples trained on, from 0 to below 1; their number is rounded, halves up
 * @param seed the trial's
 */
public record LabelNoise(BigDecimal share, long seed) {
  /**
   * The same images, and the same checksum, with noise in the labels.
   *
   * @param classes at least 2 unless the share is 0
   */
  public Images in(Images images, Split split, int classes) {
    int wrong = wrong(split.trainingSize());
    if (wrong == 0) {
      return images;
    }
    Samples all = images.training();
    ByteBuffer labels = ByteBuffer.allocate(all.size()).put(0, all.labels(), 0, all.size());
    RandomStream random = RandomStream.of(seed, "label-noise");
    for (int example : split.draw(random, wrong)) {
      int other = (all.label(example) + 1 + random.nextInt(classes - 1)) % classes;
      labels.put(example, (byte) other);
    }
    return new Images(
        new Samples(all.shape(), all.size(), all.pixels(), labels),
        images.test(),
        images.checksum());
  }

  private int wrong(int examples) {
    return share
        .multiply(BigDecimal.valueOf(examples))
        .setScale(0, RoundingMode.HALF_UP)
        .intValueExact();
  }
}
