package dev.winnow.web.catalog;

import dev.winnow.definition.DefinitionSchema;
import dev.winnow.definition.MethodFieldUsage;
import dev.winnow.definition.Preset;
import dev.winnow.definition.Presets;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "catalog", description = "What definitions are made of")
class CatalogController {
  private final CatalogEntries entries;
  private final Presets presets;

  CatalogController(DefinitionSchema schema, MethodFieldUsage methods, Presets presets) {
    this.presets = presets;
    this.entries = new CatalogEntries(schema.fields(), methods);
  }

  @Operation(
      operationId = "catalog",
      summary = "What a definition may name",
      description =
          "The fields of a definition, and data sets, architectures, criteria and the like, each"
              + " with its parameters.")
  @GetMapping("/catalog")
  Catalog catalog() {
    return entries.all();
  }

  @Operation(operationId = "presets", summary = "Definitions to begin with")
  @GetMapping("/presets")
  List<Preset> presets() {
    return presets.all();
  }
}
