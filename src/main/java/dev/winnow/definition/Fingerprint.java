package dev.winnow.definition;

import dev.winnow.checksum.Sha256;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The identity of a definition: SHA-256 of its expanded JSON with sorted keys and numbers as plain
 * decimals without trailing zeros. What does not change a run's numbers is no part of it.
 */
public final class Fingerprint {
  private Fingerprint() {}

  /**
   * @param identityFields what of a definition decides numbers
   */
  static String of(ObjectNode identityFields) {
    return new Sha256().add(canonical(identityFields)).hex();
  }

  /**
   * The identity of a fork that changes what decides numbers.
   *
   * @param own of its definition
   * @param parent of the experiment that it was forked from
   * @param atRound the last round taken over
   */
  public static String ofFork(String own, String parent, int atRound) {
    String text = "fork %s %d %s".formatted(parent, atRound, own);
    return new Sha256().add(text).hex();
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
