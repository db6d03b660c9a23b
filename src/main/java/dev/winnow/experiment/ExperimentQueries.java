package dev.winnow.experiment;

import dev.winnow.database.Row;
import dev.winnow.definition.Definitions;
import dev.winnow.definition.ExperimentDefinition;
import dev.winnow.experiment.ExperimentSummary.Progress;
import dev.winnow.experiment.ExperimentSummary.TrialCounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is known of experiments, for those who look. */
@Service
@Transactional(readOnly = true)
public class ExperimentQueries {
  private static final String SUMMARY =
      """
      select e.id, e.sweep_point, e.name, e.state, e.fingerprint, e.created_at, e.started_at, e.finished_at,
        e.runs_done, e.runs_total,
        array(select jsonb_array_elements_text(e.definition->'tags')) as tags,
        e.definition#>>'{dataset,name}' as dataset,
        e.definition#>>'{architecture,name}' as architecture,
        e.definition->>'pool' as pool,
        (e.definition->>'priority')::integer as priority,
        trials.*
      from experiment e
      cross join lateral (
        select count(*) as total,
          count(*) filter (where state = 'COMPLETED') as completed,
          count(*) filter (where state = 'DIVERGED') as diverged,
          count(*) filter (where state = 'FAILED') as failed,
          count(progress.trial_id) as running,
          sum(runs_total - runs_done) filter (where state in ('QUEUED', 'RUNNING')) as runs_left
        from trial left join progress on progress.trial_id = trial.id
        where experiment_id = e.id) trials
      """;

  private final JdbcClient jdbc;
  private final Definitions definitions;
  private final TrialQueries trials;
  private final TrialResults results;

  ExperimentQueries(
      JdbcClient jdbc, Definitions definitions, TrialQueries trials, TrialResults results) {
    this.jdbc = jdbc;
    this.definitions = definitions;
    this.trials = trials;
    this.results = results;
  }

  /**
   * @param point the number of its point, if it is of a sweep
   * @param running trials that are being trained
   * @param runsLeft of the trials that wait or run; null if there are none
   */
  private record Found(
      ExperimentSummary summary, int point, int running, @Nullable Long runsLeft) {}

  /**
   * A page of experiments, the newest first.
   *
   * @param limit most experiments on it, at least 1
   * @param cursor of the page before; empty for the first page
   * @param state those in this state only
   * @throws IllegalParameter if the cursor is none that a page gave
   */
  public ExperimentPage page(int limit, Optional<String> cursor, Optional<State> state) {
    List<ExperimentSummary> found =
        timed(
            jdbc.sql(
                    SUMMARY
                        + """
                        where e.id < :before and (:state::text is null or e.state = :state)
                        order by e.id desc limit :limit
                        """)
                .param("before", cursor.map(Cursor::read).orElse(Long.MAX_VALUE))
                .param("state", state.map(State::name).orElse(null))
                .param("limit", limit + 1)
                .query(ExperimentQueries::found)
                .list());
    if (found.size() <= limit) {
      return new ExperimentPage(found, null);
    }
    return new ExperimentPage(found.subList(0, limit), Cursor.write(found.get(limit - 1).id()));
  }

  /**
   * @throws UnknownExperiment if there is none of that id
   */
  public ExperimentDetail detail(long id) {
    ExperimentSummary summary =
        timed(
                jdbc.sql(SUMMARY + "where e.id = :id")
                    .param("id", id)
                    .query(ExperimentQueries::found)
                    .list())
            .stream()
            .findFirst()
            .orElseThrow(() -> new UnknownExperiment(id));
    ExperimentDefinition definition = definition(id);
    List<TrialSummary> trialList = trials.all(id);
    return new ExperimentDetail(
        summary,
        ExperimentDetail.moves(summary, trialList),
        definitions.written(definition),
        ExperimentDetail.ArmName.of(definition),
        trialList,
        origin(id).orElse(null),
        sweep(id).orElse(null));
  }

  private Optional<Long> sweep(long id) {
    return jdbc.sql("select sweep_id from experiment where id = ? and sweep_id is not null")
        .param(id)
        .query(Long.class)
        .optional();
  }

  /** The experiments of a sweep by the number of their point. */
  Map<Integer, ExperimentSummary> ofSweep(long sweep) {
    List<Found> found =
        jdbc.sql(SUMMARY + "where e.sweep_id = ?")
            .param(sweep)
            .query(ExperimentQueries::found)
            .list();
    List<ExperimentSummary> timed = timed(found);
    Map<Integer, ExperimentSummary> points = new TreeMap<>();
    for (int i = 0; i < found.size(); i++) {
      points.put(found.get(i).point(), timed.get(i));
    }
    return points;
  }

  /** With the seconds left of those whose trials are being trained. */
  private List<ExperimentSummary> timed(List<Found> found) {
    Map<Long, Double> seconds = secondsPerRun(found);
    return found.stream().map(each -> timed(each, seconds.get(each.summary().id()))).toList();
  }

  private static ExperimentSummary timed(Found found, @Nullable Double secondsPerRun) {
    Long left = found.runsLeft();
    return secondsPerRun == null || left == null
        ? found.summary()
        : found.summary().withSecondsLeft(secondsPerRun * left / found.running());
  }

  private Map<Long, Double> secondsPerRun(List<Found> found) {
    Long[] running =
        found.stream()
            .filter(each -> each.summary().state() == State.RUNNING && each.running() > 0)
            .map(each -> each.summary().id())
            .toArray(Long[]::new);
    if (running.length == 0) {
      return Map.of();
    }
    Map<Long, Long> experiments = new HashMap<>();
    jdbc.sql("select id, experiment_id from trial where experiment_id = any(:running)")
        .param("running", running)
        .query((RowCallbackHandler) row -> experiments.put(row.getLong(1), row.getLong(2)));
    return results.secondsPerRun(experiments);
  }

  private Optional<Origin> origin(long id) {
    return jdbc.sql(
            "select parent_id, fork_round from experiment where id = ? and fork_round is not null")
        .param(id)
        .query(
            (columns, i) -> {
              Row row = new Row(columns);
              return new Origin(row.maybeNumber("parent_id"), row.integer("fork_round"));
            })
        .optional();
  }

  /**
   * @throws UnknownExperiment if there is none of that id
   */
  public ExperimentDefinition definition(long id) {
    return jdbc.sql("select definition from experiment where id = ?")
        .param(id)
        .query(String.class)
        .optional()
        .map(definitions::restore)
        .orElseThrow(() -> new UnknownExperiment(id));
  }

  private static Found found(ResultSet columns, int number) throws SQLException {
    Row row = new Row(columns);
    return new Found(
        summary(row),
        row.integer("sweep_point"),
        row.integer("running"),
        row.maybeNumber("runs_left"));
  }

  private static ExperimentSummary summary(Row row) throws SQLException {
    return new ExperimentSummary(
        row.number("id"),
        row.text("name"),
        row.texts("tags"),
        State.valueOf(row.text("state")),
        row.text("dataset"),
        row.text("architecture"),
        row.text("pool"),
        row.integer("priority"),
        row.text("fingerprint"),
        row.instant("created_at"),
        row.maybeInstant("started_at"),
        row.maybeInstant("finished_at"),
        new Progress(row.integer("runs_done"), row.integer("runs_total"), null),
        new TrialCounts(
            row.integer("total"),
            row.integer("completed"),
            row.integer("diverged"),
            row.integer("failed")));
  }
}
