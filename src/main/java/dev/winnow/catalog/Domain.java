package dev.winnow.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The values that a parameter takes, and how a message says so. */
public sealed interface Domain {
  /** The value in its one stored form, or empty if this domain does not hold it. */
  Optional<Object> accept(Object value);

  /** What is allowed, as the end of a sentence: "a whole number from 1 to 100". */
  String allowed();

  /** Whole numbers, both bounds included. */
  record Integers(long least, long greatest) implements Domain {
    @Override
    public Optional<Object> accept(Object value) {
      if (!(value instanceof Number number)) {
        return Optional.empty();
      }
      BigDecimal decimal = new BigDecimal(number.toString());
      boolean whole = decimal.stripTrailingZeros().scale() <= 0;
      boolean inside =
          decimal.compareTo(BigDecimal.valueOf(least)) >= 0
              && decimal.compareTo(BigDecimal.valueOf(greatest)) <= 0;
      return whole && inside ? Optional.of(decimal.longValueExact()) : Optional.empty();
    }

    @Override
    public String allowed() {
      return "a whole number from " + least + " to " + greatest;
    }
  }

  /** Decimal numbers between two bounds, each included or not. */
  record Decimals(BigDecimal lower, boolean lowerIncluded, BigDecimal upper, boolean upperIncluded)
      implements Domain {
    private static final int MOST_DIGITS = 30;

    /** Both bounds excluded. */
    public static Decimals between(String lower, String upper) {
      return new Decimals(new BigDecimal(lower), false, new BigDecimal(upper), false);
    }

    /** The lower bound included, the upper one not. */
    public static Decimals from(String lower, String below) {
      return new Decimals(new BigDecimal(lower), true, new BigDecimal(below), false);
    }

    /** The lower bound excluded, the upper one included. */
    public static Decimals above(String lower, String upTo) {
      return new Decimals(new BigDecimal(lower), false, new BigDecimal(upTo), true);
    }

    @Override
    public Optional<Object> accept(Object value) {
      if (!(value instanceof Number number)) {
        return Optional.empty();
      }
      BigDecimal decimal = new BigDecimal(number.toString());
      if (decimal.precision() > MOST_DIGITS || Math.abs((long) decimal.scale()) > MOST_DIGITS) {
        return Optional.empty();
      }
      int low = decimal.compareTo(lower);
      int high = decimal.compareTo(upper);
      boolean inside =
          (low > 0 || (low == 0 && lowerIncluded)) && (high < 0 || (high == 0 && upperIncluded));
      return inside ? Optional.of(decimal) : Optional.empty();
    }

    @Override
    public String allowed() {
      return "a number "
          + (lowerIncluded ? "from " : "greater than ")
          + lower.toPlainString()
          + (upperIncluded ? " up to " : " and less than ")
          + upper.toPlainString()
          + ", with at most "
          + MOST_DIGITS
          + " digits";
    }
  }

  /** One of a few words. */
  record Options(List<String> values) implements Domain {
    public Options {
      values = List.copyOf(values);
    }

    public static Options of(String... values) {
      return new Options(List.of(values));
    }

    /** The words of an enumeration, in its order. */
    public static Options of(Class<? extends Enum<?>> type) {
      return new Options(Stream.of(type.getEnumConstants()).map(Options::word).toList());
    }

    /**
     * The word that definitions use for a value: its {@link JsonProperty}.
     *
     * @throws IllegalArgumentException if it has none
     */
    public static String word(Enum<?> value) {
      try {
        JsonProperty word =
            value.getDeclaringClass().getField(value.name()).getAnnotation(JsonProperty.class);
        return Optional.ofNullable(word)
            .map(JsonProperty::value)
            .orElseThrow(() -> new IllegalArgumentException(value + " has no word"));
      } catch (NoSuchFieldException e) {
        throw new IllegalArgumentException(e);
      }
    }

    @Override
    public Optional<Object> accept(Object value) {
      return value instanceof String text && values.contains(text)
          ? Optional.of(text)
          : Optional.empty();
    }

    @Override
    public String allowed() {
      return "one of " + String.join(", ", values);
    }
  }

  /**
   * Text up to a length, without control characters other than line breaks.
   *
   * @param least shortest length after trimming
   * @param greatest longest length
   */
  record Text(int least, int greatest) implements Domain {
    @Override
    public Optional<Object> accept(Object value) {
      return value instanceof String text
              && text.trim().length() >= least
              && text.length() <= greatest
              && text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r')
          ? Optional.of(text)
          : Optional.empty();
    }

    @Override
    public String allowed() {
      return "text of " + least + " to " + greatest + " characters";
    }
  }

  /**
   * Text of a form that a type of its own reads.
   *
   * @param allowed the forms, as the end of a sentence
   * @param parser throws {@link IllegalArgumentException} or {@link ArithmeticException} on any
   *     other text
   */
  record Written(String allowed, Function<String, Object> parser) implements Domain {
    @Override
    public Optional<Object> accept(Object value) {
      if (!(value instanceof String text)) {
        return Optional.empty();
      }
      try {
        return Optional.of(parser.apply(text));
      } catch (IllegalArgumentException | ArithmeticException e) {
        return Optional.empty();
      }
    }
  }

  /** A list of whole numbers, their bounds included. */
  record Numbers(Integers each, int most) implements Domain {
    @Override
    public Optional<Object> accept(Object value) {
      if (!(value instanceof List<?> list) || list.isEmpty() || list.size() > most) {
        return Optional.empty();
      }
      List<Object> numbers = list.stream().flatMap(one -> each.accept(one).stream()).toList();
      return numbers.size() == list.size() ? Optional.of(numbers) : Optional.empty();
    }

    @Override
    public String allowed() {
      return "a list of 1 to %d whole numbers from %d to %d"
          .formatted(most, each.least(), each.greatest());
    }
  }

  /**
   * Lists and objects of a form that a type of its own reads.
   *
   * @param allowed the form, as the end of a sentence
   * @param reader gives the stored form of lists, maps, texts, numbers and truth values; throws
   *     {@link InvalidValue}, which says where inside a fault is
   * @param identity leaves out of the stored form what is younger than the first identities and
   *     says what it says when it is left out
   */
  record Composed(String allowed, UnaryOperator<Object> reader, UnaryOperator<Object> identity)
      implements Domain {
    /** All of the stored form decides numbers. */
    public Composed(String allowed, UnaryOperator<Object> reader) {
      this(allowed, reader, UnaryOperator.identity());
    }

    @Override
    public Optional<Object> accept(Object value) {
      return Optional.of(reader.apply(value));
    }
  }
}
