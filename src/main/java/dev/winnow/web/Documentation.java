package dev.winnow.web;

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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Adds to the API's description what code does not say: problems, examples, what may be left out.
 */
final class Documentation implements OpenApiCustomizer {
  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";

  /** What a definition must have; all else has a default. */
  private static final Map<String, List<String>> REQUIRED =
      Map.ofEntries(
          entry("ExperimentDefinition", "name", "dataset", "architecture", "training", "pruning"),
          entry("DatasetChoice", "name"),
          entry("ArchitectureChoice", "name"),
          entry("TrainingPlan", "optimizer", "budget"),
          entry("PruningPlan", "rounds"),
          entry("RemovalRates"),
          entry("MaskActions"),
          entry("RewindPoint"),
          entry("ArmChoice", "name"),
          entry("TrialPlan"));

  private static Map.Entry<String, List<String>> entry(String schema, String... fields) {
    return Map.entry(schema, List.of(fields));
  }

  @Override
  public void customise(OpenAPI document) {
    REQUIRED.forEach((name, fields) -> schema(document, name).setRequired(fields));
    document.getComponents().addSchemas("Problem", problem());
    document.getPaths().values().stream()
        .map(PathItem::readOperations)
        .flatMap(List::stream)
        .forEach(Documentation::complete);
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

  private static Schema<?> schema(OpenAPI document, String name) {
    return Objects.requireNonNull(document.getComponents().getSchemas().get(name), name);
  }

  private static Schema<?> problem() {
    Schema<?> problem = typed("object");
    problem.setDescription(
        "A refused definition has all its errors; a refused parameter says which it is, its value"
            + " and what is allowed; a refused move has the experiment's state and the moves that"
            + " are possible.");
    for (String name : List.of("type", "title", "detail", "instance")) {
      problem.addProperty(name, typed("string"));
    }
    problem.addProperty("status", typed("integer"));
    Schema<?> errors = typed("array");
    errors.setItems(reference("DefinitionError"));
    problem.addProperty("errors", errors);
    for (String name : List.of("parameter", "value", "allowed")) {
      problem.addProperty(name, typed("string"));
    }
    problem.addProperty("state", reference("State"));
    Schema<?> moves = typed("array");
    moves.setItems(reference("Move"));
    problem.addProperty("moves", moves);
    problem.setRequired(List.of("title", "status"));
    return problem;
  }

  private static Schema<?> typed(String type) {
    Schema<?> schema = new Schema<>();
    schema.setTypes(Set.of(type));
    return schema;
  }

  private static Schema<?> reference(String name) {
    return new Schema<>().$ref("#/components/schemas/" + name);
  }
}
