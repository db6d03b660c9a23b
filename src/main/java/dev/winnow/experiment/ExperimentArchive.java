package dev.winnow.experiment;

import dev.winnow.experiment.ExperimentSummary.Progress;
import dev.winnow.experiment.ExperimentSummary.TrialCounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is known of experiments, for those who look. */
@Service
@Transactional(readOnly = true)
public class ExperimentArchive {
  private static final String SUMMARY =
      """
      select e.id, e.name, e.state, e.fingerprint, e.created_at, e.started_at, e.finished_at,
        e.runs_done, e.runs_total,
        array(select jsonb_array_elements_text(e.definition->'tags')) as tags,
        e.definition#>>'{dataset,name}' as dataset,
        e.definition#>>'{architecture,name}' as architecture,
        e.definition->>'pool' as pool,
        (e.definition->>'priority')::integer as priority,
        trials.*, pace.seconds * trials.runs_left / nullif(trials.running, 0) as seconds_left
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
      cross join lateral (
        select avg(run.seconds) as seconds
        from run join trial on trial.id = run.trial_id
        where trial.experiment_id = e.id and e.state = 'RUNNING') pace
      """;

  private final JdbcClient jdbc;
  private final Definitions definitions;
  private final TrialArchive trials;

  ExperimentArchive(JdbcClient jdbc, Definitions definitions, TrialArchive trials) {
    this.jdbc = jdbc;
    this.definitions = definitions;
    this.trials = trials;
  }

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
        jdbc.sql(
                SUMMARY
                    + """
                    where e.id < :before and (:state::text is null or e.state = :state)
                    order by e.id desc limit :limit
                    """)
            .param("before", cursor.map(Cursor::read).orElse(Long.MAX_VALUE))
            .param("state", state.map(State::name).orElse(null))
            .param("limit", limit + 1)
            .query(ExperimentArchive::summary)
            .list();
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
        jdbc.sql(SUMMARY + "where e.id = :id")
            .param("id", id)
            .query(ExperimentArchive::summary)
            .optional()
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
    Map<Integer, ExperimentSummary> points = new TreeMap<>();
    jdbc.sql(SUMMARY.replace("select e.id", "select e.sweep_point, e.id") + "where e.sweep_id = ?")
        .param(sweep)
        .query((columns, i) -> points.put(columns.getInt("sweep_point"), summary(columns, i)))
        .list();
    return points;
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

  private static ExperimentSummary summary(ResultSet columns, int number) throws SQLException {
    Row row = new Row(columns);
    @Nullable Double secondsLeft = row.maybeDecimal("seconds_left");
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
        new Progress(row.integer("runs_done"), row.integer("runs_total"), secondsLeft),
        new TrialCounts(
            row.integer("total"),
            row.integer("completed"),
            row.integer("diverged"),
            row.integer("failed")));
  }
}
