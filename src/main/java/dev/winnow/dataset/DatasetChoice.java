package dev.winnow.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import java.util.Optional;

/**
 * The data of an experiment.
 *
 * @param name an entry of {@link Datasets}
 * @param validation how many training examples are set aside for validation
 * @param normalisation how a pixel becomes a number
 * @param augmentation how training images are changed; left out, as definitions once did, not at
 *     all
 * @param subset which training examples are taken; all if it is empty
 */
public record DatasetChoice(
    String name,
    int validation,
    Normalisation normalisation,
    Augmentation augmentation,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Subset> subset) {
  public DatasetChoice {
    augmentation = Objects.requireNonNullElse(augmentation, Augmentation.NONE);
    subset = Objects.requireNonNullElse(subset, Optional.empty());
  }

  /** All examples as they are. */
  public DatasetChoice(String name, int validation, Normalisation normalisation) {
    this(name, validation, normalisation, Augmentation.NONE, Optional.empty());
  }

  /** How many training examples there are, those for validation among them. */
  public int trainingExamples(Dataset dataset) {
    return subset
        .map(some -> Math.multiplyExact(some.perClass(), dataset.classes()))
        .orElseGet(dataset::trainingExamples);
  }
}
