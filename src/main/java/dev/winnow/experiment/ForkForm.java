package dev.winnow.experiment;

import dev.winnow.lottery.OptimizerState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what a fork is to change. What decided the rounds that it takes over stays as it is; errors
 * point into what was posted.
 */
@Component
final class ForkForm {
  private static final String DEFINITION = "/definition";
  private static final List<String> FIELDS = List.of("atRound", "definition");
  private static final Set<String> FREE =
      Set.of("name", "notes", "tags", "pool", "priority", "training", "arms");
  private static final Set<String> FREE_IN_PRUNING = Set.of("criterion", "rounds");
  private static final String CHANGEABLE =
      "a change of name, notes, tags, pool, priority, training, arms, pruning/criterion or"
          + " pruning/rounds; submit a new experiment for another";

  private final Definitions definitions;

  ForkForm(Definitions definitions) {
    this.definitions = definitions;
  }

  /**
   * @param body a JSON object: {@code {"atRound": k, "definition": {changed fields}}}
   * @throws MalformedDefinition if the text is not a JSON object
   * @throws InvalidDefinition with all that is wrong
   */
  Fork read(ExperimentDefinition parent, String body) {
    ObjectNode posted = Definitions.parse(body);
    List<DefinitionError> errors = new ArrayList<>();
    int round = round(posted, parent.pruning().rounds(), errors);
    JsonNode changes = posted.path("definition");
    if (changes.isMissingNode()) {
      changes = JsonNodeFactory.instance.objectNode();
    }
    refuseOthers(posted, errors);
    if (!changes.isObject()) {
      errors.add(new DefinitionError(DEFINITION, changes, "This must be an object.", "an object"));
    }
    refuse(errors);
    ObjectNode before = definitions.tree(parent);
    ObjectNode wanted = (ObjectNode) MergePatch.apply(before, changes);
    refuseDecided(before, wanted, round, errors);
    refuse(errors);
    if (!changes.has("name")) {
      wanted.put("name", "%.170s, forked at round %d".formatted(parent.name(), round));
    }
    return new Fork(round, complete(parent, wanted, changes.has("arms"), round));
  }

  private static int round(ObjectNode posted, int last, List<DefinitionError> errors) {
    JsonNode round = posted.path("atRound");
    if (round.isInt() && round.intValue() >= 0 && round.intValue() <= last) {
      return round.intValue();
    }
    errors.add(
        new DefinitionError(
            "/atRound",
            posted.get("atRound"),
            "The last round to take over is needed.",
            "a whole number from 0 to " + last));
    return 0;
  }

  private static void refuseOthers(ObjectNode posted, List<DefinitionError> errors) {
    posted.propertyNames().stream()
        .filter(name -> !FIELDS.contains(name))
        .map(
            name ->
                new DefinitionError(
                    JsonPointer.empty().appendProperty(name).toString(),
                    posted.get(name),
                    "There is no field \"" + name + "\" here.",
                    "one of " + String.join(", ", FIELDS)))
        .forEach(errors::add);
  }

  private static void refuseDecided(
      ObjectNode before, ObjectNode wanted, int round, List<DefinitionError> errors) {
    new Decided("", FREE, round).refuse(before, wanted, errors);
    if (wanted.get("pruning") instanceof ObjectNode pruning) {
      ObjectNode was = (ObjectNode) before.get("pruning");
      new Decided("/pruning", FREE_IN_PRUNING, round).refuse(was, pruning, errors);
    }
  }

  /**
   * A part of a definition that decided the rounds taken over.
   *
   * @param free the fields of it that did not
   */
  private record Decided(String pointer, Set<String> free, int round) {
    void refuse(ObjectNode before, ObjectNode wanted, List<DefinitionError> errors) {
      Set<String> names =
          Stream.concat(before.propertyNames().stream(), wanted.propertyNames().stream())
              .filter(name -> !free.contains(name) && !(pointer + name).equals("pruning"))
              .collect(Collectors.toCollection(TreeSet::new));
      for (String name : names) {
        JsonNode value = wanted.path(name);
        if (!Fingerprint.canonical(before.path(name)).equals(Fingerprint.canonical(value))) {
          errors.add(
              new DefinitionError(
                  JsonPointer.compile(DEFINITION + pointer).appendProperty(name).toString(),
                  wanted.get(name),
                  "\"%s\" decided rounds 0 to %d, which the fork takes over."
                      .formatted(name, round),
                  CHANGEABLE));
        }
      }
    }
  }

  /** Rounds up to the fork have the parent's arms, those after it the arms asked for. */
  private ExperimentDefinition complete(
      ExperimentDefinition parent, ObjectNode wanted, boolean newArms, int round) {
    if (!newArms) {
      wanted.putArray("arms");
    }
    ExperimentDefinition asked = required(definitions.read(wanted));
    ForkArms arms = new ForkArms(parent.arms(), round, asked.pruning().rounds());
    List<DefinitionError> errors =
        new ArrayList<>(newArms ? arms.errors(asked.arms(), wanted.path("arms")) : List.of());
    if (asked.pruning().rounds() <= round) {
      errors.add(
          new DefinitionError(
              DEFINITION + "/pruning/rounds",
              asked.pruning().rounds(),
              "The fork takes over all of its rounds and would train nothing.",
              "a whole number from " + (round + 1)));
    }
    String optimizer = asked.training().optimizer().name();
    if (parent.rewind().optimizerState() == OptimizerState.KEPT
        && !parent.training().optimizer().name().equals(optimizer)) {
      errors.add(
          new DefinitionError(
              DEFINITION + "/training/optimizer/name",
              optimizer,
              "The optimizer's state is kept, and another optimizer cannot go on from it.",
              "the optimizer of the experiment that is forked"));
    }
    refuse(errors);
    wanted.set("arms", definitions.arms(newArms ? arms.with(asked.arms()) : arms.kept()));
    return required(definitions.read(wanted));
  }

  private static ExperimentDefinition required(Reading reading) {
    refuse(reading.errors().stream().map(error -> error.under(DEFINITION)).toList());
    return reading.definition().orElseThrow();
  }

  private static void refuse(List<DefinitionError> errors) {
    if (!errors.isEmpty()) {
      throw new InvalidDefinition(errors);
    }
  }
}
