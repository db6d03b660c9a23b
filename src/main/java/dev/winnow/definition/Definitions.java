package dev.winnow.definition;

import dev.winnow.catalog.Findings;
import dev.winnow.lottery.ArmChoice;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads definitions from JSON and writes them back. */
@Component
public final class Definitions {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final DefinitionSchema schema;
  private final DefinitionRules rules;

  Definitions(DefinitionSchema schema, DefinitionRules rules) {
    this.schema = schema;
    this.rules = rules;
  }

  /**
   * Reads what a researcher posted: all faults at once.
   *
   * @throws MalformedDefinition if the text is not JSON or repeats a field
   */
  public ParsedDefinition read(String json) {
    return read(PostedJson.parse(json));
  }

  /** The same of JSON that has been read. */
  ParsedDefinition read(JsonNode posted) {
    Findings findings = new Findings();
    ObjectNode expanded = expand(posted, findings);
    if (findings.hasErrors()) {
      return ParsedDefinition.refused(findings);
    }
    ExperimentDefinition definition = bind(expanded);
    rules.check(definition, findings);
    return findings.hasErrors()
        ? ParsedDefinition.refused(findings)
        : new ParsedDefinition(Optional.of(definition), List.of(), findings.warnings());
  }

  /** JSON with every default written out; what could not be read is added to the findings. */
  ObjectNode expand(JsonNode posted, Findings findings) {
    return schema.expand(posted, findings);
  }

  private ExperimentDefinition bind(ObjectNode written) {
    return MAPPER.treeToValue(schema.complete(written), ExperimentDefinition.class);
  }

  /** Reads a definition that was written by {@link #write}, be it before there were some fields. */
  public ExperimentDefinition restore(String json) {
    return bind(PostedJson.parse(json));
  }

  /** The expanded definition as JSON. */
  public String write(ExperimentDefinition definition) {
    return tree(definition).toString();
  }

  /** The definition's identity: what decides the numbers of a trial, given its seed. */
  public String fingerprint(ExperimentDefinition definition) {
    return Fingerprint.of(schema.identityFields(tree(definition)));
  }

  /** The same with the defaults of fields that are younger than the definition. */
  public ExperimentDefinition renewed(String json) {
    ExperimentDefinition stored = restore(json);
    return read(tree(stored)).definition().orElse(stored);
  }

  /** The definition as an answer shows it. */
  public WrittenDefinition written(ExperimentDefinition definition) {
    return new WrittenDefinition(tree(definition));
  }

  /** The expanded definition, without what its method does not read. */
  ObjectNode tree(ExperimentDefinition definition) {
    return schema.shown(MAPPER.valueToTree(definition));
  }

  /** Arms as they stand in a definition. */
  JsonNode arms(List<ArmChoice> arms) {
    return MAPPER.valueToTree(arms);
  }

  /** Whether two definitions say the same. */
  public boolean same(ExperimentDefinition one, ExperimentDefinition other) {
    return Fingerprint.canonical(tree(one)).equals(Fingerprint.canonical(tree(other)));
  }
}
