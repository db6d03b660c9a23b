package dev.winnow.catalog;

import java.util.Optional;
import tools.jackson.core.JsonPointer;

/** What stands around a field in the same definition, defaults written out as far as they are. */
public interface FieldContext {
  /**
   * The value of a field of the same object.
   *
   * @return a {@code Number}, a {@code String}, a list or a map; empty if nothing stands there
   */
  Optional<Object> value(String name);

  /** The same of any field, seen from the definition's beginning. */
  Optional<Object> value(JsonPointer pointer);

  /** The value of a field of the same object as text, empty text if nothing stands there. */
  default String text(String name) {
    return value(name).map(Object::toString).orElse("");
  }

  /** Nothing at all. */
  static FieldContext nothing() {
    return new FieldContext() {
      @Override
      public Optional<Object> value(String name) {
        return Optional.empty();
      }

      @Override
      public Optional<Object> value(JsonPointer pointer) {
        return Optional.empty();
      }
    };
  }
}
