package dev.winnow.experiment;

import java.util.List;
import java.util.Map;

/**
 * A definition to begin with.
 *
 * @param name lower-case words joined by hyphens
 * @param group what it is for: {@code quick}, {@code paper} or {@code question}
 * @param summary what it shows and what it costs
 * @param grid values by JSON pointer into the definition, for a sweep; empty for one experiment
 */
public record Preset(
    String name,
    String group,
    String summary,
    WrittenDefinition definition,
    Map<String, List<Object>> grid) {}
