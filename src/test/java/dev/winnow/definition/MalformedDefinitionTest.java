package dev.winnow.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @ValueSource(strings = {"1e1001", "1e-1001", "1e999999999", "100e2147483647", "1e-2147483647"})
  void a_number_that_is_too_long_in_plain_decimals_is_named_by_its_pointer(String number) {
    assertThatThrownBy(() -> definitions.read("{\"a/b\": [0, {\"c\": %s}]}".formatted(number)))
        .isInstanceOf(MalformedDefinition.class)
        .hasMessageContaining("/a~1b/1/c", "-1000 to 1000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\": [\"b\\u0000\"]}|/a/0",
        "{\"a\": {\"\\u0000\": 1}}|/a/",
        "{\"a\": \"\\ud83d\"}|/a",
        "{\"a\": \"\\ude00\\ud83d\"}|/a"
      })
  void text_that_cannot_be_stored_as_it_is_is_named_by_its_pointer(String body, String pointer) {
    assertThatThrownBy(() -> definitions.read(body))
        .isInstanceOf(MalformedDefinition.class)
        .hasMessageContainingAll("The text at " + pointer, "U+0000 or half of a surrogate pair");
    assertThat(definitions.read("{\"name\": \"\\ud83d\\ude00 \\u00e4\"}").errors()).isNotEmpty();
  }

  @Test
  void what_nests_deeper_than_an_error_could_show_is_refused() {
    String deep = "{\"name\": " + "[".repeat(99) + "]".repeat(99) + "}";
    assertThat(definitions.read(deep).errors()).isNotEmpty();
    assertThatThrownBy(() -> definitions.read(deep.replace("[]", "[[]]")))
        .isInstanceOf(MalformedDefinition.class)
        .hasMessageContaining("depth (101)");
  }
}
