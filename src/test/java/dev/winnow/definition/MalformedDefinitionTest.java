package dev.winnow.definition;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be read as a definition at all. */
class MalformedDefinitionTest {
  private final Definitions definitions = DefinitionsForTests.definitions();

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "3", "{\"name\": \"a\", \"name\": \"b\"}", "{} {}", "NaN"})
  void what_is_no_json_object_is_refused(String text) {
    assertThatThrownBy(() -> definitions.read(text)).isInstanceOf(MalformedDefinition.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e2147483648", "1e-99999999999", "1e99999999999"})
  void a_number_whose_exponent_is_no_int_is_refused_as_malformed(String number) {
    assertThatThrownBy(() -> definitions.read("{\"name\": " + number + "}"))
        .isInstanceOf(MalformedDefinition.class)
        .hasMessageContaining("exponent");
  }
}
