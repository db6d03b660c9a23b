package dev.winnow.lottery;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.winnow.architecture.Layout;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Shares of the remaining weights that one round removes, each above 0 and below 1 (1803.03635,
 * figure 2).
 *
 * @param hidden of every other layer; {@code "default"} in a definition
 * @param convolution of convolutions
 * @param output of the last layer
 */
public record RemovalRates(
    @JsonProperty("default") BigDecimal hidden, BigDecimal convolution, BigDecimal output) {
  /** Definitions that are older than the rate of convolutions do not name it. */
  @JsonCreator
  static RemovalRates of(
      @JsonProperty("default") BigDecimal hidden,
      @JsonProperty("convolution") @Nullable BigDecimal convolution,
      @JsonProperty("output") BigDecimal output) {
    return new RemovalRates(hidden, convolution == null ? hidden : convolution, output);
  }

  /** The rate of one tensor. */
  BigDecimal of(Layout.Place place, boolean last) {
    if (last) {
      return output;
    }
    return place.tensor().convolutional() ? convolution : hidden;
  }
}
