package dev.winnow.experiment;

/** There is no experiment of that id. */
public final class UnknownExperiment extends RuntimeException {
  public UnknownExperiment(long id) {
    super("There is no experiment " + id + ".");
  }
}
