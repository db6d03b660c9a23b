package dev.winnow.execution;

import dev.winnow.experiment.LeasedTrial;
import dev.winnow.lottery.RunKey;
import tools.jackson.databind.json.JsonMapper;

/** What a worker is doing, as the list of workers shows it. */
record Activity(long experiment, int trial, int round, String arm, int replicate) {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  static Activity of(LeasedTrial trial, RunKey run) {
    return new Activity(
        trial.experiment(), trial.number(), run.round(), run.arm(), run.replicate());
  }

  String toJson() {
    return MAPPER.writeValueAsString(this);
  }
}
