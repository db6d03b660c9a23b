package dev.winnow.lottery.arm;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import dev.winnow.lottery.ControlContext;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.MaskDraw;
import dev.winnow.lottery.Networks;
import dev.winnow.lottery.RunKey;
import dev.winnow.lottery.Ticket;
import dev.winnow.random.RandomStream;
import java.util.List;

/** Draws from streams of one seed; the rewound weights are those of seed 1. */
record FixedContext(ParameterLayout layout, long seed) implements ControlContext {
  @Override
  public RandomStream stream(String purpose, Object... key) {
    return RandomStream.of(seed, purpose, key);
  }

  @Override
  public Mask draw(List<Integer> kept) {
    return new MaskDraw(seed, new RunKey(1, "arm", 1), kept).mask(layout);
  }

  @Override
  public Weights fresh() {
    return fresh(layout);
  }

  @Override
  public Weights fresh(ParameterLayout tensors) {
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

  @Override
  public Ticket ticket(Mask mask, Weights kept) {
    return new Ticket(mask, kept);
  }

  @Override
  public Ticket anew(Mask mask, Weights initial) {
    return new Ticket(mask, initial);
  }
}
