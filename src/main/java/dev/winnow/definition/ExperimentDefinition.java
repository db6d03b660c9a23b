package dev.winnow.definition;

import dev.winnow.architecture.ArchitectureChoice;
import dev.winnow.catalog.Choice;
import dev.winnow.dataset.DatasetChoice;
import dev.winnow.lottery.ArmChoice;
import dev.winnow.lottery.PruningPlan;
import dev.winnow.lottery.RewindPoint;
import dev.winnow.training.TrainingPlan;
import java.util.List;

/**
 * What a researcher asks for, with every default written out.
 *
 * @param pool which workers may run it
 * @param priority from 0 to 100; higher goes first
 * @param method an entry of {@link dev.winnow.lottery.Methods}
 * @param arms controls trained beside the ticket
 */
public record ExperimentDefinition(
    String name,
    String notes,
    List<String> tags,
    WorkerPoolChoice pool,
    int priority,
    DatasetChoice dataset,
    ArchitectureChoice architecture,
    TrainingPlan training,
    Choice method,
    PruningPlan pruning,
    RewindPoint rewind,
    List<ArmChoice> arms,
    TrialSettings trials) {
  public ExperimentDefinition {
    tags = List.copyOf(tags);
    arms = List.copyOf(arms);
  }
}
