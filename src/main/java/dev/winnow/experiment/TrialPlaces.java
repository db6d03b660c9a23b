package dev.winnow.experiment;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds trials by the number that researchers know them by. */
@Component
class TrialPlaces {
  /** A trial's row and seed. */
  record TrialPlace(long id, long seed) {}

  private final JdbcClient jdbc;

  TrialPlaces(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  TrialPlace of(long experiment, int number) {
    return jdbc.sql("select id, seed from trial where experiment_id = ? and number = ?")
        .param(experiment)
        .param(number)
        .query(TrialPlace.class)
        .optional()
        .orElseThrow(
            () -> new NotThere("Experiment %d has no trial %d.".formatted(experiment, number)));
  }
}
