package dev.winnow.lottery;

import dev.winnow.architecture.Initialisation;
import dev.winnow.architecture.Layout;
import dev.winnow.architecture.Weights;
import dev.winnow.catalog.Choice;
import dev.winnow.random.RandomStream;
import java.util.stream.Stream;

/** Makes what a trial trains: the ticket of a round, and each control's version of it. */
public final class Tickets {
  private final Layout layout;
  private final Initialisation initialisation;
  private final Choice initialisationChoice;
  private final Arms arms;
  private final long seed;

  /**
   * @param seed the trial's
   */
  public Tickets(
      Layout layout,
      Initialisation initialisation,
      Choice initialisationChoice,
      Arms arms,
      long seed) {
    this.layout = layout;
    this.initialisation = initialisation;
    this.initialisationChoice = initialisationChoice;
    this.arms = arms;
    this.seed = seed;
  }

  public Layout layout() {
    return layout;
  }

  /** The trial's weights at initialisation. */
  public Weights initialWeights() {
    return initialisation.draw(
        layout, initialisationChoice, tensor -> RandomStream.of(seed, "initialisation", tensor));
  }

  /** The randomness of the criterion that makes a round's mask. */
  RandomStream criterionStream(int round) {
    return RandomStream.of(seed, "criterion", round);
  }

  /** What a control trains beside the ticket. A function of its arguments and the trial. */
  public Ticket challenge(Ticket ticket, ArmChoice arm, RunKey run) {
    return arms.get(arm.name()).challenge(ticket, new KeyedDraw(run));
  }

  /** A control's runs in one round. */
  public Stream<RunKey> runs(ArmChoice arm, int round) {
    if (!arm.rounds().contains(round)) {
      return Stream.empty();
    }
    return Stream.iterate(1, replicate -> replicate + 1)
        .limit(arms.get(arm.name()).replicates(arm.choice()))
        .map(replicate -> new RunKey(round, arm.id(), replicate));
  }

  private final class KeyedDraw implements Draw {
    private final RunKey run;

    KeyedDraw(RunKey run) {
      this.run = run;
    }

    @Override
    public RandomStream stream(String purpose, Object... key) {
      Object[] full =
          Stream.concat(Stream.of(run.arm(), run.replicate(), run.round()), Stream.of(key))
              .toArray();
      return RandomStream.of(seed, purpose, full);
    }

    @Override
    public Weights weights() {
      return initialisation.draw(
          layout, initialisationChoice, tensor -> stream("initialisation", tensor));
    }
  }
}
