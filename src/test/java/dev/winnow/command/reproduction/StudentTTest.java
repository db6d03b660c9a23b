package dev.winnow.command.reproduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTest {
  @ParameterizedTest
  @CsvSource({
    "0.95, 1, 12.706",
    "0.95, 2, 4.303",
    "0.95, 3, 3.182",
    "0.95, 4, 2.776",
    "0.95, 9, 2.262",
    "0.95, 30, 2.042",
    "0.99, 4, 4.604",
    "0.90, 5, 2.015",
    "0.95, 1000, 1.962"
  })
  void agrees_with_the_printed_tables(double confidence, int degrees, double t) {
    assertThat(StudentT.critical(confidence, degrees)).isCloseTo(t, within(0.0006));
  }
}
