package dev.winnow.training;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A length of training with its unit: {@code 50000it} (iterations), {@code 12ep} (epochs) or both,
 * {@code 2ep50it}. A bare number is refused: "50K iterations" has been read as epochs before.
 *
 * @param epochs from 0
 * @param iterations from 0
 */
public record Step(int epochs, int iterations) {
  private static final Pattern FORM = Pattern.compile("(?:(\\d{1,9})ep)?(?:(\\d{1,9})it)?");

  /** What {@link #parse} takes, as the end of a sentence. */
  public static final String FORMS =
      "iterations such as \"5000it\", epochs such as \"12ep\", or both such as \"2ep50it\"";

  public static final Step START = new Step(0, 0);

  public Step {
    if (epochs < 0 || iterations < 0) {
      throw new IllegalArgumentException("A step is not negative: " + epochs + ", " + iterations);
    }
  }

  /**
   * @throws IllegalArgumentException if the text has another form or no unit
   */
  @JsonCreator
  public static Step parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (text.isEmpty() || !matcher.matches()) {
      throw new IllegalArgumentException("\"" + text + "\" is not a step: write " + FORMS);
    }
    return new Step(number(matcher.group(1)), number(matcher.group(2)));
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /**
   * @param iterationsPerEpoch floor(examples ÷ batch size), at least 1
   * @throws ArithmeticException if the sum is over 2,147,483,647
   */
  public int in(int iterationsPerEpoch) {
    return Math.addExact(Math.multiplyExact(epochs, iterationsPerEpoch), iterations);
  }

  /** The form that {@link #parse} reads, with zero parts left out: {@code 0it} for no training. */
  @JsonValue
  @Override
  public String toString() {
    if (epochs == 0) {
      return iterations + "it";
    }
    return epochs + "ep" + (iterations == 0 ? "" : iterations + "it");
  }
}
