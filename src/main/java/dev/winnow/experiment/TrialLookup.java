package dev.winnow.experiment;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds trials by the number that researchers know them by. */
@Component
public class TrialLookup {
  /** A trial's row, number and seed. */
  public record TrialPlace(long id, int number, long seed) {}

  private final JdbcClient jdbc;

  TrialLookup(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The trials of an experiment in the order of their numbers. */
  public List<TrialPlace> all(long experiment) {
    return jdbc.sql("select id, number, seed from trial where experiment_id = ? order by number")
        .param(experiment)
        .query(TrialPlace.class)
        .list();
  }

  public Optional<TrialPlace> find(long experiment, int number) {
    return jdbc.sql("select id, number, seed from trial where experiment_id = ? and number = ?")
        .param(experiment)
        .param(number)
        .query(TrialPlace.class)
        .optional();
  }

  /**
   * @throws NotFound if the experiment has no such trial
   */
  public TrialPlace of(long experiment, int number) {
    return find(experiment, number)
        .orElseThrow(
            () -> new NotFound("Experiment %d has no trial %d.".formatted(experiment, number)));
  }
}
