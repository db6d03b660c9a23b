package dev.winnow.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class StepListTest {
  @Test
  void a_list_of_steps_is_written_as_it_is_read() {
    assertThat(StepList.parse("80ep,12ep5it")).hasToString("80ep,12ep5it");
    assertThatIllegalArgumentException().isThrownBy(() -> StepList.parse("80"));
    assertThatIllegalArgumentException().isThrownBy(() -> StepList.parse("80ep,"));
    assertThatIllegalArgumentException().isThrownBy(() -> StepList.parse(""));
  }
}
