package dev.winnow.command.bench.contender;

/** A piece of a training's work, ready to be done again and again while somebody holds a watch. */
public interface Contender {
  /** Which code does it: {@code "dense"}. */
  String path();

  /** Does it once more. */
  void step();
}
