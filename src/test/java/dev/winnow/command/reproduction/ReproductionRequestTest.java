package dev.winnow.command.reproduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.command.BadArguments;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReproductionRequestTest {
  private static ReproductionRequest parse(String... arguments) {
    return ReproductionRequest.parse(List.of(arguments));
  }

  @Test
  void without_arguments_it_is_the_paper_s_experiment_on_this_machine() {
    ReproductionRequest request = parse();
    assertThat(request.api()).isEqualTo("http://127.0.0.1:8080/api/v1");
    assertThat(request.experiment()).isEmpty();
    assertThat(request.reproduction()).isEqualTo(Reproduction.PAPER);
  }

  @Test
  void options_come_in_any_order() {
    ReproductionRequest request =
        parse("--smoke", "--experiment", "12", "--api", "https://lab.example:9000/api/v1/");
    assertThat(request.api()).isEqualTo("https://lab.example:9000/api/v1");
    assertThat(request.experiment()).contains(12L);
    assertThat(request.reproduction()).isEqualTo(Reproduction.SMOKE);
    assertThat(parse("--one-shot").reproduction()).isEqualTo(Reproduction.ONE_SHOT);
  }

  @Test
  void a_wrong_argument_is_named_with_what_is_allowed() {
    assertThatThrownBy(() -> parse("--quick"))
        .isInstanceOf(BadArguments.class)
        .hasMessageContainingAll(
            "--quick", "--api URL", "--experiment ID", "--one-shot", "--smoke");
    assertThatThrownBy(() -> parse("--experiment", "0"))
        .hasMessageContainingAll("--experiment", "\"0\"", "whole number from 1");
    assertThatThrownBy(() -> parse("--experiment")).hasMessageContaining("needs a value");
    assertThatThrownBy(() -> parse("--api", "localhost:8080"))
        .hasMessageContainingAll("--api", "\"localhost:8080\"", "http://127.0.0.1:8080/api/v1");
  }
}
