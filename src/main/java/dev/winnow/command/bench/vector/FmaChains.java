package dev.winnow.command.bench.vector;

import dev.winnow.command.bench.contender.Contender;
import dev.winnow.command.bench.contender.FmaPeak;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Chains of fused multiply-adds that need registers alone and not each other: 16, twice as many as
 * two units with a latency of four cycles can hold.
 */
public final class FmaChains implements Contender {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int CHAINS = 16;
  private static final int LENGTH = FmaPeak.OPERATIONS / (2 * CHAINS * SPECIES.length());

  private final float[] ends = new float[SPECIES.length()];

  @Override
  public String path() {
    return SPECIES.vectorBitSize() + " bits";
  }

  /** x ← x · 0.999 + 0.001, again and again: it stays near 1. */
  @Override
  public void step() {
    FloatVector factor = FloatVector.broadcast(SPECIES, 0.999f);
    FloatVector term = FloatVector.broadcast(SPECIES, 0.001f);
    FloatVector x0 = FloatVector.fromArray(SPECIES, ends, 0);
    FloatVector x1 = x0.add(1);
    FloatVector x2 = x0.add(2);
    FloatVector x3 = x0.add(3);
    FloatVector x4 = x0.add(4);
    FloatVector x5 = x0.add(5);
    FloatVector x6 = x0.add(6);
    FloatVector x7 = x0.add(7);
    FloatVector x8 = x0.add(8);
    FloatVector x9 = x0.add(9);
    FloatVector x10 = x0.add(10);
    FloatVector x11 = x0.add(11);
    FloatVector x12 = x0.add(12);
    FloatVector x13 = x0.add(13);
    FloatVector x14 = x0.add(14);
    FloatVector x15 = x0.add(15);
    for (int i = 0; i < LENGTH; i++) {
      x0 = x0.fma(factor, term);
      x1 = x1.fma(factor, term);
      x2 = x2.fma(factor, term);
      x3 = x3.fma(factor, term);
      x4 = x4.fma(factor, term);
      x5 = x5.fma(factor, term);
      x6 = x6.fma(factor, term);
      x7 = x7.fma(factor, term);
      x8 = x8.fma(factor, term);
      x9 = x9.fma(factor, term);
      x10 = x10.fma(factor, term);
      x11 = x11.fma(factor, term);
      x12 = x12.fma(factor, term);
      x13 = x13.fma(factor, term);
      x14 = x14.fma(factor, term);
      x15 = x15.fma(factor, term);
    }
    FloatVector low = x0.add(x1).add(x2).add(x3).add(x4).add(x5).add(x6).add(x7);
    FloatVector high = x8.add(x9).add(x10).add(x11).add(x12).add(x13).add(x14).add(x15);
    low.add(high).mul(1f / CHAINS).intoArray(ends, 0);
  }
}
