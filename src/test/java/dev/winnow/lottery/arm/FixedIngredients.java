package dev.winnow.lottery.arm;

import dev.winnow.architecture.Layout;
import dev.winnow.architecture.Weights;
import dev.winnow.lottery.Ingredients;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Networks;
import dev.winnow.random.RandomStream;

/** Draws from streams of one seed; the rewound weights are those of seed 1. */
record FixedIngredients(Layout layout, long seed) implements Ingredients {
  @Override
  public RandomStream stream(String purpose, Object... key) {
    return RandomStream.of(seed, purpose, key);
  }

  @Override
  public Weights fresh() {
    return fresh(layout);
  }

  @Override
  public Weights fresh(Layout tensors) {
    return Networks.random(tensors, seed);
  }

  @Override
  public Weights rewound() {
    return Networks.random(layout, 1);
  }

  /** The last weight of each layer and the first of all. */
  @Override
  public Mask oneShot() {
    return Mask.keeping(layout, new int[] {0, layout.prunableSize() - 1});
  }
}
