package dev.winnow.network.pure;

/**
 * The order in which an array holds the activations of a batch. The border of maps is zero at
 * first, and no layer writes anything else there.
 */
interface ActivationLayout {
  /** Numbers in an array for so many examples. */
  int size(int examples);
}
