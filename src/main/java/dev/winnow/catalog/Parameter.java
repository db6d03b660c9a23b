package dev.winnow.catalog;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A field with a single value, of a plug-in or of the definition itself.
 *
 * @param label its name, as written in a definition, with title and help
 * @param domain the values it takes
 * @param standard what stands when it is left out
 * @param identity whether it belongs to an experiment's identity
 */
public record Parameter(Label label, Domain domain, Default standard, FingerprintRule identity) {
  /** The largest whole number that JavaScript reads without loss, less the trials. */
  private static final long LARGEST_SEED = (1L << 53) - 1 - 1000;

  /**
   * A plug-in's own.
   *
   * @param fallback the value when it is left out; empty if it must be given
   */
  public Parameter(String name, String help, Domain domain, Optional<Object> fallback) {
    this(
        Label.of(name, help),
        domain,
        fallback.<Default>map(Default::of).orElseGet(Default::required),
        FingerprintRule.always());
  }

  public static Parameter required(String name, String help, Domain domain) {
    return new Parameter(name, help, domain, Optional.empty());
  }

  public static Parameter integer(String name, String help, int fallback, int least, int greatest) {
    return new Parameter(name, help, new Domain.Integers(least, greatest), Optional.of(fallback));
  }

  /**
   * @param fallback in plain decimals, such as {@code "0.0012"}
   */
  public static Parameter decimal(
      String name, String help, String fallback, Domain.Decimals domain) {
    return new Parameter(name, help, domain, Optional.of(new BigDecimal(fallback)));
  }

  public static Parameter option(String name, String help, String fallback, String... allowed) {
    return new Parameter(name, help, Domain.Options.of(allowed), Optional.of(fallback));
  }

  /** One of an enumeration's values, by the words that definitions use for them. */
  public static Parameter option(String name, String help, Enum<?> fallback) {
    return new Parameter(
        name,
        help,
        Domain.Options.of(fallback.getDeclaringClass()),
        Optional.of(Domain.Options.word(fallback)));
  }

  /** The seed of a random stream, by default 1. */
  public static Parameter seed(String help) {
    return new Parameter(
        "seed", help, new Domain.Integers(0, LARGEST_SEED), Optional.<Object>of(1));
  }

  /** The same with another title than the words of its name. */
  public Parameter titled(String title) {
    return new Parameter(new Label(name(), title, summary()), domain, standard, identity);
  }

  /** The same, with a default that depends on what stands beside it. */
  public Parameter with(Default other) {
    return new Parameter(label, domain, other, identity);
  }

  public Parameter with(FingerprintRule other) {
    return new Parameter(label, domain, standard, other);
  }

  /** The same, younger than the first identities: its default changes nothing. */
  public Parameter young() {
    return with(FingerprintRule.since(standard));
  }

  public String name() {
    return label.name();
  }

  /** One line for forms and documentation. */
  public String summary() {
    return label.help();
  }

  /** The value when it is left out, if that depends on nothing; empty if it must be given. */
  public Optional<Object> fallback() {
    return standard.value(FieldContext.nothing());
  }

  public Field field() {
    return new Field.Value(this);
  }
}
