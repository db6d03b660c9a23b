package dev.winnow.definition;

import com.fasterxml.jackson.annotation.JsonValue;
import tools.jackson.databind.node.ObjectNode;

/**
 * A definition as it is shown: every default written out, without what its method does not read.
 */
public record WrittenDefinition(@JsonValue ObjectNode json) {}
