package dev.winnow.catalog;

import java.util.Optional;
import java.util.function.Function;

/** What a field is when a definition leaves it out. */
public sealed interface Default {
  /** The value; empty if the field must be given. */
  Optional<Object> value(FieldContext context);

  static Default of(Object value) {
    return new Fixed(value);
  }

  static Default required() {
    return new Required();
  }

  /**
   * @param words the rule as a noun phrase: "half of \"default\""
   * @param rule empty where the field must be given
   */
  static Default derived(String words, Function<FieldContext, Optional<Object>> rule) {
    return new Derived(words, rule);
  }

  /** There is none. */
  record Required() implements Default {
    @Override
    public Optional<Object> value(FieldContext context) {
      return Optional.empty();
    }
  }

  /** Always the same value. */
  record Fixed(Object value) implements Default {
    @Override
    public Optional<Object> value(FieldContext context) {
      return Optional.of(value);
    }
  }

  /** A function of what stands beside the field. */
  record Derived(String words, Function<FieldContext, Optional<Object>> rule) implements Default {
    @Override
    public Optional<Object> value(FieldContext context) {
      return rule.apply(context);
    }
  }
}
