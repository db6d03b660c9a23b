package dev.winnow.lottery.method;

import dev.winnow.catalog.Findings;
import dev.winnow.lottery.Arms;
import dev.winnow.lottery.MaskActions;
import dev.winnow.lottery.Plan;
import tools.jackson.core.JsonPointer;

/** Whether each control can be made where pruned weights are frozen. */
final class FreezingRules {
  private static final JsonPointer ARMS = JsonPointer.compile("/arms");

  private FreezingRules() {}

  static void check(Plan plan, Arms arms, Findings findings) {
    if (plan.pruning().maskActions().pruned() != MaskActions.Pruned.FREEZE_AT_INIT) {
      return;
    }
    for (int i = 0; i < plan.arms().size(); i++) {
      String name = plan.arms().get(i).name();
      if (!arms.get(name).freezes()) {
        findings.error(
            ARMS.appendIndex(i).appendProperty("name"),
            name,
            "Pruned weights are frozen at their first value, and \"%s\" is made without them."
                .formatted(name),
            "another arm, or \"zero\" as maskActions' \"pruned\"");
      }
    }
  }
}
