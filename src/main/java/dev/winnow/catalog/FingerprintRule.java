package dev.winnow.catalog;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a field has to do with the identity of an experiment, which is what decides the numbers of
 * its runs.
 *
 * @param counts whether the field belongs to it
 * @param before what definitions meant that are older than the field: while it says just this, it
 *     is left out of the identity, so that old ones stay; empty if all definitions have it
 */
public record FingerprintRule(Predicate<FieldContext> counts, Optional<Default> before) {
  /** The field was there from the beginning and decides numbers. */
  public static FingerprintRule always() {
    return new FingerprintRule(context -> true, Optional.empty());
  }

  /** It decides no number of a run. */
  public static FingerprintRule never() {
    return new FingerprintRule(context -> false, Optional.empty());
  }

  /** It decides numbers where something else holds. */
  public static FingerprintRule where(Predicate<FieldContext> counts) {
    return new FingerprintRule(counts, Optional.empty());
  }

  /** It is younger than the first identities. */
  public static FingerprintRule since(Default before) {
    return new FingerprintRule(context -> true, Optional.of(before));
  }
}
