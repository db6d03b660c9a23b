package dev.winnow.lottery;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.TensorSpec;
import dev.winnow.architecture.Weights;
import dev.winnow.checksum.Sha256;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which prunable weights of a network are kept (1803.03635, section 1: m ∈ {0,1}^|θ|). Positions
 * count through the prunable tensors in the order of the layout, each in row-major order.
 * Immutable.
 */
public final class Mask {
  private final ParameterLayout layout;
  private final BitSet kept;

  private Mask(ParameterLayout layout, BitSet kept) {
    this.layout = layout;
    this.kept = kept;
  }

  /** The mask of a dense network. */
  public static Mask dense(ParameterLayout layout) {
    BitSet kept = new BitSet();
    kept.set(0, layout.prunableSize());
    return new Mask(layout, kept);
  }

  /**
   * @param positions what is kept
   * @throws IndexOutOfBoundsException if a position is outside 0 to {@code prunableSize − 1}
   */
  public static Mask keeping(ParameterLayout layout, int[] positions) {
    int size = layout.prunableSize();
    BitSet kept = new BitSet(size);
    for (int position : positions) {
      kept.set(Objects.checkIndex(position, size));
    }
    return new Mask(layout, kept);
  }

  public ParameterLayout layout() {
    return layout;
  }

  /**
   * @throws IndexOutOfBoundsException if the position is outside 0 to {@code size − 1}
   */
  public boolean keeps(int position) {
    return kept.get(Objects.checkIndex(position, size()));
  }

  /** Prunable weights, kept or not. */
  public int size() {
    return layout.prunableSize();
  }

  /** Kept weights. */
  public int kept() {
    return kept.cardinality();
  }

  /** Kept ÷ prunable weights, from 0 to 1. */
  public double density() {
    return (double) kept() / size();
  }

  /** Kept weights of each prunable tensor, in order. */
  public List<Integer> keptPerTensor() {
    return IntStream.range(0, layout.prunable().size())
        .mapToObj(
            t -> kept.get(firstPosition(t), firstPosition(t) + tensor(t).size()).cardinality())
        .toList();
  }

  /** All kept positions, ascending. */
  public int[] survivors() {
    return kept.stream().toArray();
  }

  /** The kept positions of one prunable tensor, ascending. */
  public int[] survivors(int tensor) {
    int first = firstPosition(tensor);
    return kept.get(first, first + tensor(tensor).size()).stream()
        .map(index -> first + index)
        .toArray();
  }

  /** The position at which a prunable tensor begins. */
  public int firstPosition(int tensor) {
    return layout.prunable().subList(0, tensor).stream()
        .mapToInt(place -> place.tensor().size())
        .sum();
  }

  private TensorSpec tensor(int index) {
    return layout.prunable().get(index).tensor();
  }

  /**
   * Prunes each tensor by itself; see {@link #keepBest}.
   *
   * @param keep how many of each prunable tensor, from 0 to its survivors
   */
  public Mask keepHighest(float[] scores, List<Integer> keep) {
    return keepBest(scores, LayerBudget.each(keep));
  }

  /**
   * Prunes by rank: of each share stay the surviving weights with the highest scores, exactly as
   * many as asked. Among equal scores the lower position goes first.
   *
   * @param scores one for each position; those of pruned positions are not read
   * @param budgets each prunable tensor in one of them
   * @throws IllegalArgumentException if a surviving weight's score is not a number, or more is to
   *     be kept than there is
   */
  public Mask keepBest(float[] scores, List<LayerBudget> budgets) {
    return keeping(
        layout, budgets.stream().flatMapToInt(budget -> highest(scores, budget)).toArray());
  }

  private IntStream highest(float[] scores, LayerBudget budget) {
    int[] survivors =
        budget.tensors().stream().flatMapToInt(t -> IntStream.of(survivors(t))).toArray();
    if (budget.keep() < 0 || budget.keep() > survivors.length) {
      throw new IllegalArgumentException(
          "Cannot keep %d of the %d weights left in %s"
              .formatted(
                  budget.keep(),
                  survivors.length,
                  budget.tensors().stream()
                      .map(t -> tensor(t).name())
                      .collect(Collectors.joining(", "))));
    }
    long[] ranked = Arrays.stream(survivors).mapToLong(p -> rank(scores[p], p)).toArray();
    Arrays.sort(ranked);
    return Arrays.stream(ranked, ranked.length - budget.keep(), ranked.length)
        .mapToInt(r -> (int) r);
  }

  /** Score first, then position, in one number that sorts as they do. */
  private static long rank(float score, int position) {
    refuseNaN(score, position);
    int bits = Float.floatToIntBits(score + 0.0f);
    int ordered = bits ^ (bits >> (Integer.SIZE - 1) & Integer.MAX_VALUE);
    return (long) ordered << Integer.SIZE | position;
  }

  private static void refuseNaN(float score, int position) {
    if (Float.isNaN(score)) {
      throw new IllegalArgumentException("The score at position " + position + " is not a number");
    }
  }

  /**
   * The same weights with +0.0f wherever this mask prunes. Biases stay as they are.
   *
   * @throws IllegalArgumentException if the weights have another layout
   */
  public Weights apply(Weights weights) {
    return choose(weights, new Weights(layout, new float[layout.size()]));
  }

  /**
   * Kept weights and biases from one network, pruned weights from another.
   *
   * @throws IllegalArgumentException if either has another layout
   */
  public Weights choose(Weights ifKept, Weights ifPruned) {
    if (!layout.equals(ifKept.layout()) || !layout.equals(ifPruned.layout())) {
      throw new IllegalArgumentException("The weights have another layout than the mask");
    }
    float[] values = ifKept.values();
    int position = 0;
    for (ParameterLayout.Place place : layout.prunable()) {
      for (int i = place.offset(); i < place.end(); i++, position++) {
        if (!kept.get(position)) {
          values[i] = ifPruned.value(i);
        }
      }
    }
    return new Weights(layout, values);
  }

  /** The bits, position p in word p ÷ 64 at bit p mod 64; unused bits are 0. A copy. */
  public long[] toWords() {
    return Arrays.copyOf(kept.toLongArray(), (size() + Long.SIZE - 1) / Long.SIZE);
  }

  /** SHA-256 in hex over one byte, 1 or 0, for each position. */
  public String sha256() {
    byte[] bytes = new byte[size()];
    for (int position = 0; position < bytes.length; position++) {
      bytes[position] = (byte) (kept.get(position) ? 1 : 0);
    }
    return Sha256.of(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Mask mask && layout.equals(mask.layout) && kept.equals(mask.kept);
  }

  @Override
  public int hashCode() {
    return kept.hashCode();
  }

  @Override
  public String toString() {
    return kept() + " of " + size();
  }
}
