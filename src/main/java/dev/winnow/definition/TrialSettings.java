package dev.winnow.definition;

/**
 * How often the experiment is repeated.
 *
 * @param count trials, from 1
 * @param seed of trial 1; trial t has seed + t − 1
 */
public record TrialSettings(int count, long seed) {
  public long seedOf(int number) {
    return seed + number - 1;
  }
}
