package dev.winnow.engine.dl4j;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.network.DropoutDraws;
import java.util.ArrayList;
import java.util.List;

/** The dropouts of one network, which drop in each iteration what its number says. */
final class Dropouts {
  private final long seed;
  private final List<DrawnDropout> all = new ArrayList<>();

  /**
   * @param seed the trial's
   */
  Dropouts(long seed) {
    this.seed = seed;
  }

  DrawnDropout of(LayerSpec.Dropout spec) {
    DrawnDropout dropout = new DrawnDropout(DropoutDraws.of(spec, seed));
    all.add(dropout);
    return dropout;
  }

  /** Which iteration comes next. */
  void at(int iteration) {
    all.forEach(dropout -> dropout.at(iteration));
  }
}
