package dev.winnow.engine.pure;

import dev.winnow.engine.Learner;
import dev.winnow.engine.Lesson;
import dev.winnow.engine.loop.PixelReader;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Learns in pure Java with the plain kernels. Twinned with all that it uses. */
public final class PureLearner implements Learner {
  private final PureNetwork network;

  public PureLearner(Lesson lesson) {
    float[] numbers = new float[256];
    IntStream.range(0, 256)
        .forEach(pixel -> numbers[pixel] = (float) lesson.number().applyAsDouble(pixel));
    this.network =
        new PureNetworks(
                lesson.layers(),
                lesson.plan(),
                lesson.samples(),
                new PixelReader(numbers, lesson.samples().shape().size()),
                InkLibrary.of(lesson.samples(), numbers),
                new PlainKernels())
            .of(lesson.ticket());
  }

  @Override
  public double step(int[] batch) {
    return network.step(batch);
  }

  @Override
  public double[] gradient() {
    float[] gradient = network.gradient();
    double[] same = new double[gradient.length];
    Arrays.setAll(same, i -> gradient[i]);
    return same;
  }
}
