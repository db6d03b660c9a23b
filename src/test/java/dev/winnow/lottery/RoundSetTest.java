package dev.winnow.lottery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundSetTest {
  @Test
  void single_rounds_and_ranges_mix() {
    RoundSet rounds = RoundSet.parse("3,7,9-12");
    assertThat(rounds.contains(3)).isTrue();
    assertThat(rounds.contains(4)).isFalse();
    assertThat(rounds.contains(10)).isTrue();
    assertThat(rounds.last()).isEqualTo(12);
    assertThat(rounds.count()).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"3,7,9-12; 3,7,9-12", "2,1; 1-2", "5-5; 5", "1-3,2-6; 1-6", "0; 0"})
  void equal_sets_have_one_form(String text, String written) {
    assertThat(RoundSet.parse(text)).hasToString(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "1-", "-1", "1,,2", "5-3", "1 - 2", "1,"})
  void anything_else_is_refused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> RoundSet.parse(text));
  }
}
