package dev.winnow.lottery.method;

import dev.winnow.catalog.Findings;
import dev.winnow.lottery.Arms;
import dev.winnow.lottery.Criteria;
import dev.winnow.lottery.Criterion;
import dev.winnow.lottery.Journal;
import dev.winnow.lottery.LayerBudget;
import dev.winnow.lottery.Method;
import dev.winnow.lottery.Methods;
import dev.winnow.lottery.OptimizerStateMode;
import dev.winnow.lottery.Plan;
import dev.winnow.lottery.Pruner;
import dev.winnow.lottery.Tickets;
import dev.winnow.lottery.Trainer;
import dev.winnow.lottery.TrialStatus;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonPointer;

/** Iterative magnitude pruning and one-shot pruning, with controls (1803.03635, sections 2, 4). */
@Component
final class Imp implements Method {
  private final Criteria criteria;
  private final Arms arms;

  Imp(Criteria criteria, Arms arms) {
    this.criteria = criteria;
    this.arms = arms;
  }

  @Override
  public String name() {
    return Methods.DEFAULT;
  }

  @Override
  public String summary() {
    return "Train, prune, rewind, repeat (iterative magnitude pruning), or prune at once";
  }

  @Override
  public Set<JsonPointer> reads() {
    return Set.of(JsonPointer.compile("/pruning"), JsonPointer.compile("/rewind"));
  }

  @Override
  public List<List<LayerBudget>> budgets(Plan plan) {
    return plan.pruning().budgets(plan.layout());
  }

  @Override
  public boolean nested() {
    return true;
  }

  @Override
  public int artifacts(Plan plan, int optimizerArrays) {
    int perTicket = plan.pruning().pruneAt().step().isPresent() ? 1 : 0;
    if (plan.rewind().optimizerState() == OptimizerStateMode.KEPT) {
      perTicket += optimizerArrays;
    }
    return 1 + perTicket * (plan.pruning().rounds() + 1);
  }

  @Override
  public void check(Plan plan, Findings findings) {
    new RemovalRules(plan, findings).check();
    new RewindRules(plan, findings).check();
    new GradientCriterionRules(plan, criterion(plan), findings).check();
    FreezingRules.check(plan, arms, findings);
  }

  @Override
  public TrialStatus advance(Plan plan, Tickets tickets, Journal journal, Trainer trainer) {
    Pruner pruning = new Pruner(plan, criterion(plan), tickets, trainer);
    return new IterativePruning(plan, pruning, journal, trainer).advance(runs(plan, tickets));
  }

  private Criterion criterion(Plan plan) {
    return criteria.get(plan.pruning().criterion().name());
  }
}
