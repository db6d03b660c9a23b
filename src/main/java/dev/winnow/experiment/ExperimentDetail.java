package dev.winnow.experiment;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.winnow.definition.ExperimentDefinition;
import dev.winnow.definition.WrittenDefinition;
import dev.winnow.lottery.Arm;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An experiment with its definition and trials.
 *
 * @param moves what can be asked of it now
 * @param arms the ticket first, then the controls in the definition's order
 * @param origin where it was forked from; null if it is no fork
 * @param sweep to which it belongs; null if it belongs to none
 */
public record ExperimentDetail(
    @JsonUnwrapped ExperimentSummary summary,
    List<Move> moves,
    WrittenDefinition definition,
    List<ArmName> arms,
    List<TrialSummary> trialList,
    @Nullable Origin origin,
    @Nullable Long sweep) {
  public ExperimentDetail {
    moves = List.copyOf(moves);
    arms = List.copyOf(arms);
    trialList = List.copyOf(trialList);
  }

  /**
   * What is trained.
   *
   * @param id unique in the experiment
   * @param name {@code ticket} or the control's name in the catalog
   */
  public record ArmName(String id, String name) {
    static List<ArmName> of(ExperimentDefinition definition) {
      return Stream.concat(
              Stream.of(new ArmName(Arm.TICKET, Arm.TICKET)),
              definition.arms().stream().map(arm -> new ArmName(arm.id(), arm.name())))
          .toList();
    }
  }

  static List<Move> moves(ExperimentSummary summary, List<TrialSummary> trials) {
    Set<Move> moves =
        summary
            .state()
            .moves(
                trials.stream().map(TrialSummary::state).toList(),
                trials.stream().allMatch(trial -> trial.state().forkable(trial.runsDone())));
    return List.copyOf(moves);
  }
}
