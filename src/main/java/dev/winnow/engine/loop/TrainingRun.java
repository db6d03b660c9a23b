package dev.winnow.engine.loop;

import dev.winnow.architecture.Layout;
import dev.winnow.architecture.Weights;
import dev.winnow.lottery.Diverged;
import dev.winnow.lottery.Measurement;
import dev.winnow.lottery.OptimizerMemory;
import dev.winnow.lottery.Outcome;
import dev.winnow.lottery.ProgressListener;
import dev.winnow.lottery.Trained;
import dev.winnow.lottery.Training;
import dev.winnow.training.LearningCurve;
import dev.winnow.training.LearningCurve.Point;
import dev.winnow.training.TestEvaluation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One training, once, from its beginning or from where it was interrupted. */
final class TrainingRun {
  private final Course course;
  private final Network network;
  private final Layout layout;
  private final Training training;
  private final ProgressListener listener;
  private final int iterations;
  private final long begin = System.nanoTime();
  private final Map<Integer, Weights> kept = new HashMap<>();
  private final List<Point> points = new ArrayList<>();
  private double secondsBefore;
  private double lowestLoss = Double.POSITIVE_INFINITY;
  private Optional<Measurement> best = Optional.empty();
  private Optional<Measurement> last = Optional.empty();

  /**
   * @param network at the start of the training's ticket, with a new optimizer
   */
  TrainingRun(Course course, Network network, Training training, ProgressListener listener) {
    this.course = course;
    this.network = network;
    this.layout = training.ticket().mask().layout();
    this.training = training;
    this.listener = listener;
    this.iterations = course.iterations();
  }

  Outcome run() {
    Optional<Interim> origin = listener.origin().flatMap(InterimBytes::read);
    origin.ifPresentOrElse(this::resume, () -> training.memory().ifPresent(this::remember));
    int done = origin.map(Interim::iteration).orElse(training.from());
    keepIfAsked(done);
    Optional<String> trouble = done == iterations ? evaluate(done) : Optional.empty();
    while (trouble.isEmpty() && done < iterations) {
      network.at(done);
      trouble =
          Divergence.inBatch(network.step(course.order().batch(done), course.rateShare(done)));
      done++;
      keepIfAsked(done);
      if (trouble.isEmpty() && course.evaluatesAfter(done)) {
        trouble = evaluate(done);
      }
      if (trouble.isEmpty() && done < iterations) {
        pass(done);
      }
    }
    return trouble.isPresent() ? diverged(done, trouble.get()) : trained();
  }

  private void keepIfAsked(int iteration) {
    if (training.keep().contains(iteration)) {
      kept.put(iteration, new Weights(layout, network.values()));
    }
  }

  private void remember(OptimizerMemory memory) {
    Stream<float[]> arrays = memory.arrays().stream().map(Weights::values);
    List<float[]> all = Stream.concat(Stream.of(network.values()), arrays).toList();
    network.resume(new NetworkState(all), memory.updates());
  }

  /** The updates that the optimizer has done by an iteration, those before this training too. */
  private int updates(int iteration) {
    return iteration - training.from() + training.memory().map(OptimizerMemory::updates).orElse(0);
  }

  private void resume(Interim origin) {
    network.resume(origin.state(), updates(origin.iteration()));
    secondsBefore = origin.seconds();
    origin.kept().forEach((iteration, values) -> kept.put(iteration, new Weights(layout, values)));
    points.addAll(origin.points());
    best = origin.best();
    lowestLoss = best.map(measured -> measured.validation().loss()).orElse(lowestLoss);
  }

  private void pass(int done) {
    listener.passed(done, () -> InterimBytes.write(interim(done)));
  }

  private Interim interim(int done) {
    Map<Integer, float[]> values = new HashMap<>();
    kept.forEach((iteration, weights) -> values.put(iteration, weights.values()));
    return new Interim(done, seconds(), List.copyOf(points), best, network.state(), values);
  }

  /** Returns what is wrong with the network, if anything. */
  private Optional<String> evaluate(int iteration) {
    Examination.Result validation = course.validation().examine(network);
    double loss = validation.score().loss();
    boolean lowest = loss < lowestLoss;
    boolean tests =
        lowest
            || iteration == iterations
            || course.plan().testEvaluation() == TestEvaluation.ALWAYS;
    Optional<Measurement> measured =
        tests ? Optional.of(measure(iteration, validation)) : Optional.empty();
    if (lowest) {
      lowestLoss = loss;
      best = measured;
    }
    last = measured;
    report(new Point(iteration, validation.score(), measured.map(Measurement::test)));
    return Divergence.inEvaluation(loss, network.values());
  }

  private Measurement measure(int iteration, Examination.Result validation) {
    Examination.Result test = course.test().examine(network);
    return new Measurement(iteration, validation.score(), test.score(), test.correct());
  }

  private void report(Point point) {
    points.add(point);
    listener.evaluated(point, iterations);
  }

  private Outcome trained() {
    return new Trained(
        new Weights(layout, network.values()),
        kept,
        training.keepsMemory() ? Optional.of(memory()) : Optional.empty(),
        new LearningCurve(points),
        best.orElseThrow(),
        last.orElseThrow(),
        seconds(),
        network.path());
  }

  private OptimizerMemory memory() {
    List<Weights> arrays =
        network.state().memory().stream().map(array -> new Weights(layout, array)).toList();
    return new OptimizerMemory(updates(iterations), arrays);
  }

  private Outcome diverged(int iteration, String reason) {
    return new Diverged(iteration, reason, new LearningCurve(points), seconds(), network.path());
  }

  private double seconds() {
    return secondsBefore + (System.nanoTime() - begin) / 1e9;
  }
}
