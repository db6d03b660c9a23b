package dev.winnow.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.architecture.LayerSpec;
import java.math.BigDecimal;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutDrawsTest {
  private static final int ITERATION = 7;
  private static final int EXAMPLES = 50;

  private static DropoutDraws draws(String rate) {
    return DropoutDraws.of(new LayerSpec.Dropout("dropout1", 4, 10, 10, new BigDecimal(rate)), 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.1", "0.5", "0.9"})
  void a_share_is_dropped_and_the_rest_grows_so_that_the_expectation_stays(String rate) {
    double dropped = Double.parseDouble(rate);
    float[] factors = draws(rate).factors(ITERATION, EXAMPLES);
    assertThat(factors).hasSize(20_000).containsOnly(factors(dropped));
    double mean = IntStream.range(0, factors.length).mapToDouble(i -> factors[i]).sum() / 20_000;
    double deviation = Math.sqrt(dropped / (1 - dropped) / 20_000);
    assertThat(mean).isCloseTo(1, within(4 * deviation + 1e-6));
  }

  private static float[] factors(double dropped) {
    float kept = (float) (1 / (1 - dropped));
    return dropped == 0 ? new float[] {kept} : new float[] {0, kept};
  }

  @Test
  void they_depend_on_seed_layer_and_iteration_alone() {
    DropoutDraws draws = draws("0.5");
    float[] factors = draws.factors(ITERATION, EXAMPLES);
    draws.factors(ITERATION + 1, EXAMPLES);
    assertThat(draws.factors(ITERATION, EXAMPLES)).isEqualTo(factors);
    assertThat(draws.factors(ITERATION, 2 * EXAMPLES)).startsWith(factors);
    assertThat(draws.factors(ITERATION + 1, EXAMPLES)).isNotEqualTo(factors);
    assertThat(new DropoutDraws(2, "dropout1", 400, 0.5).factors(ITERATION, EXAMPLES))
        .isNotEqualTo(factors);
    assertThat(new DropoutDraws(1, "dropout2", 400, 0.5).factors(ITERATION, EXAMPLES))
        .isNotEqualTo(factors);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.1", "1"})
  void a_rate_that_drops_all_or_less_than_nothing_is_refused(String rate) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> draws(rate))
        .withMessage("dropout1 needs a rate from 0 to less than 1, has " + rate);
  }
}
