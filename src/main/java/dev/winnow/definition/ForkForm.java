package dev.winnow.definition;

import dev.winnow.catalog.Domain;
import dev.winnow.catalog.Findings;
import dev.winnow.lottery.OptimizerStateMode;
import java.util.List;
import java.util.Optional;
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
public final class ForkForm {
  private static final JsonPointer DEFINITION = JsonPointer.compile("/definition");
  private static final JsonPointer ROUNDS = JsonPointer.compile("/definition/pruning/rounds");
  private static final JsonPointer OPTIMIZER =
      JsonPointer.compile("/definition/training/optimizer/name");
  private static final JsonPointer AT_ROUND = JsonPointer.compile("/atRound");
  private static final List<String> FIELDS = List.of("atRound", "definition");

  private final Definitions definitions;

  ForkForm(Definitions definitions) {
    this.definitions = definitions;
  }

  /**
   * @param body a JSON object: {@code {"atRound": k, "definition": {changed fields}}}
   * @throws MalformedDefinition if the text is not a JSON object
   * @throws InvalidDefinition with all that is wrong
   */
  public Fork read(ExperimentDefinition parent, String body) {
    ObjectNode posted = PostedJson.parse(body);
    Findings findings = new Findings();
    int round = round(posted, parent.pruning().rounds(), findings);
    JsonNode changes = posted.path("definition");
    if (changes.isMissingNode()) {
      changes = JsonNodeFactory.instance.objectNode();
    }
    refuseOthers(posted, findings);
    if (!changes.isObject()) {
      findings.error(DEFINITION, changes, "This must be an object.", "an object");
    }
    refuse(findings);
    ObjectNode before = definitions.tree(parent);
    ObjectNode wanted = (ObjectNode) MergePatch.apply(before, changes);
    findings.errors(DecidedFields.errors(definitions, before, wanted, round), DEFINITION::append);
    refuse(findings);
    if (!changes.hasNonNull("name")) {
      wanted.put("name", "%.170s, forked at round %d".formatted(parent.name(), round));
    }
    return new Fork(round, complete(parent, wanted, changes.has("arms"), round));
  }

  private static int round(ObjectNode posted, int last, Findings findings) {
    Domain rounds = new Domain.Integers(0, last);
    Optional<Object> round = rounds.accept(PlainJson.values(posted.path("atRound")));
    if (round.isEmpty()) {
      findings.error(
          AT_ROUND,
          posted.get("atRound"),
          "The last round to take over is needed.",
          rounds.allowed());
    }
    return ((Number) round.orElse(0)).intValue();
  }

  private static void refuseOthers(ObjectNode posted, Findings findings) {
    for (String name : posted.propertyNames()) {
      if (!FIELDS.contains(name)) {
        findings.error(
            JsonPointer.empty().appendProperty(name),
            posted.get(name),
            "There is no field \"" + name + "\" here.",
            "one of " + String.join(", ", FIELDS));
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
    Findings findings = new Findings();
    if (newArms) {
      arms.check(asked.arms(), wanted.path("arms"), findings);
    }
    if (asked.pruning().rounds() <= round) {
      findings.error(
          ROUNDS,
          asked.pruning().rounds(),
          "The fork takes over all of its rounds and would train nothing.",
          "a whole number from " + (round + 1));
    }
    String optimizer = asked.training().optimizer().name();
    if (parent.rewind().optimizerState() == OptimizerStateMode.KEPT
        && !parent.training().optimizer().name().equals(optimizer)) {
      findings.error(
          OPTIMIZER,
          optimizer,
          "The optimizer's state is kept, and another optimizer cannot go on from it.",
          "the optimizer of the experiment that is forked");
    }
    refuse(findings);
    wanted.set("arms", definitions.arms(newArms ? arms.with(asked.arms()) : arms.kept()));
    return required(definitions.read(wanted));
  }

  private static ExperimentDefinition required(ParsedDefinition parsed) {
    Findings findings = new Findings();
    findings.errors(parsed.errors(), DEFINITION::append);
    refuse(findings);
    return parsed.definition().orElseThrow();
  }

  private static void refuse(Findings findings) {
    if (findings.hasErrors()) {
      throw new InvalidDefinition(findings.errors());
    }
  }
}
