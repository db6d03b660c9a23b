package dev.winnow.definition;

import dev.winnow.catalog.DefinitionError;
import dev.winnow.catalog.Findings;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What of a definition decided the rounds that a fork takes over. Its meaning stays as it is,
 * however it is written.
 */
final class DecidedFields {
  private static final JsonPointer PRUNING = JsonPointer.compile("/pruning");
  private static final Set<String> FREE =
      Set.of("name", "notes", "tags", "pool", "priority", "training", "pruning", "arms");
  private static final Set<String> FREE_IN_PRUNING = Set.of("criterion", "rounds");
  private static final String CHANGEABLE =
      "a change of name, notes, tags, pool, priority, training, arms, pruning/criterion or"
          + " pruning/rounds; submit a new experiment for another";

  private final Reading before;
  private final Reading wanted;
  private final int round;
  private final Findings findings = new Findings();

  private DecidedFields(Reading before, Reading wanted, int round) {
    this.before = before;
    this.wanted = wanted;
    this.round = round;
  }

  /**
   * What is wrong with the changes, pointing into the definition.
   *
   * @param wanted the definition before, with the changes
   * @param round the last round taken over
   */
  static List<DefinitionError> errors(
      Definitions definitions, ObjectNode before, ObjectNode wanted, int round) {
    DecidedFields fields =
        new DecidedFields(Reading.of(definitions, before), Reading.of(definitions, wanted), round);
    fields.check(JsonPointer.empty(), FREE);
    JsonNode pruning = wanted.path("pruning");
    if (pruning.isObject() || pruning.isMissingNode()) {
      fields.check(PRUNING, FREE_IN_PRUNING);
    }
    return fields.findings.errors();
  }

  /** What cannot be read is told as that, not as a change. */
  private void check(JsonPointer part, Set<String> free) {
    Set<String> names = new TreeSet<>(before.written().at(part).propertyNames());
    names.addAll(wanted.written().at(part).propertyNames());
    names.removeAll(free);
    for (String name : names) {
      JsonPointer place = part.appendProperty(name);
      if (!same(before.written(), wanted.written(), place)) {
        List<DefinitionError> wrong = wanted.errors(place);
        if (!wrong.isEmpty()) {
          findings.errors(wrong, UnaryOperator.identity());
        } else if (!same(before.expanded(), wanted.expanded(), place)) {
          findings.error(
              place,
              wanted.written().at(part).get(name),
              "\"%s\" decided rounds 0 to %d, which the fork takes over.".formatted(name, round),
              CHANGEABLE);
        }
      }
    }
  }

  private static boolean same(JsonNode one, JsonNode other, JsonPointer place) {
    return Fingerprint.canonical(one.at(place)).equals(Fingerprint.canonical(other.at(place)));
  }

  /**
   * A definition as it is written and with every default written out.
   *
   * @param errors what could not be read
   */
  private record Reading(ObjectNode written, ObjectNode expanded, List<DefinitionError> errors) {
    static Reading of(Definitions definitions, ObjectNode written) {
      Findings findings = new Findings();
      ObjectNode expanded = definitions.expand(written, findings);
      return new Reading(written, expanded, findings.errors());
    }

    /** What cannot be read of what is given there. */
    List<DefinitionError> errors(JsonPointer place) {
      Subtree part = new Subtree(place);
      return errors.stream()
          .filter(error -> error.value() != null && part.contains(error.pointer()))
          .toList();
    }
  }
}
