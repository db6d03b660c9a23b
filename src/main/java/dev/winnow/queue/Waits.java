package dev.winnow.queue;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What waits for what. */
public interface Waits {
  /** What waits, higher priority and then longer waits first. */
  List<WaitingWork> list(int most);

  /** Those of these works that wait, by id. */
  Map<String, Wait> of(Collection<String> workIds);
}
