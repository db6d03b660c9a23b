package dev.winnow.lottery.criterion;

import dev.winnow.catalog.Choice;
import dev.winnow.catalog.Parameter;
import dev.winnow.lottery.Criterion;
import dev.winnow.lottery.LayerBudget;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Objective;
import dev.winnow.lottery.ScoringContext;
import dev.winnow.lottery.Ticket;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Keeps the weights through which most flows before training, without any data (Tanaka et al. 2020,
 * "SynFlow", 2006.05467, algorithm 1). One pruning takes many small steps of equal ratio, between
 * which the flow is measured anew, so that no layer is cut through.
 */
@Component
final class SynFlow implements Criterion {
  private static final String STEPS = "steps";

  /** Below every share of the flow. */
  private static final float GONE = -1;

  @Override
  public String name() {
    return "synflow";
  }

  @Override
  public String summary() {
    return "Before training and without data, prune the weights through which least flows";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.integer(STEPS, "Steps in which one pruning reaches its density", 100, 1, 1000));
  }

  @Override
  public boolean looksAhead() {
    return true;
  }

  @Override
  public float[] score(ScoringContext context, Choice choice) {
    int steps = choice.integer(STEPS);
    Mask mask = context.mask();
    List<Integer> before = mask.keptPerTensor();
    float[] scores = flow(context, mask);
    for (int step = 1; step < steps; step++) {
      double way = (double) step / steps;
      mask = mask.keepBest(scores, context.keep().stream().map(s -> on(s, before, way)).toList());
      scores = flow(context, mask);
    }
    return scores;
  }

  /** Each weight's share of what flows through its layer. */
  private static float[] flow(ScoringContext context, Mask mask) {
    Ticket ticket = new Ticket(mask, context.trained());
    float[] slopes =
        ScoringContext.prunable(context.gradients().gradient(ticket, new Objective.SynapticFlow()));
    float[] weights = ScoringContext.prunable(ticket.start());
    float[] scores = new float[weights.length];
    Arrays.fill(scores, GONE);
    for (int position : mask.survivors()) {
      scores[position] = Math.abs(slopes[position] * weights[position]);
    }
    return scores;
  }

  /** What is left of a share on the way to its count: before · (keep ÷ before)^way. */
  private static LayerBudget on(LayerBudget budget, List<Integer> keptBefore, double way) {
    int before = budget.tensors().stream().mapToInt(keptBefore::get).sum();
    double ratio = before == 0 ? 0 : (double) budget.keep() / before;
    return new LayerBudget(budget.tensors(), (int) Math.ceil(before * StrictMath.pow(ratio, way)));
  }
}
