package dev.winnow.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogTest {
  record Fruit(String name, String summary) implements Named {}

  static final class Fruits extends Catalog<Fruit> {
    Fruits(String... names) {
      super("fruit", Arrays.stream(names).map(name -> new Fruit(name, "")).toList());
    }
  }

  @Test
  void entries_come_in_the_order_of_their_names() {
    assertThat(new Fruits("pear", "apple").names()).isEqualTo(List.of("apple", "pear"));
  }

  @Test
  void an_unknown_name_is_answered_with_the_known_ones() {
    assertThatThrownBy(() -> new Fruits("pear", "apple").get("plum"))
        .isInstanceOf(UnknownName.class)
        .hasMessage("Unknown fruit \"plum\"; allowed: apple, pear");
  }

  @Test
  void a_name_stands_for_one_entry() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Fruits("pear", "pear"));
  }
}
