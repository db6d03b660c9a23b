package dev.winnow.definition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The definitions that come along: one file each, {@code {"summary": …, "definition": …}} and, for
 * a sweep, {@code "grid"}. It is named as the preset is and lies in a folder for its group.
 */
@Component
public final class Presets {
  /** The preset that shows a newcomer what an experiment is. */
  public static final String SAMPLE = "sample";

  private static final String FILES = "classpath*:presets/*/*.json";
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final Definitions definitions;
  private final List<Preset> presets;

  Presets(Definitions definitions) throws IOException {
    this.definitions = definitions;
    presets =
        Stream.of(new PathMatchingResourcePatternResolver().getResources(FILES))
            .map(file -> read(file, definitions))
            .sorted(
                Comparator.comparing((Preset preset) -> !preset.name().equals(SAMPLE))
                    .thenComparing(Preset::name))
            .toList();
  }

  /** All presets: the sample, which a form begins with, then the others by name. */
  public List<Preset> all() {
    return presets;
  }

  /** The definition that shows a newcomer what an experiment is. */
  public ExperimentDefinition sample() {
    return presets.stream()
        .filter(preset -> preset.name().equals(SAMPLE))
        .findFirst()
        .flatMap(preset -> definitions.read(preset.definition().json()).definition())
        .orElseThrow();
  }

  private static Preset read(Resource file, Definitions definitions) {
    String[] path = path(file);
    String name = path[path.length - 1].replace(".json", "");
    try (InputStream stream = file.getInputStream()) {
      JsonNode preset = MAPPER.readTree(stream);
      ParsedDefinition parsed = definitions.read(preset.get("definition"));
      return new Preset(
          name,
          path[path.length - 2],
          preset.get("summary").stringValue(),
          parsed
              .definition()
              .map(definitions::written)
              .orElseThrow(
                  () -> new IllegalStateException("Preset " + name + ": " + parsed.errors())),
          preset.has("grid") ? Grid.of(preset.get("grid").toString()).plain() : Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] path(Resource file) {
    try {
      return file.getURL().getPath().split("/");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
