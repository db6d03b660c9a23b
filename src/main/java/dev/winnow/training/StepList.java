package dev.winnow.training;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Steps of one training, separated by commas: {@code 20000it,25000it}. At least one. */
public record StepList(List<Step> steps) {
  /** What {@link #parse} takes, as the end of a sentence. */
  public static final String FORMS =
      "steps separated by commas, such as \"20000it,25000it\" or \"80ep,120ep\"";

  public StepList {
    steps = List.copyOf(steps);
  }

  /**
   * @throws IllegalArgumentException if the text has another form
   */
  @JsonCreator
  public static StepList parse(String text) {
    return new StepList(
        Stream.of(text.split(",", -1)).map(String::strip).map(Step::parse).toList());
  }

  @JsonValue
  @Override
  public String toString() {
    return steps.stream().map(Step::toString).collect(Collectors.joining(","));
  }
}
