package dev.winnow.definition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonPointer;

class SubtreeTest {
  @ParameterizedTest
  @CsvSource({
    "/pruning, /pruning, ''",
    "/pruning, /pruning/criterion/name, /criterion/name",
    "'', /pruning, /pruning",
    "/arms/1, /arms/1/rounds, /rounds",
    "/layers/a~1b, /layers/a~1b/c~0d, /c~0d",
    "/layers/a~1b, /layers/a/b,",
    "/pruning, /prunings,",
    "/arms/1, /arms/10,",
    "/pruning/criterion, /pruning,",
    "/pruning, '',"
  })
  void it_holds_what_leads_on_from_its_root(String root, String pointer, String rest) {
    Subtree subtree = new Subtree(JsonPointer.compile(root));
    JsonPointer place = JsonPointer.compile(pointer);
    assertThat(subtree.contains(place)).isEqualTo(rest != null);
    assertThat(subtree.rest(place).map(JsonPointer::toString).orElse(null)).isEqualTo(rest);
  }
}
