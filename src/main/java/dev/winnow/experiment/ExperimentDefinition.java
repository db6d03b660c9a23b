package dev.winnow.experiment;

import dev.winnow.architecture.ArchitectureChoice;
import dev.winnow.catalog.Choice;
import dev.winnow.dataset.DatasetChoice;
import dev.winnow.lottery.ArmChoice;
import dev.winnow.lottery.Methods;
import dev.winnow.lottery.PruningPlan;
import dev.winnow.lottery.RewindPoint;
import dev.winnow.training.TrainingPlan;
import java.util.List;
import java.util.Objects;

/**
 * What a researcher asks for, with every default written out.
 *
 * @param pool which workers may run it
 * @param priority from 0 to 100; higher goes first
 * @param method how it is pruned; left out, as definitions once did, it is {@code imp}
 * @param arms controls trained beside the ticket
 */
public record ExperimentDefinition(
    String name,
    String notes,
    List<String> tags,
    PoolChoice pool,
    int priority,
    DatasetChoice dataset,
    ArchitectureChoice architecture,
    TrainingPlan training,
    Choice method,
    PruningPlan pruning,
    RewindPoint rewind,
    List<ArmChoice> arms,
    TrialPlan trials) {
  public ExperimentDefinition {
    method = Objects.requireNonNullElseGet(method, () -> Choice.of(Methods.DEFAULT));
    tags = List.copyOf(tags);
    arms = List.copyOf(arms);
  }
}
