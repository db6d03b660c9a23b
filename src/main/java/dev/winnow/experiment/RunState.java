package dev.winnow.experiment;

/** How a run ended. */
public enum RunState {
  COMPLETED,
  DIVERGED
}
