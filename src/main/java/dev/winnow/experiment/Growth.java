package dev.winnow.experiment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
final class Growth {
  private static final List<String> FIELDS = List.of("rounds", "trials", "arms");
  private static final JsonPointer ARMS = JsonPointer.compile("/arms");

  private final Definitions definitions;

  Growth(Definitions definitions) {
    this.definitions = definitions;
  }

  /**
   * @param taken the last round that was taken over from another experiment, -1 if none was
   * @param body a JSON object with some of {@code rounds}, {@code trials}, {@code arms}
   * @throws MalformedDefinition if the text is not a JSON object
   */
  Reading of(ExperimentDefinition before, int taken, String body) {
    ObjectNode posted = Definitions.parse(body);
    List<DefinitionError> errors = new ArrayList<>();
    refuseOthers(posted, errors);
    refuseLess(posted, "rounds", before.pruning().rounds(), errors);
    refuseLess(posted, "trials", before.trials().count(), errors);
    refuseNoArms(posted, errors);
    return errors.isEmpty() ? add(before, taken, posted) : refused(errors);
  }

  private static Reading refused(List<DefinitionError> errors) {
    return new Reading(Optional.empty(), errors, List.of());
  }

  private static void refuseOthers(ObjectNode posted, List<DefinitionError> errors) {
    for (String name : posted.propertyNames()) {
      if (!FIELDS.contains(name)) {
        errors.add(
            new DefinitionError(
                JsonPointer.empty().appendProperty(name).toString(),
                posted.get(name),
                "\"" + name + "\" is not changed by growing; fork the experiment instead.",
                "one of " + String.join(", ", FIELDS)));
      }
    }
    if (posted.isEmpty()) {
      String allowed = "at least one of " + String.join(", ", FIELDS);
      errors.add(new DefinitionError("", posted, "This adds nothing.", allowed));
    }
  }

  /** Whatever the number looks like; what is no number is refused when it is read. */
  private static void refuseLess(
      ObjectNode posted, String name, int now, List<DefinitionError> errors) {
    JsonNode value = posted.path(name);
    if (value.isNull() || isLess(value, now)) {
      errors.add(
          new DefinitionError(
              "/" + name,
              value,
              "The experiment has " + now + " " + name + " and does not shrink.",
              "a whole number from " + now));
    }
  }

  private static boolean isLess(JsonNode value, int now) {
    return value.isNumber() && value.decimalValue().compareTo(BigDecimal.valueOf(now)) < 0;
  }

  private static void refuseNoArms(ObjectNode posted, List<DefinitionError> errors) {
    if (posted.path("arms").isNull()) {
      errors.add(
          new DefinitionError(
              "/arms", posted.get("arms"), "No arm is taken away.", "an array of arms to add"));
    }
  }

  private Reading add(ExperimentDefinition before, int taken, ObjectNode posted) {
    ObjectNode grown = definitions.tree(before);
    Relocation places = new Relocation();
    put(posted, "rounds", grown, "pruning", places);
    put(posted, "trials", grown, "trials", places);
    JsonNode arms = posted.path("arms");
    if (arms.isArray()) {
      addArms(before, arms, (ArrayNode) grown.get("arms"), places);
    } else if (!arms.isMissingNode()) {
      grown.set("arms", arms);
    }
    Reading reading = definitions.read(grown);
    List<DefinitionError> errors =
        new ArrayList<>(reading.errors().stream().map(places::of).toList());
    reading.definition().ifPresent(after -> compare(before, after, posted, places, errors));
    if (taken >= 0) {
      reading.definition().map(after -> ForkGrowth.errors(before, after, taken)).stream()
          .flatMap(List::stream)
          .map(places::of)
          .forEach(errors::add);
    }
    return errors.isEmpty() ? reading : refused(errors);
  }

  private static void put(
      ObjectNode posted, String name, ObjectNode grown, String part, Relocation places) {
    String field = name.equals("trials") ? "count" : name;
    if (posted.has(name)) {
      ((ObjectNode) grown.get(part)).set(field, posted.get(name));
      places.put(
          JsonPointer.empty().appendProperty(part).appendProperty(field),
          JsonPointer.empty().appendProperty(name));
    }
  }

  /** An arm that is there already is put in its place: it may be given more rounds. */
  private static void addArms(
      ExperimentDefinition before, JsonNode posted, ArrayNode arms, Relocation places) {
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

  private void compare(
      ExperimentDefinition before,
      ExperimentDefinition after,
      ObjectNode posted,
      Relocation places,
      List<DefinitionError> errors) {
    IntStream.range(0, before.arms().size())
        .filter(place -> places.has(ARMS.appendIndex(place)))
        .mapToObj(
            place -> ArmGrowth.error(before.arms().get(place), after.arms().get(place), place))
        .flatMap(Optional::stream)
        .map(places::of)
        .forEach(errors::add);
    if (!definitions.fingerprint(after).equals(definitions.fingerprint(before))) {
      errors.add(
          new DefinitionError(
              "/rounds",
              posted.get("rounds"),
              "The densities are listed one by one: the rounds belong to the experiment's"
                  + " identity.",
              before.pruning().rounds() + ", or a fork or a new experiment with other densities"));
    }
  }
}
