package dev.winnow.web;

import dev.winnow.architecture.Architectures;
import dev.winnow.architecture.Initialisations;
import dev.winnow.catalog.Domain;
import dev.winnow.catalog.Named;
import dev.winnow.catalog.Parameter;
import dev.winnow.dataset.Augmentation;
import dev.winnow.dataset.Dataset;
import dev.winnow.dataset.DatasetUnavailable;
import dev.winnow.dataset.Datasets;
import dev.winnow.dataset.Normalisation;
import dev.winnow.experiment.PoolChoice;
import dev.winnow.experiment.Preset;
import dev.winnow.experiment.Presets;
import dev.winnow.lottery.Arms;
import dev.winnow.lottery.Criteria;
import dev.winnow.lottery.MaskActions;
import dev.winnow.lottery.Methods;
import dev.winnow.lottery.OptimizerState;
import dev.winnow.lottery.RewindMode;
import dev.winnow.lottery.Scope;
import dev.winnow.lottery.Strategy;
import dev.winnow.training.Optimizers;
import dev.winnow.training.PathChoice;
import dev.winnow.training.Schedules;
import dev.winnow.training.TestEvaluation;
import dev.winnow.web.Catalog.CatalogEntry;
import dev.winnow.web.Catalog.DatasetEntry;
import dev.winnow.web.Catalog.ParameterEntry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "catalog", description = "What definitions are made of")
class CatalogController {
  private static final Logger LOG = LoggerFactory.getLogger(CatalogController.class);

  private final Supplier<Catalog> catalog;
  private final Presets presets;

  CatalogController(
      Datasets datasets,
      Architectures architectures,
      Initialisations initialisations,
      Optimizers optimizers,
      Schedules schedules,
      Methods methods,
      Criteria criteria,
      Arms arms,
      Presets presets) {
    this.presets = presets;
    // Made when it is asked for: a data set of one's own describes itself by reading its images.
    this.catalog =
        () ->
            new Catalog(
                datasets.entries().stream().flatMap(CatalogController::readable).toList(),
                entries(architectures),
                entries(initialisations),
                entries(optimizers),
                entries(schedules),
                entries(methods),
                entries(criteria),
                entries(arms),
                words(Normalisation.values()),
                words(Augmentation.values()),
                words(Strategy.values()),
                words(Scope.values()),
                words(MaskActions.Pruned.values()),
                words(MaskActions.Kept.values()),
                words(RewindMode.values()),
                words(OptimizerState.values()),
                words(TestEvaluation.values()),
                words(PathChoice.values()),
                words(PoolChoice.values()));
  }

  @Operation(
      operationId = "catalog",
      summary = "What a definition may name",
      description = "Data sets, architectures, criteria and the like, each with its parameters.")
  @GetMapping("/catalog")
  Catalog catalog() {
    return catalog.get();
  }

  @Operation(operationId = "presets", summary = "Definitions to begin with")
  @GetMapping("/presets")
  List<Preset> presets() {
    return presets.all();
  }

  private static List<CatalogEntry> entries(dev.winnow.catalog.Catalog<? extends Named> catalog) {
    return catalog.entries().stream()
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
    return entry.parameters().stream().map(CatalogController::parameter).toList();
  }

  private static ParameterEntry parameter(Parameter parameter) {
    Domain domain = parameter.domain();
    return new ParameterEntry(
        parameter.name(),
        parameter.summary(),
        kind(domain),
        domain.allowed(),
        domain instanceof Domain.Options options ? options.values() : null,
        parameter.fallback().isEmpty(),
        parameter.fallback().orElse(null));
  }

  private static String kind(Domain domain) {
    if (domain instanceof Domain.Integers) {
      return "integer";
    }
    if (domain instanceof Domain.Decimals) {
      return "decimal";
    }
    if (domain instanceof Domain.Numbers || domain instanceof Domain.Composed) {
      return "json";
    }
    return domain instanceof Domain.Options ? "option" : "text";
  }

  /** The words that definitions use for these values. */
  private static List<String> words(Enum<?>[] values) {
    return Stream.of(values)
        .map(value -> JsonMapper.shared().valueToTree(value).stringValue())
        .toList();
  }
}
