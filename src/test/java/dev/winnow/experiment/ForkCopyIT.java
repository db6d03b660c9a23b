package dev.winnow.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.lottery.RunKey;
import dev.winnow.web.Given;
import dev.winnow.web.PlayedExperiment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A fork's copies of its parent's results, column by column. */
class ForkCopyIT extends PlayedExperiment {
  @Autowired private Forks forks;
  @Autowired private JdbcClient jdbc;

  /** Round 1 has a control that diverged, so that each column has a value in some row. */
  private static double accuracy(RunKey run) {
    return run.arm().equals("random-mask") ? Given.DIVERGES : 0.5 + run.round() / 64.0;
  }

  /** Both trials have completed rounds 0 and 1; trial 1 is in round 2. */
  private long parent() {
    long id = submit();
    given().runs(id, 1, 7, ForkCopyIT::accuracy);
    given().runs(id, 2, 5, ForkCopyIT::accuracy);
    return id;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run      | trial_id | run it join run whole using (id)",
        "artifact | trial_id | artifact it join artifact whole using (id)",
        "learning_curve | run_id      | learning_curve it join run whole on whole.id = it.run_id",
        "artifact_chunk | artifact_id | artifact_chunk it join artifact whole on whole.id ="
            + " it.artifact_id"
      })
  void every_column_of_every_row_is_copied(String table, String key, String source) {
    long parent = parent();
    long fork = forks.fork(parent, "{\"atRound\": 1}");
    for (String column : columns(table, key)) {
      List<String> copied = values(fork, source, column);
      assertThat(copied).as(column).isEqualTo(values(parent, source, column));
      assertThat(copied).as("%s has a value", column).anyMatch(row -> !row.endsWith(" null"));
    }
  }

  @Test
  void nothing_after_the_round_of_the_fork_is_copied() {
    long fork = forks.fork(parent(), "{\"atRound\": 1}");
    assertThat(latest(fork, "run")).isEqualTo(1);
    assertThat(latest(fork, "artifact")).isEqualTo(1);
  }

  private int latest(long id, String table) {
    return jdbc.sql(
            """
            select max(round) from %s it join trial t on t.id = it.trial_id
            where t.experiment_id = ?
            """
                .formatted(table))
        .param(id)
        .query(Integer.class)
        .single();
  }

  /** All but the keys, which are a copy's own. */
  private List<String> columns(String table, String key) {
    return jdbc.sql(
            """
            select column_name from information_schema.columns
            where table_schema = current_schema() and table_name = ? and is_identity = 'NO'
              and column_name <> ?
            """)
        .params(table, key)
        .query(String.class)
        .list();
  }

  /** The values in rounds 0 and 1 of all trials, each with the trial and what it belongs to. */
  private List<String> values(long id, String source, String column) {
    String place = source.contains("artifact") ? "whole.kind" : "whole.arm, whole.replicate";
    return jdbc.sql(
            """
            select concat_ws(' ', t.number, whole.round, %s, coalesce(it.%s::text, 'null'))
            from %s join trial t on t.id = whole.trial_id
            where t.experiment_id = ? and whole.round <= 1 order by 1
            """
                .formatted(place, column, source))
        .param(id)
        .query(String.class)
        .list();
  }
}
