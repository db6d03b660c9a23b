package dev.winnow.catalog;

import java.util.Optional;

/** What stands around a field in the same definition, defaults written out as far as they are. */
@FunctionalInterface
public interface Beside {
  /**
   * @param place the name of a field of the same object, or a JSON pointer (RFC 6901) from the
   *     definition's beginning, such as {@code /pruning/scope}
   * @return a {@code Number}, a {@code String}, a list or a map; empty if nothing stands there
   */
  Optional<Object> value(String place);

  /** The same as text, empty text if nothing stands there. */
  default String text(String place) {
    return value(place).map(Object::toString).orElse("");
  }

  /** Nothing at all. */
  static Beside nothing() {
    return place -> Optional.empty();
  }
}
