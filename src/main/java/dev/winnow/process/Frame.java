package dev.winnow.process;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is sent at once: a header in JSON and binary parts.
 *
 * @param parts by name, in the order in which they are sent
 */
record Frame(String header, Map<String, byte[]> parts) {
  Frame {
    parts = new LinkedHashMap<>(parts);
  }

  /** The same with one more part. */
  Frame with(String name, byte[] bytes) {
    Map<String, byte[]> more = new LinkedHashMap<>(parts);
    more.put(name, bytes);
    return new Frame(header, more);
  }

  Optional<byte[]> find(String name) {
    return Optional.ofNullable(parts.get(name));
  }

  /**
   * @throws IllegalArgumentException if there is no part of that name
   */
  byte[] part(String name) {
    return find(name)
        .orElseThrow(
            () -> new IllegalArgumentException("%s has no part %s".formatted(header, name)));
  }
}
