package dev.winnow.dataset;

import dev.winnow.random.RandomStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Some training examples of a data set, for quick work: as many of each class, drawn at random. The
 * test examples stay all.
 *
 * @param perClass training examples of each class, at least 1
 * @param seed decides which ones, whatever the trial
 */
public record Subset(int perClass, long seed) {
  /**
   * @throws DatasetUnavailable if a class has fewer examples
   */
  public Images of(Images images, int classes) {
    Samples all = images.training();
    int[] chosen =
        IntStream.range(0, classes)
            .flatMap(label -> Arrays.stream(of(all, label)))
            .sorted()
            .toArray();
    int size = all.shape().size();
    ByteBuffer pixels = ByteBuffer.allocate(Math.multiplyExact(chosen.length, size));
    ByteBuffer labels = ByteBuffer.allocate(chosen.length);
    for (int i = 0; i < chosen.length; i++) {
      pixels.put(i * size, all.pixels(), chosen[i] * size, size);
      labels.put(i, all.labels().get(chosen[i]));
    }
    return Images.of(new Samples(all.shape(), chosen.length, pixels, labels), images.test());
  }

  private int[] of(Samples all, int label) {
    int[] examples = IntStream.range(0, all.size()).filter(i -> all.label(i) == label).toArray();
    if (examples.length < perClass) {
      throw new DatasetUnavailable(
          "The subset takes %d training examples of each class, class %d has %d"
              .formatted(perClass, label, examples.length));
    }
    int[] order = RandomStream.of(seed, "subset", label).permutation(examples.length);
    return Arrays.stream(order, 0, perClass).map(i -> examples[i]).toArray();
  }
}
