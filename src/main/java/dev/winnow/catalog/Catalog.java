package dev.winnow.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All plug-ins of one kind, by name. */
public abstract class Catalog<T extends Named> {
  private final String kind;
  private final SortedMap<String, T> entries = new TreeMap<>();

  /**
   * @param kind what the entries are, in the singular, as messages say it: {@code "criterion"}
   * @throws IllegalArgumentException if two entries share a name
   */
  protected Catalog(String kind, Collection<? extends T> entries) {
    this.kind = kind;
    for (T entry : entries) {
      if (this.entries.put(entry.name(), entry) != null) {
        throw new IllegalArgumentException("Two entries named " + entry.name() + " for " + kind);
      }
    }
  }

  public String kind() {
    return kind;
  }

  public Optional<T> find(String name) {
    return Optional.ofNullable(entries.get(name));
  }

  /**
   * @throws UnknownName if there is no entry of that name
   */
  public T get(String name) {
    return find(name).orElseThrow(() -> new UnknownName(kind, name, names()));
  }

  public List<String> names() {
    return List.copyOf(entries.keySet());
  }

  /** In the order of their names. */
  public List<T> entries() {
    return List.copyOf(entries.values());
  }
}
