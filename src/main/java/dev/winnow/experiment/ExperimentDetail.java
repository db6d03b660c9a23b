package dev.winnow.experiment;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.winnow.lottery.Arm;
import java.util.List;
import java.util.stream.Stream;

/**
 * An experiment with its definition and trials.
 *
 * @param arms the ticket first, then the controls in the definition's order
 */
public record ExperimentDetail(
    @JsonUnwrapped ExperimentSummary summary,
    ExperimentDefinition definition,
    List<ArmName> arms,
    List<TrialSummary> trialList) {
  public ExperimentDetail {
    arms = List.copyOf(arms);
    trialList = List.copyOf(trialList);
  }

  /**
   * What is trained.
   *
   * @param id unique in the experiment
   * @param name {@code ticket} or the control's name in the catalog
   */
  public record ArmName(String id, String name) {}

  static ExperimentDetail of(
      ExperimentSummary summary, ExperimentDefinition definition, List<TrialSummary> trials) {
    List<ArmName> arms =
        Stream.concat(
                Stream.of(new ArmName(Arm.TICKET, Arm.TICKET)),
                definition.arms().stream().map(arm -> new ArmName(arm.id(), arm.name())))
            .toList();
    return new ExperimentDetail(summary, definition, arms, trials);
  }
}
