package dev.winnow.lottery.method;

import dev.winnow.lottery.LayerBudget;
import dev.winnow.lottery.Plan;
import dev.winnow.training.Step;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * When a network is pruned on its way, and to what (Zhu and Gupta 2017, "To prune, or not to
 * prune", 1710.01878, equation 1): after {@code begin + j · every} iterations, for j from 1 to n =
 * {@code updates}, the share s_j = s_f (1 − (1 − j ÷ n)³) of the weights is gone, where s_f is gone
 * in the end.
 *
 * @param begin from 0
 * @param every at least 1
 * @param updates at least 1
 */
record GradualSchedule(int begin, int every, int updates) {
  static GradualSchedule of(Plan plan) {
    int perEpoch = plan.data().perEpoch();
    int begin = Step.parse(plan.method().text("begin")).in(perEpoch);
    int end = Step.parse(plan.method().text("end")).in(perEpoch);
    int every = Step.parse(plan.method().text("every")).in(perEpoch);
    return new GradualSchedule(begin, every, (end - begin) / every);
  }

  /** The iterations after which an update comes. */
  int at(int update) {
    return begin + update * every;
  }

  /** The first update that is due when so many iterations are done; there may be none. */
  int next(int iteration) {
    return Math.max(1, -Math.floorDiv(begin - iteration, every));
  }

  /**
   * What an update keeps of weights that are ranked together; the rest is rounded half up in exact
   * arithmetic.
   *
   * @param update from 1 to the last
   * @param dense all of them
   * @param last what is kept in the end
   */
  LayerBudget keep(int update, LayerBudget dense, LayerBudget last) {
    BigInteger all = BigInteger.valueOf(updates).pow(3);
    BigInteger left = BigInteger.valueOf(updates - update).pow(3);
    BigDecimal gone =
        new BigDecimal(all.subtract(left))
            .multiply(BigDecimal.valueOf(dense.keep() - last.keep()))
            .divide(new BigDecimal(all), 0, RoundingMode.HALF_UP);
    return new LayerBudget(dense.tensors(), dense.keep() - gone.intValueExact());
  }
}
