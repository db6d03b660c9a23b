package dev.winnow.definition;

import dev.winnow.catalog.Findings;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what is to be added to an experiment: more rounds, more trials, more arms. Nothing that is
 * there changes; errors point into what was posted.
 */
@Component
public final class GrowthForm {
  private static final List<String> FIELDS = List.of("rounds", "trials", "arms");
  private static final JsonPointer ARMS = JsonPointer.compile("/arms");
  private static final JsonPointer ROUNDS = JsonPointer.compile("/rounds");

  private final Definitions definitions;

  GrowthForm(Definitions definitions) {
    this.definitions = definitions;
  }

  /**
   * @param taken the last round that was taken over from another experiment, -1 if none was
   * @param body a JSON object with some of {@code rounds}, {@code trials}, {@code arms}
   * @throws MalformedDefinition if the text is not a JSON object
   */
  public ParsedDefinition of(ExperimentDefinition before, int taken, String body) {
    ObjectNode posted = PostedJson.parse(body);
    Findings findings = new Findings();
    refuseOthers(posted, findings);
    refuseLess(posted, "rounds", before.pruning().rounds(), findings);
    refuseLess(posted, "trials", before.trials().count(), findings);
    refuseNoArms(posted, findings);
    return findings.hasErrors() ? ParsedDefinition.refused(findings) : add(before, taken, posted);
  }

  private static void refuseOthers(ObjectNode posted, Findings findings) {
    for (String name : posted.propertyNames()) {
      if (!FIELDS.contains(name)) {
        findings.error(
            JsonPointer.empty().appendProperty(name),
            posted.get(name),
            "\"" + name + "\" is not changed by growing; fork the experiment instead.",
            "one of " + String.join(", ", FIELDS));
      }
    }
    if (posted.isEmpty()) {
      String allowed = "at least one of " + String.join(", ", FIELDS);
      findings.error(JsonPointer.empty(), posted, "This adds nothing.", allowed);
    }
  }

  /** Whatever the number looks like; what is no number is refused when it is read. */
  private static void refuseLess(ObjectNode posted, String name, int now, Findings findings) {
    JsonNode value = posted.path(name);
    if (value.isNull() || isLess(value, now)) {
      findings.error(
          JsonPointer.empty().appendProperty(name),
          value,
          "The experiment has " + now + " " + name + " and does not shrink.",
          "a whole number from " + now);
    }
  }

  private static boolean isLess(JsonNode value, int now) {
    return value.isNumber() && value.decimalValue().compareTo(BigDecimal.valueOf(now)) < 0;
  }

  private static void refuseNoArms(ObjectNode posted, Findings findings) {
    if (posted.path("arms").isNull()) {
      findings.error(ARMS, posted.get("arms"), "No arm is taken away.", "an array of arms to add");
    }
  }

  private ParsedDefinition add(ExperimentDefinition before, int taken, ObjectNode posted) {
    ObjectNode grown = definitions.tree(before);
    PointerMapping places = new PointerMapping();
    put(posted, "rounds", grown, JsonPointer.compile("/pruning/rounds"), places);
    put(posted, "trials", grown, JsonPointer.compile("/trials/count"), places);
    JsonNode arms = posted.path("arms");
    if (arms.isArray()) {
      addArms(before, arms, (ArrayNode) grown.get("arms"), places);
    } else if (!arms.isMissingNode()) {
      grown.set("arms", arms);
    }
    ParsedDefinition parsed = definitions.read(grown);
    Findings findings = new Findings();
    findings.errors(parsed.errors(), places::of);
    parsed
        .definition()
        .ifPresent(
            after -> {
              compareArms(before, after, places, findings);
              compareIdentity(before, after, posted, findings);
              if (taken >= 0) {
                findings.errors(ForkGrowth.errors(before, after, taken), places::of);
              }
            });
    return findings.hasErrors() ? ParsedDefinition.refused(findings) : parsed;
  }

  private static void put(
      ObjectNode posted,
      String name,
      ObjectNode grown,
      JsonPointer pointer,
      PointerMapping places) {
    if (posted.has(name)) {
      ObjectNode part = (ObjectNode) grown.at(pointer.head());
      part.set(pointer.last().getMatchingProperty(), posted.get(name));
      places.put(pointer, JsonPointer.empty().appendProperty(name));
    }
  }

  /** An arm that is there already is put in its place: it may be given more rounds. */
  private static void addArms(
      ExperimentDefinition before, JsonNode posted, ArrayNode arms, PointerMapping places) {
    List<String> ids = before.arms().stream().map(arm -> arm.id()).toList();
    for (int i = 0; i < posted.size(); i++) {
      JsonNode arm = posted.get(i);
      int place = ids.indexOf(arm.path("id").asString(arm.path("name").asString("")));
      if (place < 0 || places.has(ARMS.appendIndex(place))) {
        place = arms.size();
        arms.add(arm);
      } else {
        arms.set(place, arm);
      }
      places.put(ARMS.appendIndex(place), ARMS.appendIndex(i));
    }
  }

  private static void compareArms(
      ExperimentDefinition before,
      ExperimentDefinition after,
      PointerMapping places,
      Findings findings) {
    for (int i = 0; i < before.arms().size(); i++) {
      JsonPointer pointer = ARMS.appendIndex(i);
      if (places.has(pointer)) {
        ArmGrowth.check(before.arms().get(i), after.arms().get(i), places.of(pointer), findings);
      }
    }
  }

  private void compareIdentity(
      ExperimentDefinition before,
      ExperimentDefinition after,
      ObjectNode posted,
      Findings findings) {
    if (!definitions.fingerprint(after).equals(definitions.fingerprint(before))) {
      findings.error(
          ROUNDS,
          posted.get("rounds"),
          "The densities are listed one by one: the rounds belong to the experiment's identity.",
          before.pruning().rounds() + ", or a fork or a new experiment with other densities");
    }
  }
}
