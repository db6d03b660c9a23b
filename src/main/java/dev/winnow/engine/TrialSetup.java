package dev.winnow.engine;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.ParameterLayout;
import dev.winnow.dataset.DatasetChoice;
import dev.winnow.training.TrainingPlan;
import java.util.List;

/**
 * All that the trainings of one trial share.
 *
 * @param layers the network from input to output; the last one gives one number per class
 * @param seed the trial's: it decides the validation split and the order of the data
 */
public record TrialSetup(
    DatasetChoice dataset, List<LayerSpec> layers, TrainingPlan plan, long seed) {
  /**
   * @throws IllegalArgumentException if there are no layers
   */
  public TrialSetup {
    layers = List.copyOf(layers);
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("layers must hold at least one layer, is empty");
    }
  }

  /** The same trial with another network and another plan. */
  public TrialSetup of(List<LayerSpec> others, TrainingPlan another) {
    return new TrialSetup(dataset, others, another, seed);
  }

  public ParameterLayout layout() {
    return ParameterLayout.of(layers);
  }
}
