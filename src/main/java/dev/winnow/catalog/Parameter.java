package dev.winnow.catalog;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One parameter of a plug-in: what it means, which values it takes and what stands when it is left
 * out.
 *
 * @param name as written beside {@code "name"} in a definition, in camel case
 * @param summary one line for forms and documentation
 * @param domain the values it takes
 * @param fallback the value when it is left out; empty if it must be given
 */
public record Parameter(String name, String summary, Domain domain, Optional<Object> fallback) {
  public static Parameter integer(
      String name, String summary, int fallback, int least, int greatest) {
    return new Parameter(
        name, summary, new Domain.Integers(least, greatest), Optional.of(fallback));
  }

  /**
   * @param fallback in plain decimals, such as {@code "0.0012"}
   */
  public static Parameter decimal(
      String name, String summary, String fallback, Domain.Decimals domain) {
    return new Parameter(name, summary, domain, Optional.of(new BigDecimal(fallback)));
  }

  public static Parameter option(String name, String summary, String fallback, String... allowed) {
    return new Parameter(name, summary, Domain.Options.of(allowed), Optional.of(fallback));
  }
}
