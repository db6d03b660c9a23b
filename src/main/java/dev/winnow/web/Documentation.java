package dev.winnow.web;

import dev.winnow.definition.DefinitionSchema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Adds to the API's description what code does not say: problems, examples, what a definition is.
 */
final class Documentation implements OpenApiCustomizer {
  static final String DEFINITION = "ExperimentDefinition";
  static final String ARM = "Arm";

  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";

  private final DefinitionSchema schema;

  Documentation(DefinitionSchema schema) {
    this.schema = schema;
  }

  @Override
  public void customise(OpenAPI document) {
    define(document.getComponents());
    document.getComponents().addSchemas("Problem", problem());
    document.getPaths().values().stream()
        .map(PathItem::readOperations)
        .flatMap(List::stream)
        .forEach(Documentation::complete);
  }

  private void define(Components components) {
    Schema<?> definition = new DefinitionDocument().of(schema.fields());
    Schema<?> arms = Objects.requireNonNull(definition.getProperties().get("arms"));
    components.addSchemas(ARM, arms.getItems());
    arms.setItems(reference(ARM));
    components.addSchemas(DEFINITION, definition);
  }

  private static void complete(Operation operation) {
    operation
        .getResponses()
        .addApiResponse(
            "default",
            new ApiResponse()
                .description("What went wrong (RFC 9457)")
                .content(
                    new Content()
                        .addMediaType(PROBLEM, new MediaType().schema(reference("Problem")))));
    operation.getResponses().values().stream()
        .flatMap(response -> json(response.getContent()).stream())
        .forEach(json -> example(operation.getOperationId()).ifPresent(json::setExample));
    if (operation.getRequestBody() != null) {
      json(operation.getRequestBody().getContent())
          .ifPresent(json -> json.setExample(request(operation.getOperationId())));
    }
  }

  /** What may be sent: the operation's own example, or a definition. */
  private static Object request(String operation) {
    return example(operation + ".request").or(() -> example("definition")).orElseThrow();
  }

  private static Optional<MediaType> json(Content content) {
    return Optional.ofNullable(content).map(present -> present.get(JSON));
  }

  private static Optional<Object> example(String name) {
    ClassPathResource file = new ClassPathResource("openapi/" + name + ".json");
    if (!file.exists()) {
      return Optional.empty();
    }
    try (InputStream stream = file.getInputStream()) {
      return Optional.of(JsonMapper.shared().readValue(stream, Object.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Schema<?> problem() {
    Schema<?> problem = DomainSchemas.typed("object");
    problem.setDescription(
        "A refused definition has all its errors; a refused parameter says which it is, its value"
            + " and what is allowed; a refused move has the experiment's state and the moves that"
            + " are possible.");
    for (String name : List.of("type", "title", "detail", "instance")) {
      problem.addProperty(name, DomainSchemas.typed("string"));
    }
    problem.addProperty("status", DomainSchemas.typed("integer"));
    Schema<?> errors = DomainSchemas.typed("array");
    errors.setItems(reference("DefinitionError"));
    problem.addProperty("errors", errors);
    for (String name : List.of("parameter", "value", "allowed")) {
      problem.addProperty(name, DomainSchemas.typed("string"));
    }
    problem.addProperty("state", reference("State"));
    Schema<?> moves = DomainSchemas.typed("array");
    moves.setItems(reference("Move"));
    problem.addProperty("moves", moves);
    problem.setRequired(List.of("title", "status"));
    return problem;
  }

  private static Schema<?> reference(String name) {
    return new Schema<>().$ref("#/components/schemas/" + name);
  }
}
