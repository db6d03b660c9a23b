package dev.winnow.definition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SweepPointTest {
  private static final String BODY =
      """
      {"definition": {"name": "steps", "dataset": {"name": "mnist"},
         "architecture": {"name": "lenet-300-100"},
         "training": {"optimizer": {"name": "adam", "learningRate": 0.0012}, "budget": "400it"},
         "pruning": {"densities": [0.5, 0.1]}},
       "grid": {"/method": [{"name": "gradual", "end": "50it", "every": "50it"}],
                "/method/end": ["100it", "200it"]}}
      """;

  @Test
  void a_point_leaves_the_grid_as_it_was() {
    SweepForm form = new SweepForm(BODY);
    String before = form.grid().toJson();
    Definitions definitions = DefinitionsForTests.definitions();
    for (int number = 1; number <= 2; number++) {
      ExperimentDefinition read =
          SweepPoint.read(definitions, form, number).parsed().definition().orElseThrow();
      assertThat(read.method().text("end")).isEqualTo(number + "00it");
    }
    assertThat(form.grid().toJson()).isEqualTo(before).contains("\"50it\"");
  }
}
