package dev.winnow.process;

import dev.winnow.engine.Trials;
import dev.winnow.lottery.Trainer;

/** A process that has a child train, and says which process that is. */
final class ParentProcess {
  private ParentProcess() {}

  public static void main(String[] arguments) {
    try (Trainer trainer = ChildTrials.engine().open(ChildTrials.glyphs("10000000it"))) {
      long pid = ((ChildTrainer) trainer).pid();
      trainer.train(
          Trials.ticket(ChildTrials.LAYERS, 1, 1),
          (point, of) -> System.out.println("CHILD " + pid));
    }
  }
}
