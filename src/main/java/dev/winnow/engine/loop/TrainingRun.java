package dev.winnow.engine.loop;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import dev.winnow.lottery.Diverged;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Measurement;
import dev.winnow.lottery.OptimizerMemory;
import dev.winnow.lottery.Outcome;
import dev.winnow.lottery.ProgressListener;
import dev.winnow.lottery.Ticket;
import dev.winnow.lottery.Trained;
import dev.winnow.lottery.TrainingRequest;
import dev.winnow.lottery.TrainingSession;
import dev.winnow.network.Network;
import dev.winnow.network.NetworkState;
import dev.winnow.training.LearningCurve.Point;
import dev.winnow.training.TestEvaluation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** One training, once, from its beginning or from where it was interrupted. */
final class TrainingRun implements TrainingSession {
  private final TrainingSetup trainingSetup;
  private final Function<Ticket, Network> networks;
  private final ParameterLayout layout;
  private final TrainingRequest training;
  private final ProgressListener listener;
  private final int iterations;
  private final long begin = System.nanoTime();
  private final Map<Integer, Weights> kept = new HashMap<>();
  private final GrowingCurve curve = new GrowingCurve();
  private Mask mask;
  private Network network;
  private int done;
  private double secondsBefore;
  private double lowestLoss = Double.POSITIVE_INFINITY;
  private Optional<Measurement> best = Optional.empty();
  private Optional<Measurement> last = Optional.empty();
  private Optional<String> trouble = Optional.empty();

  /**
   * @param networks makes a network at the start of a ticket, with a new optimizer
   */
  TrainingRun(
      TrainingSetup trainingSetup,
      Function<Ticket, Network> networks,
      TrainingRequest training,
      ProgressListener listener) {
    this.trainingSetup = trainingSetup;
    this.networks = networks;
    this.layout = training.ticket().mask().layout();
    this.training = training;
    this.listener = listener;
    this.iterations = trainingSetup.iterations();
    this.mask = training.ticket().mask();
    this.network = networks.apply(training.ticket());
    this.done = training.from();
    listener
        .origin()
        .flatMap(CheckpointCodec::read)
        .ifPresentOrElse(this::resume, () -> training.memory().ifPresent(this::remember));
    keepIfAsked();
  }

  private void remember(OptimizerMemory memory) {
    Stream<float[]> arrays = memory.arrays().stream().map(Weights::values);
    List<float[]> all = Stream.concat(Stream.of(network.values()), arrays).toList();
    network.resume(new NetworkState(all), memory.updates());
  }

  private void resume(CheckpointState origin) {
    done = origin.iteration();
    origin.mask().map(kept -> Mask.keeping(layout, kept)).ifPresent(then -> restart(then, origin));
    network.resume(origin.state(), updates());
    secondsBefore = origin.seconds();
    origin.kept().forEach((iteration, values) -> kept.put(iteration, new Weights(layout, values)));
    origin.points().forEach(curve::add);
    best = origin.best();
    lowestLoss = best.map(measured -> measured.validation().loss()).orElse(lowestLoss);
  }

  private void restart(Mask other, CheckpointState origin) {
    mask = other;
    network = networks.apply(new Ticket(mask, new Weights(layout, origin.state().values())));
  }

  @Override
  public int iteration() {
    return done;
  }

  @Override
  public int iterations() {
    return iterations;
  }

  @Override
  public Mask mask() {
    return mask;
  }

  @Override
  public Weights weights() {
    return new Weights(layout, network.values());
  }

  @Override
  public boolean trainUntil(int until) {
    if (until < done || until > iterations) {
      throw new IllegalArgumentException(
          "until must be from %d to %d, is %d".formatted(done, iterations, until));
    }
    while (trouble.isEmpty() && done < until) {
      step();
    }
    if (trouble.isEmpty() && until < iterations) {
      // The caller may rank these weights; at the end they are evaluated anyway.
      trouble = Divergence.inWeights(network.values());
    }
    return trouble.isEmpty();
  }

