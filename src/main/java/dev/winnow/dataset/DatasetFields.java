package dev.winnow.dataset;

import dev.winnow.catalog.Domain;
import dev.winnow.catalog.Domain.Decimals;
import dev.winnow.catalog.Field;
import dev.winnow.catalog.FingerprintRule;
import dev.winnow.catalog.Label;
import dev.winnow.catalog.Parameter;
import dev.winnow.catalog.Section;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a definition says of its data. */
@Component
final class DatasetFields implements Section {
  private final Datasets datasets;

  DatasetFields(Datasets datasets) {
    this.datasets = datasets;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        new Field.PlugIn(
            Label.of("dataset", "The images that are told apart"),
            datasets,
            Optional.empty(),
            FingerprintRule.always(),
            List.of(
                Parameter.integer("validation", "Training images held out", 5000, 1, 10_000_000)
                    .titled("Validation examples")
                    .field(),
                Parameter.option(
                        "normalisation", "How a pixel becomes a number", Normalisation.MEAN_STD)
                    .field(),
                Parameter.option(
                        "augmentation",
                        "Random changes of training images, by seed, epoch and example; a crop is"
                            + " by 4 pixels",
                        Augmentation.NONE)
                    .young()
                    .field(),
                Parameter.decimal(
                        "labelNoise",
                        "Share of the labels trained on that are replaced by another class",
                        "0",
                        Decimals.from("0", "1"))
                    .young()
                    .field(),
                subset())));
  }

  private static Field subset() {
    return new Field.Group(
        Label.of("subset", "Some training images, as many of each class; left out, all"),
        true,
        FingerprintRule.always(),
        List.of(
            Parameter.required(
                    "perClass", "Images of each class", new Domain.Integers(1, 1_000_000))
                .titled("Training examples per class")
                .field(),
            Parameter.seed("Decides which ones, whatever the trial").field()));
  }
}
