package dev.winnow.network.pure;

import dev.winnow.engine.Learner;
import dev.winnow.engine.Lesson;
import dev.winnow.kernels.PlainKernels;
import dev.winnow.network.PixelReader;
import dev.winnow.training.ResolvedPlan;
import dev.winnow.training.TrainingForTests;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Learns in pure Java with the plain kernels. Twinned with all that it uses. */
public final class PureLearner implements Learner {
  private final Lesson lesson;
  private final ResolvedPlan plan;
  private final PureNetwork network;
  private int iteration;

  public PureLearner(Lesson lesson) {
    this.lesson = lesson;
    this.plan = TrainingForTests.plans().resolve(lesson.plan());
    float[] numbers = new float[256];
    IntStream.range(0, 256)
        .forEach(pixel -> numbers[pixel] = (float) lesson.number().applyAsDouble(pixel));
    this.network =
        new PureNetworks(
                lesson.layers(),
                plan,
                new TrainingImages(
                    lesson.samples(),
                    new PixelReader(numbers, lesson.samples().shape().size()),
                    SparseImagesCache.of(lesson.samples(), numbers)),
                new PlainKernels())
            .of(lesson.ticket());
  }

  @Override
  public double step(int[] batch) {
    int perEpoch = lesson.samples().size() / lesson.plan().batchSize();
    return network.step(batch, plan.rateShare(iteration++, perEpoch));
  }

  @Override
  public double[] gradient() {
    return doubles(network.gradient());
  }

  @Override
  public double[] values() {
    return doubles(network.values());
  }

  @Override
  public double[] logits(int[] examples) {
    return doubles(network.logits(lesson.samples(), examples));
  }

  private static double[] doubles(float[] numbers) {
    double[] same = new double[numbers.length];
    Arrays.setAll(same, i -> numbers[i]);
    return same;
  }
}
