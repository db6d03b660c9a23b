package dev.winnow.lottery;

import dev.winnow.catalog.Named;
import java.util.Set;

/** A way from an initialised network to sparse ones. */
public interface Method extends Named {
  /**
   * The fields of a definition's {@code pruning} and {@code rewind} that it reads, as JSON pointers
   * into the definition: a field with all that is inside of it. A definition that gives another one
   * is refused.
   */
  Set<String> reads();
}
