package dev.winnow.definition;

import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonPointer;

/**
 * A definition to begin with.
 *
 * @param name lower-case words joined by hyphens
 * @param group what it is for: {@code quick}, {@code paper} or {@code question}
 * @param summary what it shows and what it costs
 * @param grid values by their fields' places in the definition, for a sweep; empty for one
 *     experiment
 */
public record Preset(
    String name,
    String group,
    String summary,
    WrittenDefinition definition,
    Map<JsonPointer, List<Object>> grid) {}
