package dev.winnow.lottery;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.winnow.training.Step;
import java.util.Optional;

/**
 * When the weights are taken by which a round's result is pruned (You et al. 2020, "Drawing
 * Early-Bird Tickets": before the end of training).
 *
 * @param step empty for the end
 */
public record PruneAt(Optional<Step> step) {
  private static final String WORD = "end";

  /** What {@link #parse} takes, as the end of a sentence. */
  public static final String FORMS = "\"" + WORD + "\" or " + Step.FORMS;

  /** By the final weights. */
  public static final PruneAt END = new PruneAt(Optional.empty());

  /** Before training. */
  public static final PruneAt START = new PruneAt(Optional.of(Step.START));

  /**
   * @throws IllegalArgumentException if the text is neither {@code end} nor a step
   */
  @JsonCreator
  public static PruneAt parse(String text) {
    return text.equals(WORD) ? END : new PruneAt(Optional.of(Step.parse(text)));
  }

  @JsonValue
  @Override
  public String toString() {
    return step.map(Step::toString).orElse(WORD);
  }
}
