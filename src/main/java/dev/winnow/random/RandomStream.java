package dev.winnow.random;

import dev.winnow.checksum.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A stream of random numbers that is a pure function of its key, on every platform and Java
 * version: xoshiro256** (Blackman and Vigna, "Scrambled Linear Pseudorandom Number Generators",
 * 2021), seeded by the SHA-256 of the key. Streams with different keys are independent, so adding a
 * round, a trial or an arm to an experiment changes no draw that was there before.
 *
 * <p>Not safe for use by several threads.
 */
public final class RandomStream {
  private long s0;
  private long s1;
  private long s2;
  private long s3;

  private RandomStream(ByteBuffer seed) {
    s0 = seed.getLong();
    s1 = seed.getLong();
    s2 = seed.getLong();
    s3 = seed.getLong();
  }

  /**
   * @param seed the trial's seed (or a data set's own)
   * @param purpose what the numbers are for, such as {@code "initialisation"}
   * @param key what else tells this stream from others: arm id, replicate, round, layer name, epoch
   */
  public static RandomStream of(long seed, String purpose, Object... key) {
    Sha256 sum = new Sha256();
    add(sum, Long.toString(seed));
    add(sum, purpose);
    for (Object part : key) {
      add(sum, part.toString());
    }
    return new RandomStream(ByteBuffer.wrap(sum.bytes()));
  }

  /** Length before content, so that ("a", "bc") and ("ab", "c") are different keys. */
  private static void add(Sha256 sum, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    sum.add(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length)).add(bytes);
  }

  /** All 2^64 values are equally likely. */
  public long nextLong() {
    long result = Long.rotateLeft(s1 * 5, 7) * 9;
    long t = s1 << 17;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = Long.rotateLeft(s3, 45);
    return result;
  }

  /** From 0 (included) to 1 (excluded), in steps of 2^-53. */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  /**
   * From 0 to {@code bound} − 1, without bias.
   *
   * @throws IllegalArgumentException if {@code bound} is not positive
   */
  public int nextInt(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound must be positive, is " + bound);
    }
    long limit = (1L << 31) - (1L << 31) % bound;
    long draw;
    do {
      draw = nextLong() >>> 33;
    } while (draw >= limit);
    return (int) (draw % bound);
  }

  /** Mean 0, standard deviation 1 (Box and Muller, 1958; the cosine branch). */
  public double nextGaussian() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - nextDouble()));
    return radius * StrictMath.cos(2 * StrictMath.PI * nextDouble());
  }

  /** The numbers 0 to {@code n} − 1 in an order drawn uniformly (Fisher and Yates). */
  public int[] permutation(int n) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
