package dev.winnow.definition;

import java.util.List;

/** A sweep was posted that cannot be carried out at every one of its points. */
public final class InvalidSweep extends RuntimeException {
  private final List<SweepFault> faults;

  /**
   * @param faults at least one
   */
  public InvalidSweep(List<SweepFault> faults) {
    super("The sweep has " + faults.size() + (faults.size() == 1 ? " error." : " errors."));
    this.faults = List.copyOf(faults);
  }

  public List<SweepFault> faults() {
    return faults;
  }
}
