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
    return draw(layout, "initialisation");
  }

  /** The randomness of the criterion that makes a round's mask. */
  RandomStream criterionStream(int round) {
    return RandomStream.of(seed, "criterion", round);
  }

  /**
   * The ticket of a round. Round 0's is the initialised network.
   *
   * @param origin the weights with which the round begins
   */
  Ticket ticket(Mask mask, Weights origin, Weights initial, int round, MaskActions actions) {
    if (round == 0) {
      return new Ticket(mask, initial);
    }
    Weights kept =
        switch (actions.kept()) {
          case REWIND -> origin;
          case SIGN -> Signs.of(origin).give(draw(layout, "kept-sign", round));
          case SIGNED_CONSTANT -> Signs.of(origin).giveDeviations(initial);
        };
    return actions.pruned() == MaskActions.Pruned.ZERO
        ? new Ticket(mask, kept)
        : new Ticket(mask, mask.choose(kept, initial), true);
  }

  /** What a control trains beside the ticket. A function of its arguments and the trial. */
  public Ticket challenge(Ticket ticket, ArmChoice arm, RunKey run, Origin origin) {
    return arms.get(arm.name()).challenge(ticket, arm.choice(), new Keyed(run, origin));
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

  private Weights draw(Layout tensors, String purpose, Object... key) {
    return initialisation.draw(
        tensors,
        initialisationChoice,
        tensor ->
            RandomStream.of(
                seed, purpose, Stream.concat(Stream.of(key), Stream.of(tensor)).toArray()));
  }

  /** The ingredients of one run. */
  private final class Keyed implements Ingredients {
    private final RunKey run;
    private final Origin origin;

    Keyed(RunKey run, Origin origin) {
      this.run = run;
      this.origin = origin;
    }

    @Override
    public RandomStream stream(String purpose, Object... key) {
      return RandomStream.of(
          seed, purpose, Stream.concat(Stream.of(own()), Stream.of(key)).toArray());
    }

    private Object[] own() {
      return new Object[] {run.arm(), run.replicate(), run.round()};
    }

    @Override
    public Weights fresh() {
      return fresh(layout);
    }

    @Override
    public Weights fresh(Layout tensors) {
      return draw(tensors, "initialisation", own());
    }

    @Override
    public Weights rewound() {
      return origin.weights();
    }

    @Override
    public Mask oneShot() {
      return origin.oneShot().get();
    }
  }
}
