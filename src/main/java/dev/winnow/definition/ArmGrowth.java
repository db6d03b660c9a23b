package dev.winnow.definition;

import dev.winnow.catalog.Findings;
import dev.winnow.lottery.ArmChoice;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JsonPointer;

/** What may become of an arm that an experiment has: it may be given more rounds. */
final class ArmGrowth {
  private ArmGrowth() {}

  /**
   * @param pointer where the arm stands
   */
  static void check(ArmChoice before, ArmChoice after, JsonPointer pointer, Findings findings) {
    if (!same(before, after)) {
      findings.error(
          pointer,
          after,
          "Arm \"" + before.id() + "\" is there with other settings and stays as it is.",
          "an id that no arm has, to train another beside it");
    } else if (!after.rounds().includes(before.rounds())) {
      findings.error(
          pointer.appendProperty("rounds"),
          after.rounds().toString(),
          "Arm \"%s\" is trained in rounds %s and none is taken away."
              .formatted(before.id(), before.rounds()),
          "rounds that include " + before.rounds());
    }
  }

  /** Whether nothing but the rounds differs. */
  static boolean same(ArmChoice one, ArmChoice other) {
    return one.name().equals(other.name()) && values(one).equals(values(other));
  }

  /** Numbers as they compare, not as they were written. */
  private static Map<String, Object> values(ArmChoice arm) {
    return arm.parameters().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> value(entry.getValue())));
  }

  private static Object value(Object value) {
    return value instanceof Number number
        ? new BigDecimal(number.toString()).stripTrailingZeros()
        : value;
  }
}
