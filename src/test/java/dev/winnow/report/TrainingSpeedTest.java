package dev.winnow.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.results.RunQueries.Speed;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrainingSpeedTest {
  private static Stream<Speed> runs(double density, double slowest) {
    return IntStream.rangeClosed(1, 10).mapToObj(i -> new Speed(density, slowest * i / 10));
  }

  @Test
  void the_quantiles_are_those_of_the_trainings_nearest_in_density() {
    TrainingSpeed speed = new TrainingSpeed(Stream.concat(runs(1, 1), runs(0.01, 0.1)).toList());
    assertThat(speed.secondsPerIteration(0.9)).isEqualTo(new Span(0.5, 0.9));
    assertThat(speed.secondsPerIteration(0.02).p50()).isCloseTo(0.05, within(1e-12));
    assertThat(speed.secondsPerIteration(0.02).p90()).isCloseTo(0.09, within(1e-12));
  }

  @Test
  void nearness_is_logarithmic() {
    TrainingSpeed speed = new TrainingSpeed(Stream.concat(runs(1, 1), runs(0.01, 0.1)).toList());
    assertThat(speed.secondsPerIteration(0.09).p50())
        .as("0.09 is a ninth of the way down, but on the logarithmic scale it is beyond the middle")
        .isCloseTo(0.05, within(1e-12));
    assertThat(speed.secondsPerIteration(0.11).p50()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void one_training_speaks_for_all() {
    TrainingSpeed speed = new TrainingSpeed(List.of(new Speed(0.5, 0.25)));
    assertThat(speed.secondsPerIteration(0.001)).isEqualTo(new Span(0.25, 0.25));
  }
}
