package dev.winnow.definition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class GridTest {
  private static final String JSON =
      """
      {"/training/optimizer":[{"name":"adam"},{"name":"sgd","momentum":0.9}],"/rewind/to":["0it","60it"],"/pruning/densities":[[0.5]]}\
      """;

  @Test
  void a_point_goes_by_the_names_of_what_is_picked() {
    Grid grid = Grid.of(JSON);
    assertThat(Grid.label(grid.point(1))).isEqualTo("optimizer adam, to 0it, densities [0.5]");
    assertThat(Grid.label(grid.point(4)))
        .isEqualTo("optimizer sgd momentum 0.9, to 60it, densities [0.5]");
  }

  @Test
  void a_point_has_names_as_they_are() {
    Grid grid = Grid.of("{\"/pruning/removedPerRound/layers/a~1b~0c\": [0.1]}");
    assertThat(Grid.label(grid.point(1))).isEqualTo("a/b~c 0.1");
  }

  @Test
  void it_is_written_as_it_was_read() {
    assertThat(Grid.of(JSON).toJson()).isEqualTo(JSON);
    assertThat(JsonMapper.shared().writeValueAsString(Grid.of(JSON).plain())).isEqualTo(JSON);
    assertThat(Grid.of(JSON).size()).isEqualTo(4);
  }
}
