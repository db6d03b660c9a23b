package dev.winnow.lottery;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.BitSet;
import java.util.regex.Pattern;

/** Rounds by number, written as in {@code "3,7,9-12"}. */
public final class RoundSet {
  /** What {@link #parse} takes, as the end of a sentence. */
  public static final String FORMS = "rounds such as \"7\", \"1-20\" or \"3,7,9-12\"";

  private static final Pattern FORM =
      Pattern.compile("\\d{1,3}(-\\d{1,3})?(,\\d{1,3}(-\\d{1,3})?)*");

  private final BitSet rounds;

  private RoundSet(BitSet rounds) {
    this.rounds = rounds;
  }

  public static RoundSet between(int first, int last) {
    BitSet rounds = new BitSet();
    rounds.set(first, last + 1);
    return new RoundSet(rounds);
  }

  /**
   * @throws IllegalArgumentException if the text has another form or a range runs backwards
   */
  @JsonCreator
  public static RoundSet parse(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("\"" + text + "\" are no rounds: write " + FORMS);
    }
    BitSet rounds = new BitSet();
    for (String part : text.split(",", -1)) {
      int dash = part.indexOf('-');
      int first = Integer.parseInt(dash < 0 ? part : part.substring(0, dash));
      int last = dash < 0 ? first : Integer.parseInt(part.substring(dash + 1));
      if (last < first) {
        throw new IllegalArgumentException("The range " + part + " runs backwards");
      }
      rounds.set(first, last + 1);
    }
    return new RoundSet(rounds);
  }

  public boolean contains(int round) {
    return rounds.get(round);
  }

  /** Whether all of the other's rounds are among these. */
  public boolean includes(RoundSet other) {
    BitSet missing = (BitSet) other.rounds.clone();
    missing.andNot(rounds);
    return missing.isEmpty();
  }

  /** Those of these rounds that lie in a range; both ends belong to it. */
  public RoundSet within(int first, int last) {
    BitSet within = (BitSet) rounds.clone();
    within.and(between(first, Math.max(first - 1, last)).rounds);
    return new RoundSet(within);
  }

  /** These rounds and the other's. */
  public RoundSet and(RoundSet other) {
    BitSet both = (BitSet) rounds.clone();
    both.or(other.rounds);
    return new RoundSet(both);
  }

  /** The highest round. */
  public int last() {
    return rounds.length() - 1;
  }

  /** How many rounds. */
  public int count() {
    return rounds.cardinality();
  }

  /** The shortest form that {@link #parse} reads. */
  @JsonValue
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int first = rounds.nextSetBit(0); first >= 0; ) {
      int last = rounds.nextClearBit(first) - 1;
      text.append(text.isEmpty() ? "" : ",").append(first);
      if (last > first) {
        text.append('-').append(last);
      }
      first = rounds.nextSetBit(last + 1);
    }
    return text.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RoundSet set && rounds.equals(set.rounds);
  }

  @Override
  public int hashCode() {
    return rounds.hashCode();
  }
}
