package dev.winnow.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.json.JsonMapper;

class FindingsTest {
  private static final JsonPointer ODD = JsonPointer.empty().appendProperty("a/b~c");

  private final Findings findings = new Findings();

  @Test
  void a_pointer_is_text_in_json() {
    findings.error(ODD.appendIndex(3), null, "It is missing.", "a number");
    findings.warning(JsonPointer.compile("/trials/count"), "One is few.");
    assertThat(JsonMapper.shared().writeValueAsString(findings.errors()))
        .isEqualTo(
            """
            [{"pointer":"/a~1b~0c/3","value":null,"detail":"It is missing.","allowed":"a number"}]\
            """);
    assertThat(JsonMapper.shared().writeValueAsString(findings.warnings()))
        .isEqualTo(
            """
            [{"pointer":"/trials/count","detail":"One is few."}]\
            """);
  }

  @Test
  void errors_of_a_part_are_told_where_it_stands() {
    Findings part = new Findings();
    part.error(ODD, 1, "It is odd.", "an even one");
    part.error(JsonPointer.empty(), 2, "All of it is wrong.", "another");
    findings.errors(part.errors(), JsonPointer.compile("/definition")::append);
    assertThat(findings.hasErrors()).isTrue();
    assertThat(findings.errors())
        .containsExactly(
            new DefinitionError(
                JsonPointer.compile("/definition/a~1b~0c"), 1, "It is odd.", "an even one"),
            new DefinitionError(
                JsonPointer.compile("/definition"), 2, "All of it is wrong.", "another"));
  }

  @Test
  void an_invalid_value_is_seen_from_further_out() {
    InvalidValue invalid = new InvalidValue("It is odd.", "an even one").inside(ODD);
    assertThat(invalid.inside(JsonPointer.compile("/layers/0")).place())
        .hasToString("/layers/0/a~1b~0c");
  }
}
