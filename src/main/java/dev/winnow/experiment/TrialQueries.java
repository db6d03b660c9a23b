package dev.winnow.experiment;

import dev.winnow.database.Row;
import dev.winnow.experiment.TrialSummary.CurrentRun;
import dev.winnow.queue.Wait;
import dev.winnow.queue.Waits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is known of trials, for those who look. */
@Service
@Transactional(readOnly = true)
public class TrialQueries {
  private static final String SUMMARY =
      """
      select t.id, t.number, t.seed, t.state, t.reason, t.signature, t.any_signature, t.awaits_signature,
        t.runs_done, t.runs_total, p.*
      from trial t
      left join progress p on p.trial_id = t.id and t.state = 'RUNNING'
      where t.experiment_id = :experiment
      """;

  private final JdbcClient jdbc;
  private final Waits waits;

  TrialQueries(JdbcClient jdbc, Waits waits) {
    this.jdbc = jdbc;
    this.waits = waits;
  }

  List<TrialSummary> all(long experiment) {
    return waiting(
        jdbc.sql(SUMMARY + "order by t.number")
            .param("experiment", experiment)
            .query(TrialQueries::found)
            .list());
  }

  private record Found(long id, TrialSummary summary) {}

  private List<TrialSummary> waiting(List<Found> trials) {
    List<String> open =
        trials.stream()
            .filter(found -> found.summary().state().open())
            .map(found -> WorkIds.of(found.id()))
            .toList();
    Map<String, Wait> known = open.isEmpty() ? Map.of() : waits.of(open);
    return trials.stream()
        .map(found -> found.summary().with(known.get(WorkIds.of(found.id()))))
        .toList();
  }

  /**
   * @throws NotFound if the experiment has no such trial
   */
  public TrialSummary summary(long experiment, int number) {
    List<Found> found =
        jdbc.sql(SUMMARY + "and t.number = :number")
            .param("experiment", experiment)
            .param("number", number)
            .query(TrialQueries::found)
            .list();
    return waiting(found).stream().findFirst().orElseThrow(() -> missing(experiment, number));
  }

  /** The round of the training that a trial was last in; empty once that has ended. */
  public Optional<Integer> trainingRound(long experiment, int number) {
    return jdbc.sql(
            """
            select p.round from progress p join trial t on t.id = p.trial_id
            where t.experiment_id = ? and t.number = ?
            """)
        .params(experiment, number)
        .query(Integer.class)
        .optional();
  }

  private NotFound missing(long experiment, int number) {
    int trials =
        jdbc.sql("select count(*) from trial where experiment_id = ?")
            .param(experiment)
            .query(Integer.class)
            .single();
    return new NotFound(
        trials == 0
            ? "There is no experiment " + experiment + "."
            : "Experiment %d has no trial %d: its trials are 1 to %d."
                .formatted(experiment, number, trials));
  }

  private static Found found(ResultSet columns, int i) throws SQLException {
    Row row = new Row(columns);
    return new Found(row.number("id"), summary(row));
  }

  private static TrialSummary summary(Row row) throws SQLException {
    return new TrialSummary(
        row.integer("number"),
        row.number("seed"),
        State.valueOf(row.text("state")),
        row.maybeText("reason"),
        row.maybeText("signature"),
        !row.yes("any_signature"),
        row.yes("awaits_signature"),
        row.integer("runs_done"),
        row.integer("runs_total"),
        null,
        current(row));
  }

  private static @Nullable CurrentRun current(Row row) throws SQLException {
    return row.maybeText("arm") == null
        ? null
        : new CurrentRun(
            row.integer("round"),
            row.text("arm"),
            row.integer("replicate"),
            row.integer("iteration"),
            row.integer("iterations"),
            row.maybeDecimal("validation_loss"),
            row.maybeDecimal("validation_accuracy"),
            row.instant("updated_at"));
  }
}
