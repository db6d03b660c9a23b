package dev.winnow.architecture;

/** What a layer applies to each of its sums. */
public enum Activation {
  IDENTITY,
  RELU
}
