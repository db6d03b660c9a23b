package dev.winnow.lottery.arm;

import dev.winnow.architecture.Layout;
import dev.winnow.architecture.Weights;
import dev.winnow.lottery.Draw;
import dev.winnow.lottery.Networks;
import dev.winnow.random.RandomStream;

/** Draws from streams of one seed. */
record FixedDraw(Layout layout, long seed) implements Draw {
  @Override
  public RandomStream stream(String purpose, Object... key) {
    return RandomStream.of(seed, purpose, key);
  }

  @Override
  public Weights weights() {
    return Networks.random(layout, seed);
  }
}
