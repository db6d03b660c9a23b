package dev.winnow.definition;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/** All that stands where a pointer leads, and inside of it. */
record Subtree(JsonPointer root) {
  boolean contains(JsonPointer pointer) {
    return rest(pointer).isPresent();
  }

  /** What of a pointer leads on from the root; empty if it does not pass there. */
  Optional<JsonPointer> rest(JsonPointer pointer) {
    @Nullable JsonPointer rest = pointer;
    for (JsonPointer step = root; rest != null && !step.matches(); step = step.tail()) {
      rest = rest.matchProperty(step.getMatchingProperty());
    }
    return Optional.ofNullable(rest);
  }
}
