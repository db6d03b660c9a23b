package dev.winnow.experiment;

import dev.winnow.database.Row;
import dev.winnow.definition.Grid;
import dev.winnow.experiment.SweepDetail.PointDetail;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** What is known of sweeps, for those who look. */
@Service
@Transactional(readOnly = true)
public class SweepQueries {
  private static final String SUMMARY =
      """
      select s.id, s.name, s.grid, s.created_at, e.* from sweep s
      cross join lateral (
        select count(*) as experiments,
          count(*) filter (where state not in ('QUEUED', 'RUNNING', 'PAUSED')) as ended,
          coalesce(sum(runs_done), 0) as runs_done, coalesce(sum(runs_total), 0) as runs_total
        from experiment where sweep_id = s.id) e
      """;

  private final JdbcClient jdbc;
  private final ExperimentQueries experiments;

  SweepQueries(JdbcClient jdbc, ExperimentQueries experiments) {
    this.jdbc = jdbc;
    this.experiments = experiments;
  }

  private record Found(SweepSummary summary, Grid grid) {}

  /**
   * A page of sweeps, the newest first.
   *
   * @param limit most sweeps on it, at least 1
   * @param cursor of the page before; empty for the first page
   * @throws IllegalParameter if the cursor is none that a page gave
   */
  public SweepPage page(int limit, Optional<String> cursor) {
    List<SweepSummary> found =
        jdbc
            .sql(SUMMARY + "where s.id < :before order by s.id desc limit :limit")
            .param("before", cursor.map(Cursor::read).orElse(Long.MAX_VALUE))
            .param("limit", limit + 1)
            .query(SweepQueries::found)
            .stream()
            .map(Found::summary)
            .toList();
    if (found.size() <= limit) {
      return new SweepPage(found, null);
    }
    return new SweepPage(found.subList(0, limit), Cursor.write(found.get(limit - 1).id()));
  }

  /**
   * @throws NotFound if there is none of that id
   */
  public SweepDetail detail(long id) {
    Found found =
        jdbc.sql(SUMMARY + "where s.id = :id")
            .param("id", id)
            .query(SweepQueries::found)
            .optional()
            .orElseThrow(() -> new NotFound("There is no sweep " + id + "."));
    return new SweepDetail(
        found.summary(),
        found.grid().plain(),
        experiments.ofSweep(id).entrySet().stream()
            .map(entry -> point(found.grid(), entry.getKey(), entry.getValue()))
            .toList());
  }

  /** The sweep to which an experiment belongs. */
  public SweepDetail ofExperiment(long experiment) {
    return detail(
        jdbc.sql("select sweep_id from experiment where id = ?")
            .param(experiment)
            .query(Long.class)
            .single());
  }

  private static PointDetail point(Grid grid, int number, ExperimentSummary experiment) {
    Map<JsonPointer, JsonNode> values = grid.point(number);
    return new PointDetail(number, Grid.label(values), Grid.plain(values), experiment);
  }

  private static Found found(ResultSet columns, int number) throws SQLException {
    Row row = new Row(columns);
    Grid grid = Grid.of(row.text("grid"));
    return new Found(
        new SweepSummary(
            row.number("id"),
            row.text("name"),
            row.instant("created_at"),
            List.copyOf(grid.axes().keySet()),
            row.integer("experiments"),
            row.integer("ended"),
            row.integer("runs_done"),
            row.integer("runs_total")),
        grid);
  }
}
