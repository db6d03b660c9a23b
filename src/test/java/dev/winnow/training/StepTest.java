package dev.winnow.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepTest {
  @ParameterizedTest
  @CsvSource({
    "50000it, 50000",
    "12ep, 10992",
    "2ep50it, 1882",
    "0it, 0",
    "0ep7it, 7",
    "1ep0it, 916"
  })
  void a_step_is_a_number_of_iterations(String text, int iterations) {
    assertThat(Step.parse(text).in(916)).isEqualTo(iterations);
  }

  @ParameterizedTest
  @ValueSource(strings = {"50000", "", "it", "ep", "-1it", "1.5ep", "50it2ep", "5 it", "5IT"})
  void a_step_without_its_unit_is_refused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Step.parse(text))
        .withMessageContaining("\"" + text + "\"")
        .withMessageContaining("5000it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"50000it", "12ep", "2ep50it", "0it"})
  void a_step_is_written_as_it_is_read(String text) {
    assertThat(Step.parse(text)).hasToString(text);
  }

  @Test
  void equal_lengths_have_one_form() {
    assertThat(Step.parse("0ep7it")).hasToString("7it");
  }
}
