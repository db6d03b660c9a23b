package dev.winnow.lottery;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.winnow.architecture.ParameterLayout;
import java.math.BigDecimal;
import java.util.Map;

/**
 * Shares of the remaining weights that one round removes, each above 0 and below 1 (1803.03635,
 * figure 2).
 *
 * @param hidden of every other layer; {@code "default"} in a definition
 * @param convolution of convolutions
 * @param output of the last layer
 * @param layers of single layers by name, which goes before all else
 */
public record RemovalRates(
    @JsonProperty("default") BigDecimal hidden,
    BigDecimal convolution,
    BigDecimal output,
    Map<String, BigDecimal> layers) {
  public RemovalRates {
    layers = Map.copyOf(layers);
  }

  /** No layer has a rate of its own. */
  public RemovalRates(BigDecimal hidden, BigDecimal convolution, BigDecimal output) {
    this(hidden, convolution, output, Map.of());
  }

  /** The rate of one tensor. */
  BigDecimal of(ParameterLayout.Place place, boolean last) {
    BigDecimal general = last ? output : place.tensor().convolutional() ? convolution : hidden;
    return layers.getOrDefault(place.tensor().layer(), general);
  }
}
