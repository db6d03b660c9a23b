package dev.winnow.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.catalog.Choice;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CosineScheduleTest {
  @ParameterizedTest
  @CsvSource({"0,1", "1000,0.775", "1500,0.55", "2000,0.325"})
  void it_falls_to_its_end(int iteration, double share) {
    Choice settings = new Choice("cosine", Map.of("end", "0.1"));
    assertThat(new CosineSchedule().share(settings, iteration, 3000, 100))
        .isCloseTo(share, within(1e-12));
  }
}
