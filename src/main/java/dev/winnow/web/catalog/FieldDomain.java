package dev.winnow.web.catalog;

import dev.winnow.catalog.Domain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a field takes, in the catalog's words.
 *
 * @param kind see {@link FieldEntry}
 * @param allowed as the end of a sentence
 * @param each the kind of a list's values; null for all else
 * @param options null unless it is one of a few
 */
record FieldDomain(
    String kind, String allowed, @Nullable String each, @Nullable List<String> options) {
  FieldDomain(String kind, String allowed) {
    this(kind, allowed, null, null);
  }

  static FieldDomain of(Domain domain) {
    return new FieldDomain(
        kind(domain),
        domain.allowed(),
        domain instanceof Domain.Numbers ? "integer" : null,
        domain instanceof Domain.Options options ? options.values() : null);
  }

  private static String kind(Domain domain) {
    if (domain instanceof Domain.Integers) {
      return "integer";
    }
    if (domain instanceof Domain.Decimals) {
      return "decimal";
    }
    if (domain instanceof Domain.Options) {
      return "option";
    }
    if (domain instanceof Domain.Numbers) {
      return "list";
    }
    return domain instanceof Domain.Composed ? "json" : "text";
  }
}
