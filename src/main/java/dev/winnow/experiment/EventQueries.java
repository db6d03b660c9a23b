package dev.winnow.experiment;

import dev.winnow.database.Row;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was committed, in the order of the numbers, for those who follow. */
@Service
@Transactional(readOnly = true)
public class EventQueries {
  /** Most events of one experiment that one question answers. */
  public static final int AT_ONCE = 500;

  private final JdbcClient jdbc;

  EventQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An event with its experiment's id. */
  public record Entry(long experiment, ExperimentEvent event) {}

  /**
   * The next events of several experiments, ascending in number within each.
   *
   * @param after by experiment's id: the number after which to begin
   */
  public List<Entry> after(Map<Long, Long> after) {
    List<Map.Entry<Long, Long>> positions = List.copyOf(after.entrySet());
    return jdbc.sql(
            """
            select e.* from unnest(:experiments::bigint[], :after::bigint[]) as w (id, after)
            cross join lateral (
              select * from event
              where event.experiment_id = w.id and event.number > w.after
              order by event.number limit :limit) e
            order by e.experiment_id, e.number
            """)
        .param("experiments", positions.stream().map(Map.Entry::getKey).toArray(Long[]::new))
        .param("after", positions.stream().map(Map.Entry::getValue).toArray(Long[]::new))
        .param("limit", AT_ONCE)
        .query((columns, i) -> entry(new Row(columns)))
        .list();
  }

  /** Those of these experiments that exist. */
  public Set<Long> existing(Set<Long> experiments) {
    return jdbc.sql("select id from experiment where id = any(:ids)")
        .param("ids", experiments.toArray(Long[]::new))
        .query(Long.class)
        .set();
  }

  private static Entry entry(Row row) throws SQLException {
    return new Entry(
        row.number("experiment_id"),
        new ExperimentEvent(
            row.number("number"),
            row.text("type"),
            row.instant("at"),
            row.maybeInteger("trial"),
            row.maybeInteger("round"),
            row.maybeText("arm"),
            row.maybeInteger("replicate"),
            row.text("state")));
  }
}
