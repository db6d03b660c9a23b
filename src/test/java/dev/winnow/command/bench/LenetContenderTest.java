package dev.winnow.command.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.winnow.dataset.Normalisation;
import org.junit.jupiter.api.Test;

class LenetContenderTest {
  @Test
  void a_name_gives_back_what_it_was_made_of() {
    LenetContender contender = new LenetContender("auto", 9, Normalisation.MEAN_STD);
    assertThat(contender.name()).isEqualTo("auto/9/mean-std");
    assertThat(LenetContender.of("auto/9/mean-std")).isEqualTo(contender);
    assertThat(contender.label("auto")).isEqualTo("auto, mean-std");
  }

  @Test
  void each_normalisation_has_its_own() {
    assertThat(LenetContender.each("dense", 0))
        .extracting(LenetContender::name)
        .containsExactly("dense/0/none", "dense/0/mean-std");
  }

  @Test
  void what_is_no_name_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LenetContender.of("mlp"))
        .withMessage("There is no contender \"mlp\"");
  }
}
