package dev.winnow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The dashboard's types are made from the file that this pins. Rewrite it with {@code
 * -Dwinnow.update-openapi}.
 */
class OpenApiIT extends RunningApi {
  private static final Path PINNED = Path.of("frontend", "openapi.json");
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Test
  void the_document_is_the_one_that_the_dashboard_was_made_for() throws IOException {
    String document = document();
    if (System.getProperty("winnow.update-openapi") != null) {
      Files.createDirectories(PINNED.getParent());
      Files.writeString(PINNED, document);
    }
    assertThat(document).isEqualTo(Files.readString(PINNED));
  }

  @Test
  void examples_have_the_fields_of_their_schemas() {
    JsonNode document = get("/v3/api-docs").json();
    List<String> operations = new ArrayList<>();
    for (JsonNode path : document.get("paths")) {
      for (JsonNode operation : path) {
        for (JsonNode response : operation.get("responses")) {
          JsonNode json = response.at("/content/application~1json");
          if (!json.isMissingNode()) {
            operations.add(operation.get("operationId").stringValue());
            assertFits(document, json.get("schema"), json.path("example"));
          }
        }
      }
    }
    assertThat(operations).hasSize(26);
  }

  /** Every required field is there and every field is known, all the way down. */
  private static void assertFits(JsonNode document, JsonNode schema, JsonNode example) {
    assertThat(example.isMissingNode()).as("an example for %s", schema).isFalse();
    if (schema.has("$ref")) {
      assertFits(document, document.at(schema.get("$ref").stringValue().substring(1)), example);
    } else if (schema.has("items") && example.isArray()) {
      example.forEach(element -> assertFits(document, schema.get("items"), element));
    } else if (schema.has("properties")) {
      JsonNode properties = schema.get("properties");
      schema
          .path("required")
          .forEach(name -> assertThat(example.has(name.stringValue())).as("%s", name).isTrue());
      for (String name : example.propertyNames()) {
        assertThat(properties.has(name) || schema.has("additionalProperties")).as(name).isTrue();
        if (properties.has(name)) {
          assertFits(document, properties.get(name), example.get(name));
        }
      }
    }
  }

  @Test
  void every_field_of_a_definition_is_in_its_schema() {
    JsonNode catalog = get("/api/v1/catalog").json();
    JsonNode schemas = get("/v3/api-docs").json().at("/components/schemas");
    JsonNode definition = schemas.get("ExperimentDefinition");
    assertHas(definition, schemas, catalog, catalog.get("definition"));
    assertThat(definition.get("required").valueStream().map(JsonNode::stringValue))
        .containsExactlyInAnyOrder("name", "dataset", "architecture", "training", "pruning");
  }

  /** The fields are properties of the schema or of one of its forms, down to plug-ins' own. */
  private static void assertHas(
      JsonNode schema, JsonNode schemas, JsonNode catalog, JsonNode fields) {
    for (JsonNode field : fields) {
      JsonNode property = property(schema, field.get("name").stringValue());
      JsonNode inner =
          property.path("items").path("$ref").isString() ? schemas.get("Arm") : property;
      assertHas(inner, schemas, catalog, field.get("fields"));
      if (field.get("catalog").isString()) {
        for (JsonNode entry : catalog.get(field.get("catalog").stringValue())) {
          assertThat(inner.toString()).contains("\"" + entry.get("name").stringValue() + "\"");
          for (JsonNode parameter : entry.get("parameters")) {
            assertThat(inner.findParents(parameter.get("name").stringValue())).isNotEmpty();
          }
        }
      }
    }
  }

  private static JsonNode property(JsonNode schema, String name) {
    JsonNode form = schema.has("oneOf") ? schema.get("oneOf").get(0) : schema;
    assertThat(form.get("properties").has(name)).as(name).isTrue();
    return form.get("properties").get(name);
  }

  @Test
  void swagger_ui_shows_the_document() {
    assertThat(get("/swagger-ui/index.html").status()).isEqualTo(200);
    assertThat(get("/swagger-ui/swagger-initializer.js").text()).contains("/v3/api-docs");
  }

  private String document() {
    ObjectNode document = (ObjectNode) get("/v3/api-docs").json();
    document.remove("servers");
    return MAPPER.writeValueAsString(sorted(document)) + "\n";
  }

  /** Objects with their fields in the order of their names; arrays as they are. */
  private static JsonNode sorted(JsonNode node) {
    if (node.isArray()) {
      var array = MAPPER.createArrayNode();
      node.forEach(element -> array.add(sorted(element)));
      return array;
    }
    if (node.isObject()) {
      ObjectNode object = MAPPER.createObjectNode();
      node.propertyNames().stream()
          .sorted()
          .forEach(name -> object.set(name, sorted(node.get(name))));
      return object;
    }
    return node;
  }
}
