package dev.winnow.process;

import dev.winnow.engine.TrialSetup;

/**
 * A child that has loaded what a trial needs, between two trainings.
 *
 * @param setup what it was last opened for
 * @param ready what it answered
 */
record OpenChild(ChildProcess process, TrialSetup setup, Message.Ready ready) {
  /** Whether it needs to be told of nothing but the seed to serve that setup. */
  boolean isLike(TrialSetup other) {
    return other.equals(
        new TrialSetup(setup.dataset(), setup.layers(), setup.plan(), other.seed()));
  }
}
