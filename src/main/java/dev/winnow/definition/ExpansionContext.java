package dev.winnow.definition;

import dev.winnow.catalog.Domain;
import dev.winnow.catalog.Findings;
import dev.winnow.catalog.InvalidValue;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A definition that is being read.
 *
 * @param root what is written out of it so far
 * @param findings what is wrong with it so far
 */
record ExpansionContext(ObjectNode root, MethodFieldUsage methods, Findings findings) {
  String method() {
    return root.at("/method/name").asString("");
  }

  boolean reads(JsonPointer pointer) {
    return methods.reads(method(), pointer);
  }

  /** The method has no use for the field that is given there. */
  void refuse(JsonPointer pointer, JsonNode given) {
    List<String> readers = methods.of(pointer);
    findings.error(
        pointer,
        given,
        "The method \"" + method() + "\" does not read this.",
        readers.isEmpty()
            ? "no field"
            : "no field, or one of the methods " + String.join(", ", readers));
  }

  /**
   * The value in its stored form; empty if it cannot stand there, which is noted.
   *
   * @param what the beginning of a sentence about it
   */
  Optional<JsonNode> accept(JsonNode value, Domain domain, JsonPointer at, String what) {
    try {
      Optional<JsonNode> accepted = domain.accept(PlainJson.values(value)).map(PlainJson::node);
      if (accepted.isEmpty()) {
        findings.error(at, value, what + " must be " + domain.allowed() + ".", domain.allowed());
      }
      return accepted;
    } catch (InvalidValue e) {
      findings.error(at.append(e.place()), value.at(e.place()), e.reason(), e.remedy());
      return Optional.empty();
    }
  }
}
