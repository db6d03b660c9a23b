package dev.winnow.command.reproduction;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * What a preset prescribes of an experiment's numbers. Definitions have their defaults written out.
 */
final class Protocol {
  private static final List<String> PARTS =
      List.of("dataset", "architecture", "training", "pruning", "rewind", "trials");

  /** How a result is computed, how often it is looked at, which seeds: not what is measured. */
  private static final Set<JsonPointer> FREE =
      pointers("/training/path", "/training/testEvaluation", "/trials/seed");

  /** More of these is no other protocol. */
  private static final Set<JsonPointer> AT_LEAST = pointers("/pruning/rounds", "/trials/count");

  private final JsonNode preset;

  Protocol(JsonNode preset) {
    this.preset = preset;
  }

  /** One sentence for each field in which an experiment departs; none if it follows the preset. */
  List<String> departures(JsonNode definition) {
    List<String> departures = new ArrayList<>();
    for (String part : PARTS) {
      JsonPointer pointer = JsonPointer.empty().appendProperty(part);
      compare(pointer, preset.path(part), definition.path(part), departures);
    }
    return departures;
  }

  private static void compare(
      JsonPointer pointer, JsonNode wanted, JsonNode found, List<String> departures) {
    if (FREE.contains(pointer)) {
      return;
    }
    if (wanted.isObject() && found.isObject()) {
      Set<String> names = new LinkedHashSet<>(wanted.propertyNames());
      names.addAll(found.propertyNames());
      names.forEach(
          name ->
              compare(
                  pointer.appendProperty(name), wanted.path(name), found.path(name), departures));
    } else if (AT_LEAST.contains(pointer)) {
      if (found.intValue() < wanted.intValue()) {
        departures.add("%s is %s, not at least %s.".formatted(pointer, found, wanted));
      }
    } else if (!same(wanted, found)) {
      departures.add("%s is %s, not %s.".formatted(pointer, text(found), text(wanted)));
    }
  }

  private static Set<JsonPointer> pointers(String... texts) {
    return Stream.of(texts).map(JsonPointer::compile).collect(Collectors.toUnmodifiableSet());
  }

  private static boolean same(JsonNode wanted, JsonNode found) {
    return (wanted.isNumber() && found.isNumber())
        ? wanted.decimalValue().compareTo(found.decimalValue()) == 0
        : wanted.equals(found);
  }

  private static String text(JsonNode node) {
    return node.isMissingNode() ? "left out" : node.toString();
  }
}
