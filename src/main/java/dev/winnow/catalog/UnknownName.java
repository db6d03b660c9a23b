package dev.winnow.catalog;

import java.util.List;

/** A definition names something that its catalog does not hold. */
public final class UnknownName extends IllegalArgumentException {
  public UnknownName(String kind, String name, List<String> allowed) {
    super("Unknown " + kind + " \"" + name + "\"; allowed: " + String.join(", ", allowed));
  }
}
