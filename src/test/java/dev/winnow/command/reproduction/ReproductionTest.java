package dev.winnow.command.reproduction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.command.reproduction.RoundResults.Result;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReproductionTest {
  private static final RoundReference REINIT = new RoundReference(7, "random-reinit");
  private static final RoundReference MASK = new RoundReference(20, "random-mask");

  /** A trial as the paper has it. */
  private static Map<RoundReference, Result> asPublished() {
    return new HashMap<>(
        Map.of(
            RoundReference.DENSE,
            new Result(98.0, 10000),
            RoundReference.ticket(7),
            new Result(98.3, 6200),
            REINIT,
            new Result(97.8, 15562),
            RoundReference.ticket(9),
            new Result(98.3, 7000),
            RoundReference.ticket(15),
            new Result(98.0, 10000),
            RoundReference.ticket(20),
            new Result(96.6, 18000),
            MASK,
            new Result(91.5, 20000)));
  }

  private static List<Boolean> inside(List<Map<RoundReference, Result>> trials) {
    return Reproduction.PAPER
        .check(trials.stream().map(ReproductionTest::results).toList())
        .stream()
        .map(CheckResult::inside)
        .toList();
  }

  /** All tickets as good as the dense network, and as early. */
  private static Map<RoundReference, Result> inOneShot() {
    Map<RoundReference, Result> trial =
        new HashMap<>(Map.of(RoundReference.DENSE, new Result(98.0, 5000)));
    for (int round = 1; round <= 20; round++) {
      trial.put(RoundReference.ticket(round), new Result(98.0, 5000));
    }
    return trial;
  }

  private static List<Boolean> insideInOneShot(Map<RoundReference, Result> trial) {
    return Reproduction.ONE_SHOT.check(List.of(results(trial))).stream()
        .map(CheckResult::inside)
        .toList();
  }

  @Test
  void one_shot_tickets_are_judged_by_their_mean_over_rounds() {
    Map<RoundReference, Result> trial = inOneShot();
    assertThat(insideInOneShot(trial)).containsExactly(true, true, true);
    trial.put(RoundReference.ticket(3), new Result(98.0, 6000));
    trial.put(RoundReference.ticket(13), new Result(97.9, 5000));
    assertThat(insideInOneShot(trial)).containsExactly(true, false, false);
    trial.put(RoundReference.ticket(7), new Result(98.0, 4000));
    trial.put(RoundReference.ticket(1), new Result(98.1, 9000));
    assertThat(insideInOneShot(trial)).containsExactly(true, true, true);
    trial.remove(RoundReference.ticket(5));
    assertThat(insideInOneShot(trial)).containsExactly(true, false, false);
  }

  private static RoundResults results(Map<RoundReference, Result> trial) {
    return place -> Optional.ofNullable(trial.get(place));
  }

  private static List<Boolean> insideWith(RoundReference place, double accuracy, double earlyStop) {
    Map<RoundReference, Result> trial = asPublished();
    trial.put(place, new Result(accuracy, earlyStop));
    return inside(List.of(trial));
  }

  @Test
  void the_published_numbers_are_inside_every_band() {
    assertThat(inside(List.of(asPublished(), asPublished()))).hasSize(7).containsOnly(true);
  }

  @Test
  void each_band_has_a_value_just_outside_it() {
    assertThat(insideWith(RoundReference.DENSE, 97.79, 10000).get(0)).isFalse();
    assertThat(insideWith(RoundReference.DENSE, 98.41, 10000).get(0)).isFalse();
    assertThat(insideWith(RoundReference.ticket(7), 98.3, 8001).get(1)).isFalse();
    assertThat(insideWith(REINIT, 98.01, 15562).get(2)).isFalse();
    assertThat(insideWith(RoundReference.ticket(9), 98.09, 7000).get(3)).isFalse();
    assertThat(insideWith(RoundReference.ticket(15), 98.26, 10000).get(4)).isFalse();
    assertThat(insideWith(RoundReference.ticket(15), 97.74, 10000).get(4)).isFalse();
    assertThat(insideWith(RoundReference.ticket(20), 96.29, 18000).get(5)).isFalse();
    assertThat(insideWith(RoundReference.ticket(20), 97.51, 18000).get(5)).isFalse();
    assertThat(insideWith(MASK, 92.61, 20000).get(6)).isFalse();
  }

  @Test
  void the_ends_of_a_band_are_inside() {
    assertThat(insideWith(RoundReference.ticket(7), 98.3, 8000).get(1)).isTrue();
    assertThat(insideWith(REINIT, 98.0, 15562).get(2)).isTrue();
    assertThat(insideWith(RoundReference.ticket(9), 98.1, 7000).get(3)).isTrue();
    assertThat(insideWith(MASK, 92.6, 20000).get(6)).isTrue();
  }

  @Test
  void a_trial_without_a_run_that_a_band_needs_leaves_the_band_open() {
    Map<RoundReference, Result> lacking = asPublished();
    lacking.remove(MASK);
    assertThat(inside(List.of(asPublished(), lacking)))
        .containsExactly(true, true, true, true, true, true, false);
  }

  @Test
  void differences_are_taken_within_each_trial() {
    Map<RoundReference, Result> low = asPublished();
    low.put(RoundReference.DENSE, new Result(97.0, 20000));
    low.put(RoundReference.ticket(9), new Result(97.4, 20000));
    CheckResult finding =
        Reproduction.PAPER.bands().get(3).check(List.of(results(low), results(asPublished())));
    // 0.4 and 0.3 points: mean 0.35, t with 1 degree of freedom 12.706, standard error 0.05.
    assertThat(finding.toString())
        .contains("inside", "0.350 points", "-0.285 to 0.985", "2 of 2 trials", "at least 0.1");
  }

  @Test
  void a_ratio_is_taken_in_each_trial_before_the_mean() {
    Map<RoundReference, Result> slow = asPublished();
    slow.put(RoundReference.DENSE, new Result(98.0, 1000));
    slow.put(RoundReference.ticket(7), new Result(98.3, 1000));
    CheckResult finding =
        Reproduction.PAPER.bands().get(1).check(List.of(results(slow), results(asPublished())));
    assertThat(finding.sample().mean()).isEqualTo((1 + 0.62) / 2);
    assertThat(finding.inside()).isFalse();
  }
}
