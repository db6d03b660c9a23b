package dev.winnow.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The data of an experiment.
 *
 * @param name an entry of {@link Datasets}
 * @param validation how many training examples are set aside for validation
 * @param normalisation how a pixel becomes a number
 * @param augmentation how training images are changed
 * @param labelNoise share of the labels trained on that are wrong on purpose, see {@link
 *     LabelNoise}
 * @param subset which training examples are taken; all if it is empty
 */
public record DatasetChoice(
    String name,
    int validation,
    Normalisation normalisation,
    Augmentation augmentation,
    BigDecimal labelNoise,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Subset> subset) {
  /** With the labels that the data set has. */
  public DatasetChoice(
      String name,
      int validation,
      Normalisation normalisation,
      Augmentation augmentation,
      Optional<Subset> subset) {
    this(name, validation, normalisation, augmentation, BigDecimal.ZERO, subset);
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
