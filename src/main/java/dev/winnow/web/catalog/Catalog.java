package dev.winnow.web.catalog;

import dev.winnow.catalog.Parameter;
import dev.winnow.dataset.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that a definition may name, with what a form needs to know. */
record Catalog(
    List<FieldEntry> definition,
    List<DatasetEntry> datasets,
    List<CatalogEntry> architectures,
    List<CatalogEntry> initialisations,
    List<CatalogEntry> optimizers,
    List<CatalogEntry> schedules,
    List<CatalogEntry> methods,
    List<CatalogEntry> criteria,
    List<CatalogEntry> arms,
    List<String> normalisations,
    List<String> augmentations,
    List<String> strategies,
    List<String> scopes,
    List<String> prunedActions,
    List<String> keptActions,
    List<String> rewindModes,
    List<String> optimizerStates,
    List<String> testEvaluations,
    List<String> trainingPaths,
    List<String> pools) {
  /** A data set. */
  record DatasetEntry(
      String name,
      String summary,
      List<ParameterEntry> parameters,
      Shape shape,
      int classes,
      int trainingExamples,
      int testExamples) {}

  /** Something picked by name. */
  record CatalogEntry(String name, String summary, List<ParameterEntry> parameters) {}

  /**
   * A parameter of a plug-in.
   *
   * @param kind as in {@link FieldEntry}: "integer", "decimal", "text", "option", "list" or "json"
   * @param allowed as the end of a sentence
   * @param each the kind of a list's values; null for all else
   * @param options null unless it is one of a few
   * @param fallback the value when it is left out; null if it must be given
   */
  record ParameterEntry(
      String name,
      String title,
      String summary,
      String kind,
      String allowed,
      @Nullable String each,
      @Nullable List<String> options,
      boolean required,
      @Nullable Object fallback) {
    static ParameterEntry of(Parameter parameter) {
      FieldDomain taken = FieldDomain.of(parameter.domain());
      return new ParameterEntry(
          parameter.name(),
          parameter.label().title(),
          parameter.summary(),
          taken.kind(),
          taken.allowed(),
          taken.each(),
          taken.options(),
          parameter.fallback().isEmpty(),
          parameter.fallback().orElse(null));
    }
  }
}
