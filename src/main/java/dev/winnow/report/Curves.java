package dev.winnow.report;

import java.util.List;

/**
 * Accuracy and early-stop iteration against weights remaining (1803.03635, figures 3 and 4).
 *
 * @param arms the ticket first, then the controls in the definition's order
 */
public record Curves(List<ArmCurve> arms) {
  public Curves {
    arms = List.copyOf(arms);
  }
}