  private void step() {
    network.at(done);
    trouble =
        Divergence.inBatch(
            network.step(trainingSetup.order().batch(done), trainingSetup.rateShare(done)));
    done++;
    last = Optional.empty();
    keepIfAsked();
    if (trouble.isEmpty() && trainingSetup.evaluatesAfter(done)) {
      trouble = evaluate(done == iterations);
    }
    if (trouble.isEmpty() && done < iterations) {
      listener.passed(done, () -> CheckpointCodec.write(saved()));
    }
  }

  @Override
  public void change(Mask other) {
    if (training.ticket().frozen()) {
      throw new IllegalStateException("Frozen weights cannot change places with trained ones");
    }
    if (other.equals(mask)) {
      return;
    }
    List<float[]> arrays =
        network.state().arrays().stream()
            .map(array -> other.apply(new Weights(layout, array)).values())
            .toList();
    mask = other;
    network = networks.apply(new Ticket(mask, new Weights(layout, arrays.get(0))));
    network.resume(new NetworkState(arrays), updates());
    best = Optional.empty();
    last = Optional.empty();
    lowestLoss = Double.POSITIVE_INFINITY;
  }

  @Override
  public Outcome end() {
    if (trouble.isEmpty() && last.isEmpty()) {
      trouble = evaluate(true);
    }
    return trouble.isPresent() ? diverged(trouble.get()) : trained();
  }

  private void keepIfAsked() {
    if (training.keep().contains(done)) {
      kept.put(done, weights());
    }
  }

  /** The updates that the optimizer has done so far, those before this training too. */
  private int updates() {
    return done - training.from() + training.memory().map(OptimizerMemory::updates).orElse(0);
  }

  private CheckpointState saved() {
    Map<Integer, float[]> values = new HashMap<>();
    kept.forEach((iteration, weights) -> values.put(iteration, weights.values()));
    Optional<int[]> changed =
        mask.equals(training.ticket().mask()) ? Optional.empty() : Optional.of(mask.survivors());
    return new CheckpointState(
        done, seconds(), curve.points(), best, changed, network.state(), values);
  }

  /** Returns what is wrong with the network, if anything. */
  private Optional<String> evaluate(boolean atEnd) {
    Evaluation.Result validation = trainingSetup.validation().evaluate(network);
    double loss = validation.score().loss();
    boolean lowest = loss < lowestLoss;
    boolean tests =
        lowest || atEnd || trainingSetup.plan().testEvaluation() == TestEvaluation.ALWAYS;
    Optional<Measurement> measured = tests ? Optional.of(measure(validation)) : Optional.empty();
    if (lowest) {
      lowestLoss = loss;
      best = measured;
    }
    last = measured;
    Point point = new Point(done, validation.score(), measured.map(Measurement::test));
    curve.add(point);
    listener.evaluated(point, iterations);
    return Divergence.inEvaluation(loss, network.values());
  }

  private Measurement measure(Evaluation.Result validation) {
    Evaluation.Result test = trainingSetup.test().evaluate(network);
    return new Measurement(done, validation.score(), test.score(), test.correct());
  }

  private Outcome trained() {
    return new Trained(
        mask,
        weights(),
        kept,
        memory(),
        curve.soFar(),
        best.orElseThrow(),
        last.orElseThrow(),
        seconds(),
        network.path());
  }

  private OptimizerMemory memory() {
    List<Weights> arrays =
        network.state().memory().stream().map(array -> new Weights(layout, array)).toList();
    return new OptimizerMemory(updates(), arrays);
  }

  private Outcome diverged(String reason) {
    return new Diverged(mask, done, reason, curve.soFar(), seconds(), network.path());
  }

  private double seconds() {
    return secondsBefore + (System.nanoTime() - begin) / 1e9;
  }
}
