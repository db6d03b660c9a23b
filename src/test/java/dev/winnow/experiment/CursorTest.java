package dev.winnow.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 42, 999_999_999_999_999_999L})
  void a_cursor_comes_back_as_it_went(long id) {
    assertThat(Cursor.read(Cursor.write(id))).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "%", "YmVmb3JlOg", "YmVmb3JlOi0x", "YmVmb3JlOjEgb3IgMT0x"})
  void anything_else_is_refused_with_the_parameter_and_its_value(String cursor) {
    assertThatExceptionOfType(IllegalParameter.class)
        .isThrownBy(() -> Cursor.read(cursor))
        .matches(e -> e.parameter().equals("cursor") && e.value().equals(cursor));
  }
}
