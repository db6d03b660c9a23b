package dev.winnow.web.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winnow.web.PlayedExperiment;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CurvesIT extends PlayedExperiment {
  @Test
  void a_point_averages_replicates_within_their_trial_and_then_trials() {
    JsonNode arms = get(path(underWay(), "/curves")).json().get("arms");
    assertThat(arms.valueStream().map(arm -> arm.get("name").stringValue()))
        .containsExactly("ticket", "random-reinit", "random-mask");
    JsonNode point = arms.at("/1/points/0");
    assertThat(point.get("round").intValue()).isEqualTo(1);
    assertThat(point.get("n").intValue()).isEqualTo(2);
    assertThat(point.get("runs").intValue()).isEqualTo(4);
    assertThat(point.get("density").doubleValue()).isCloseTo(0.8, within(0.001));
    JsonNode accuracy = point.get("testAccuracyAtEarlyStop");
    assertThat(accuracy.get("min").doubleValue()).isEqualTo(0.51953125);
    assertThat(accuracy.get("max").doubleValue()).isEqualTo(0.76953125);
    assertThat(accuracy.get("mean").doubleValue()).isEqualTo(0.64453125);
    assertThat(point.at("/testAccuracyAtEnd/mean").doubleValue()).isEqualTo(0.61328125);
    assertThat(point.at("/earlyStopIteration/mean").doubleValue()).isEqualTo(50);
  }

  @Test
  void a_round_that_one_trial_has_reached_counts_one_and_a_diverged_run_does_not() {
    JsonNode arms = get(path(underWay(), "/curves")).json().get("arms");
    assertThat(arms.at("/0/points").valueStream().map(point -> point.get("n").intValue()))
        .containsExactly(2, 2, 2, 1);
    assertThat(arms.at("/2/points").valueStream().map(point -> point.get("round").intValue()))
        .containsExactly(1, 2);
  }

  @Test
  void an_experiment_without_results_has_arms_without_points() {
    JsonNode arms = get(path(submit(), "/curves")).json().get("arms");
    assertThat(arms.size()).isEqualTo(3);
    assertThat(arms.valueStream().allMatch(arm -> arm.get("points").isEmpty())).isTrue();
  }

  @Test
  void the_table_has_a_row_for_each_point() {
    long id = underWay();
    Answer answer = get(path(id, "/curves.csv"));
    assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
    assertThat(answer.header("Content-Disposition")).contains("winnow-" + id + "-curves.csv");
    List<String> rows = answer.text().lines().toList();
    assertThat(rows).hasSize(1 + 4 + 3 + 2);
    assertThat(rows.get(0))
        .startsWith("arm,round,density,n,runs,test_accuracy_at_early_stop_mean,");
    assertThat(rows.get(1))
        .isEqualTo("ticket,0,1.0,2,2,0.625,0.5,0.75,0.59375,0.46875,0.71875,50.0,50.0,50.0");
    assertThat(rows).allMatch(row -> row.split(",", -1).length == 14);
  }

  @Test
  void the_figure_is_a_picture_of_the_curves() {
    Answer answer = get(path(underWay(), "/figure.svg"));
    assertThat(answer.header("Content-Type")).isEqualTo("image/svg+xml;charset=UTF-8");
    assertThat(answer.text())
        .startsWith("<svg")
        .contains("<title>Under way</title>", ">ticket<", ">random-reinit<", ">random-mask<");
    assertThat(get(path(987_654, "/figure.svg")).status()).isEqualTo(404);
  }
}
