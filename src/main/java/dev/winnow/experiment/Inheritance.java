package dev.winnow.experiment;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Copies a trial's runs, curves, masks and weights to another trial, inside the database. All
 * columns are taken as they are but for the keys.
 */
@Component
class Inheritance {
  private static final String SAME_RUN =
      "new.round = old.round and new.arm = old.arm and new.replicate = old.replicate";
  private static final String SAME_ARTIFACT =
      SAME_RUN + " and new.kind = old.kind";

  private final JdbcClient jdbc;

  Inheritance(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Copies rounds 0 to {@code lastRound}.
   *
   * @return the number of runs copied
   */
  int copy(long from, long to, int lastRound) {
    int runs = copyOfTrial("run", from, to, lastRound);
    copyOfParts("learning_curve", "run_id", "run", SAME_RUN, from, to);
    copyOfTrial("artifact", from, to, lastRound);
    copyOfParts("artifact_chunk", "artifact_id", "artifact", SAME_ARTIFACT, from, to);
    return runs;
  }

  private int copyOfTrial(String table, long from, long to, int lastRound) {
    String columns = columns(table, "trial_id", "");
    return jdbc.sql(
            """
            insert into %1$s (trial_id%2$s) select :to%2$s from %1$s
            where trial_id = :from and round <= :last order by id
            """
                .formatted(table, columns))
        .param("from", from)
        .param("to", to)
        .param("last", lastRound)
        .update();
  }

  /** Copies what hangs on rows that have been copied. */
  private void copyOfParts(
      String table, String key, String whole, String same, long from, long to) {
    jdbc.sql(
            """
            insert into %1$s (%2$s%3$s) select new.id%4$s from %1$s part
              join %5$s old on old.id = part.%2$s and old.trial_id = :from
              join %5$s new on new.trial_id = :to and %6$s
            """
                .formatted(
                    table, key, columns(table, key, ""), columns(table, key, "part."), whole, same))
        .param("from", from)
        .param("to", to)
        .update();
  }

  /** The columns but for the keys, each after a comma. */
  private String columns(String table, String key, String prefix) {
    List<String> names =
        jdbc.sql(
                """
                select quote_ident(column_name) from information_schema.columns
                where table_schema = current_schema() and table_name = ? and is_identity = 'NO'
                  and is_generated = 'NEVER' and column_name <> ? order by ordinal_position
                """)
            .params(table, key)
            .query(String.class)
            .list();
    return names.stream().map(name -> ", " + prefix + name).collect(Collectors.joining());
  }
}
