package dev.winnow.lottery.method;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.lottery.Method;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonPointer;

/** What holds for every method in the catalog. */
class MethodContractTest {
  static Stream<Method> methods() {
    return MethodsForTests.all().entries().stream();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void it_describes_itself(Method method) {
    assertThat(method.name()).matches("[a-z0-9-]+");
    assertThat(method.summary()).isNotBlank();
    assertThat(method.parameters()).allMatch(setting -> !setting.name().equals("name"));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void it_reads_fields_of_pruning_and_rewinding(Method method) {
    assertThat(method.reads())
        .isNotEmpty()
        .allSatisfy(
            field ->
                assertThat(JsonPointer.compile(field).getMatchingProperty())
                    .isIn("pruning", "rewind"));
    assertThat(method.reads()).anyMatch(field -> "/pruning/rounds".startsWith(field));
  }
}
