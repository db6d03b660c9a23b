package dev.winnow.experiment;

import dev.winnow.checksum.Sha256;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The identity of a definition: SHA-256 of its expanded JSON with sorted keys and numbers as plain
 * decimals without trailing zeros. What does not change a run's numbers is no part of it.
 */
final class Fingerprint {
  /** How often, where and how long an experiment runs, and what it is called. */
  private static final List<String> LEFT_OUT =
      List.of("name", "notes", "tags", "pool", "priority", "arms", "trials");

  private Fingerprint() {}

  static String of(ObjectNode definition) {
    ObjectNode essence = definition.deepCopy();
    essence.remove(LEFT_OUT);
    ObjectNode pruning = (ObjectNode) essence.get("pruning");
    if (pruning.path("densities").isEmpty()) {
      pruning.remove("rounds");
    }
    leaveOutDefaultConvolutionRate((ObjectNode) pruning.get("removedPerRound"));
    leaveOutDefaults(essence);
    leaveOutAutomaticPath((ObjectNode) essence.get("training"));
    return new Sha256().add(canonical(essence)).hex();
  }

  /** Fields that are younger than the first fingerprints; their defaults change nothing. */
  private static void leaveOutDefaults(ObjectNode essence) {
    ObjectNode pruning = (ObjectNode) essence.get("pruning");
    leaveOut(pruning, "densities", "[]");
    leaveOut(pruning, "excludedLayers", "[]");
    leaveOut(pruning, "pruneAt", "\"end\"");
    leaveOut(pruning, "maskActions", "{\"kept\":\"rewind\",\"pruned\":\"zero\"}");
    leaveOut((ObjectNode) pruning.get("removedPerRound"), "layers", "{}");
    ObjectNode rewind = (ObjectNode) essence.get("rewind");
    leaveOut(rewind, "mode", "\"weights\"");
    leaveOut(rewind, "optimizerState", "\"reset\"");
  }

  private static void leaveOut(ObjectNode object, String field, String fallback) {
    if (object.has(field) && canonical(object.get(field)).equals(fallback)) {
      object.remove(field);
    }
  }

  /** The field is younger than the first fingerprints; its default changes nothing. */
  private static void leaveOutAutomaticPath(ObjectNode training) {
    if (training.path("path").asString("auto").equals("auto")) {
      training.remove("path");
    }
  }

  /** As above. */
  private static void leaveOutDefaultConvolutionRate(ObjectNode rates) {
    if (canonical(rates.path("convolution")).equals(canonical(rates.path("default")))) {
      rates.remove("convolution");
    }
  }

  static String canonical(JsonNode node) {
    if (node.isObject()) {
      return node.propertyNames().stream()
          .sorted()
          .map(name -> quoted(name) + ":" + canonical(node.get(name)))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (node.isArray()) {
      return StreamSupport.stream(node.spliterator(), false)
          .map(Fingerprint::canonical)
          .collect(Collectors.joining(",", "[", "]"));
    }
    if (node.isNumber()) {
      BigDecimal number = node.decimalValue();
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
    return node.isString() ? quoted(node.stringValue()) : node.toString();
  }

  private static String quoted(String text) {
    return JsonNodeFactory.instance.stringNode(text).toString();
  }
}
