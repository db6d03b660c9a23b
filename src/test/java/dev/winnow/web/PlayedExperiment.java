package dev.winnow.web;

import dev.winnow.definition.Definitions;
import dev.winnow.experiment.Submissions;
import dev.winnow.lottery.RunKey;
import org.springframework.beans.factory.annotation.Autowired;

/** Tests of what is read of an experiment under way. */
public abstract class PlayedExperiment extends RunningApi {
  /** 13 runs for each of 2 trials: 1 in round 0 and 4 in each of rounds 1 to 3. */
  protected static final String DEFINITION =
      """
      {"name": "Under way", "tags": ["a", "b"],
       "dataset": {"name": "glyphs"}, "architecture": {"name": "lenet-300-100"},
       "training": {"optimizer": {"name": "adam", "learningRate": 0.0012}, "budget": "100it"},
       "pruning": {"rounds": 3},
       "arms": [{"name": "random-reinit", "perTicket": 2}, {"name": "random-mask"}],
       "trials": {"count": 2, "seed": 11}}
      """;

  /** The same of a small network, for tests of what does not depend on its size. */
  protected static final String NARROW =
      DEFINITION.replace("\"lenet-300-100\"", "\"mlp\", \"widths\": [10, 10]");

  private static long shared;

  @Autowired private Submissions submissions;
  @Autowired private Definitions definitions;
  @Autowired private Given given;

  protected Given given() {
    return given;
  }

  /** What {@link #submit()} submits. */
  protected String definition() {
    return DEFINITION;
  }

  protected long submit() {
    return submitted(definition());
  }

  private long submitted(String definition) {
    return submissions.submit(definitions.read(definition).definition().orElseThrow());
  }

  /**
   * One experiment for all tests that only read: trial 1 is done but for a control that diverged;
   * trial 2 is in round 2.
   */
  protected long underWay() {
    synchronized (PlayedExperiment.class) {
      if (shared == 0) {
        shared = submitted(DEFINITION);
        given.runs(shared, 1, 100, run -> accuracy(1, run));
        given.runs(shared, 2, 6, run -> accuracy(2, run));
      }
      return shared;
    }
  }

  /** Sums of powers of two, so that means are exact. */
  private static double accuracy(int trial, RunKey run) {
    boolean diverges = run.arm().equals("random-mask") && run.round() == 3;
    return diverges
        ? Given.DIVERGES
        : 0.25 + trial / 4.0 + run.round() / 64.0 + (run.replicate() - 1) / 128.0;
  }

  protected static String path(long experiment, String rest) {
    return "/api/v1/experiments/" + experiment + rest;
  }
}
