package dev.winnow.web.catalog;

import dev.winnow.catalog.Field;
import dev.winnow.catalog.Named;
import dev.winnow.dataset.Dataset;
import dev.winnow.dataset.DatasetUnavailable;
import dev.winnow.definition.MethodFieldUsage;
import dev.winnow.web.catalog.Catalog.CatalogEntry;
import dev.winnow.web.catalog.Catalog.DatasetEntry;
import dev.winnow.web.catalog.Catalog.ParameterEntry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JsonPointer;

/** The catalog's answer, all of it taken from the fields of a definition. */
final class CatalogEntries {
  private static final Logger LOG = LoggerFactory.getLogger(CatalogEntries.class);

  /** Where the entries of each kind stand in the answer. */
  private static final Map<String, String> PLURALS =
      Map.of(
          "dataset", "datasets",
          "architecture", "architectures",
          "initialisation", "initialisations",
          "optimizer", "optimizers",
          "schedule", "schedules",
          "method", "methods",
          "criterion", "criteria",
          "arm", "arms");

  private final List<FieldEntry> definition;
  private final Map<String, dev.winnow.catalog.Catalog<?>> catalogs;

  CatalogEntries(List<Field> fields, MethodFieldUsage methods) {
    this.definition = new FieldEntries(PLURALS, methods).of(fields);
    this.catalogs =
        within(fields)
            .flatMap(field -> field.plugIns().stream())
            .collect(
                Collectors.toMap(
                    catalog -> Objects.requireNonNull(PLURALS.get(catalog.kind()), catalog.kind()),
                    Function.identity()));
  }

  /**
   * Data sets of one's own describe themselves by reading their images, so not before it must be.
   */
  Catalog all() {
    return new Catalog(
        definition,
        catalog("datasets").entries().stream().flatMap(entry -> readable((Dataset) entry)).toList(),
        entries("architectures"),
        entries("initialisations"),
        entries("optimizers"),
        entries("schedules"),
        entries("methods"),
        entries("criteria"),
        entries("arms"),
        words("/dataset/normalisation"),
        words("/dataset/augmentation"),
        words("/pruning/strategy"),
        words("/pruning/scope"),
        words("/pruning/maskActions/pruned"),
        words("/pruning/maskActions/kept"),
        words("/rewind/mode"),
        words("/rewind/optimizerState"),
        words("/training/testEvaluation"),
        words("/training/path"),
        words("/pool"));
  }

  private dev.winnow.catalog.Catalog<?> catalog(String plural) {
    return Objects.requireNonNull(catalogs.get(plural), plural);
  }

  private List<CatalogEntry> entries(String plural) {
    return catalog(plural).entries().stream()
        .map(entry -> new CatalogEntry(entry.name(), entry.summary(), parameters(entry)))
        .toList();
  }

  /** One that cannot be read cannot be trained on either; it takes nothing else along. */
  private static Stream<DatasetEntry> readable(Dataset dataset) {
    try {
      return Stream.of(dataset(dataset));
    } catch (DatasetUnavailable e) {
      LOG.warn("The catalog leaves out data set {}: {}", dataset.name(), e.getMessage());
      return Stream.empty();
    }
  }

  private static DatasetEntry dataset(Dataset dataset) {
    return new DatasetEntry(
        dataset.name(),
        dataset.summary(),
        parameters(dataset),
        dataset.shape(),
        dataset.classes(),
        dataset.trainingExamples(),
        dataset.testExamples());
  }

  private static List<ParameterEntry> parameters(Named entry) {
    return entry.parameters().stream().map(ParameterEntry::of).toList();
  }

  /** The words that an option takes. */
  private List<String> words(String place) {
    JsonPointer pointer = JsonPointer.compile(place);
    return all(definition)
        .filter(entry -> entry.pointer().equals(pointer))
        .flatMap(entry -> Stream.ofNullable(entry.options()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No options at " + pointer));
  }

  private static Stream<Field> within(List<Field> fields) {
    return fields.stream()
        .flatMap(field -> Stream.concat(Stream.of(field), within(field.fields())));
  }

  private static Stream<FieldEntry> all(List<FieldEntry> entries) {
    return entries.stream().flatMap(entry -> Stream.concat(Stream.of(entry), all(entry.fields())));
  }
}
