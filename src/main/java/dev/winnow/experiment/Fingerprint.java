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
    ObjectNode training = (ObjectNode) essence.get("training");
    leaveOut(training, "path", "auto");
    leaveOut(training, "warmup", "0it");
    if (training.at("/schedule/name").asString("constant").equals("constant")) {
      training.remove("schedule");
    }
    leaveOut((ObjectNode) essence.get("dataset"), "augmentation", "none");
    for (JsonNode layer : essence.at("/architecture/layers")) {
      leaveOutWhole((ObjectNode) layer, "stride", "1");
    }
    return new Sha256().add(canonical(essence)).hex();
  }

  /** Fields that are younger than the first fingerprints; their defaults change nothing. */
  private static void leaveOutDefaults(ObjectNode essence) {
    ObjectNode pruning = (ObjectNode) essence.get("pruning");
    leaveOutWhole(pruning, "densities", "[]");
    leaveOutWhole(pruning, "excludedLayers", "[]");
    leaveOut(pruning, "pruneAt", "end");
    leaveOutWhole(pruning, "maskActions", "{\"kept\":\"rewind\",\"pruned\":\"zero\"}");
    leaveOutWhole((ObjectNode) pruning.get("removedPerRound"), "layers", "{}");
    leaveOutWhole(essence, "method", "{\"name\":\"imp\"}");
    ObjectNode rewind = (ObjectNode) essence.get("rewind");
    leaveOut(rewind, "mode", "weights");
    leaveOut(rewind, "optimizerState", "reset");
  }

  private static void leaveOutWhole(ObjectNode object, String field, String fallback) {
    if (object.has(field) && canonical(object.get(field)).equals(fallback)) {
      object.remove(field);
    }
  }

  /**
   * The identity of a fork that changes what decides numbers.
   *
   * @param own of its definition
   * @param parent of the experiment that it was forked from
   * @param atRound the last round taken over
   */
  static String ofFork(String own, String parent, int atRound) {
    String text = "fork %s %d %s".formatted(parent, atRound, own);
    return new Sha256().add(text).hex();
  }

  /** The field is younger than the first fingerprints; its default changes nothing. */
  private static void leaveOut(ObjectNode object, String field, String fallback) {
    if (object.path(field).asString(fallback).equals(fallback)) {
      object.remove(field);
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
