package dev.winnow.command.bench;

import dev.winnow.command.bench.contender.Contender;

/**
 * One network, trained and evaluated.
 *
 * @param iteration on its next batch
 * @param evaluation on {@link RandomImages#TEST} images
 */
record NetworkContenders(Contender iteration, Contender evaluation) {
  Contender get(boolean evaluated) {
    return evaluated ? evaluation : iteration;
  }
}
