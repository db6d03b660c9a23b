package dev.winnow.lottery.method;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.catalog.Choice;
import dev.winnow.lottery.ArmChoice;
import dev.winnow.lottery.Journal;
import dev.winnow.lottery.Method;
import dev.winnow.lottery.Methods;
import dev.winnow.lottery.Networks;
import dev.winnow.lottery.OptimizerStateMode;
import dev.winnow.lottery.Plan;
import dev.winnow.lottery.PruningPlan;
import dev.winnow.lottery.PruningStrategy;
import dev.winnow.lottery.RemovalRates;
import dev.winnow.lottery.RewindMode;
import dev.winnow.lottery.RewindPoint;
import dev.winnow.lottery.Scope;
import dev.winnow.lottery.Tickets;
import dev.winnow.lottery.Trainer;
import dev.winnow.lottery.TrialStatus;
import dev.winnow.lottery.arm.ArmsForTests;
import dev.winnow.training.ComputePath;
import dev.winnow.training.Step;
import dev.winnow.training.TestEvaluation;
import dev.winnow.training.TrainingPlan;
import java.math.BigDecimal;
import java.util.List;

/** What methods are asked to do in tests: two layers, trainings of ten iterations. */
final class Plans {
  static final ParameterLayout LAYOUT = Networks.layout(200, 40);
  static final RewindPoint TO_START = rewind(0, RewindMode.WEIGHTS);
  private static final Methods METHODS = MethodsForTests.all();

  private Plans() {}

  static Method method(Plan plan) {
    return METHODS.get(plan.method().name());
  }

  static RewindPoint rewind(int to, RewindMode mode) {
    return new RewindPoint(new Step(0, to), mode, OptimizerStateMode.RESET);
  }

  /** A fifth of the weights goes in each round, a tenth in the last layer. */
  static PruningPlan pruning(PruningStrategy strategy, int rounds) {
    BigDecimal fifth = new BigDecimal("0.2");
    RemovalRates rates = new RemovalRates(fifth, fifth, new BigDecimal("0.1"));
    return new PruningPlan(strategy, Choice.of("magnitude"), Scope.LAYERWISE, rates, rounds);
  }

  static Plan plan(PruningPlan pruning, RewindPoint rewind, ArmChoice... arms) {
    return plan(Choice.of(Methods.DEFAULT), pruning, rewind, arms);
  }

  static Plan plan(Choice method, PruningPlan pruning, RewindPoint rewind, ArmChoice... arms) {
    TrainingPlan training =
        new TrainingPlan(
            Choice.of("sgd"),
            10,
            Step.parse("10it"),
            Step.parse("1it"),
            TestEvaluation.BEST_AND_LAST,
            ComputePath.AUTO,
            Choice.of("constant"),
            Step.START);
    Plan.Data data = new Plan.Data(50, 5);
    return new Plan(method, pruning, rewind, List.of(arms), training, LAYOUT, data);
  }

  static Tickets tickets() {
    return new Tickets(LAYOUT, Networks.gaussian(), Choice.of("gaussian"), ArmsForTests.all(), 42);
  }

  static TrialStatus advance(Plan plan, Journal journal, Trainer trainer) {
    return method(plan).advance(plan, tickets(), journal, trainer);
  }
}
