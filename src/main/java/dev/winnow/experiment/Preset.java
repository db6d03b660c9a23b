package dev.winnow.experiment;

/**
 * A definition to begin with.
 *
 * @param name lower-case words joined by hyphens
 * @param summary one line: what it shows and what it costs
 */
public record Preset(String name, String summary, ExperimentDefinition definition) {}
