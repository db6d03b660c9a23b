package dev.winnow.engine.loop;

import dev.winnow.dataset.BatchOrder;
import dev.winnow.dataset.Batches;
import dev.winnow.dataset.Images;
import dev.winnow.dataset.Split;
import dev.winnow.lottery.ProgressListener;
import dev.winnow.lottery.Ticket;
import dev.winnow.lottery.TrainingRequest;
import dev.winnow.lottery.TrainingSession;
import dev.winnow.network.Network;
import dev.winnow.training.ResolvedPlan;
import dev.winnow.training.TrainingPlan;
import java.util.function.Function;

/**
 * The way that every training of one trial goes: the same batches in the same order, measured on
 * the same examples at the same iterations.
 */
public record TrainingSetup(
    ResolvedPlan resolved, Batches order, Evaluation validation, Evaluation test) {
  /**
   * @throws IllegalArgumentException if {@code evaluateEvery} is less than one iteration
   */
  public TrainingSetup {
    TrainingPlan plan = resolved.plan();
    if (plan.evaluateEvery().in(order.iterationsPerEpoch()) < 1) {
      throw new IllegalArgumentException(
          "evaluateEvery must be at least 1it, is " + plan.evaluateEvery());
    }
  }

  /** The set-up of a trial, whose split decides what is trained on and what validates. */
  public static TrainingSetup of(ResolvedPlan resolved, Split split, Images images) {
    return new TrainingSetup(
        resolved,
        new BatchOrder(split, resolved.plan().batchSize()),
        new Evaluation(images.training(), split.validation()),
        Evaluation.ofAll(images.test()));
  }

  public TrainingPlan plan() {
    return resolved.plan();
  }

  /** The same with other batches. */
  public TrainingSetup learningFrom(Batches other) {
    return new TrainingSetup(resolved, other, validation, test);
  }

  /**
   * Begins a training, or goes on with it from the listener's origin.
   *
   * @param networks makes a network at the start of a ticket, with a new optimizer
   * @throws IllegalArgumentException if the training begins, or is to keep weights, after its end
   */
  TrainingSession begin(
      Function<Ticket, Network> networks, TrainingRequest training, ProgressListener listener) {
    int last = Math.max(training.from(), training.keep().stream().reduce(0, Math::max));
    if (last > iterations()) {
      throw new IllegalArgumentException(
          "The training ends after iteration %d, before %d".formatted(iterations(), last));
    }
    return new TrainingRun(this, networks, training, listener);
  }

  /** The budget in iterations. */
  int iterations() {
    return plan().budget().in(order.iterationsPerEpoch());
  }

  /** The share of the learning rate with which an iteration, counted from 0, moves the weights. */
  double rateShare(int iteration) {
    return resolved.rateShare(iteration, order.iterationsPerEpoch());
  }

  /** Whether there is an evaluation after so many iterations. */
  boolean evaluatesAfter(int iteration) {
    int every = plan().evaluateEvery().in(order.iterationsPerEpoch());
    return iteration == iterations() || (iteration > 0 && iteration % every == 0);
  }
}
