package dev.winnow.peer;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;

/**
 * The networks that are asked for, of which one is there at a time: all together would need several
 * GB.
 */
final class Tasks {
  private final Map<String, Way> chosen = new HashMap<>();
  private String task = "";

  /** Holds what is there natively. */
  private PointerScope scope = new PointerScope();

  private Loop current;

  /**
   * @param asked a network's name, or name and path, as in {@code vgg-19/channels last, flat Adam}
   */
  Loop get(String asked) {
    if (!asked.equals(task)) {
      scope.close();
      task = asked;
      String[] words = asked.split("/", 2);
      Networks networks = Networks.of(words[0]);
      Way way =
          chosen.computeIfAbsent(
              asked, some -> words.length > 1 ? Way.of(words[1]) : Loop.fastest(networks));
      scope = new PointerScope();
      current = Loop.of(networks, way);
    }
    return current;
  }
}
