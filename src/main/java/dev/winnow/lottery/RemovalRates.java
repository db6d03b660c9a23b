package dev.winnow.lottery;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;

/**
 * Shares of the remaining weights that one round removes, each above 0 and below 1.
 *
 * @param hidden of every layer but the last; {@code "default"} in a definition
 * @param output of the output layer (1803.03635, figure 2: half of the others')
 */
public record RemovalRates(@JsonProperty("default") BigDecimal hidden, BigDecimal output) {}
