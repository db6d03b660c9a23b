package dev.winnow.command.bench;

import dev.winnow.command.bench.contender.Contender;
import dev.winnow.engine.loop.Evaluation;
import dev.winnow.engine.loop.TrainingSetup;
import dev.winnow.network.Network;

/** One part of a training, done again and again. */
final class StepBenchmark implements Contender {
  private final String path;
  private final Runnable part;

  private StepBenchmark(String path, Runnable part) {
    this.path = path;
    this.part = part;
  }

  /** The iterations without the evaluations. */
  static Contender iterations(TrainingSetup trainingSetup, Network network) {
    Runnable next =
        new Runnable() {
          private int iteration;

          @Override
          public void run() {
            network.step(trainingSetup.order().batch(iteration++));
          }
        };
    return new StepBenchmark(network.path(), next);
  }

  /** The evaluations alone. */
  static Contender evaluations(Evaluation evaluation, Network network) {
    return new StepBenchmark(network.path(), () -> evaluation.evaluate(network));
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public void step() {
    part.run();
  }
}
