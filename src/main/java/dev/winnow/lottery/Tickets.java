package dev.winnow.lottery;

import dev.winnow.architecture.Initialisation;
import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import dev.winnow.catalog.Choice;
import dev.winnow.random.RandomStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes what a trial trains: the ticket of a round, and each control's version of it. */
public final class Tickets {
  private final ParameterLayout layout;
  private final Initialisation initialisation;
  private final Choice initialisationChoice;
  private final Arms arms;
  private final long seed;
  private Optional<Weights> initial = Optional.empty();

  /**
   * @param seed the trial's
   */
  public Tickets(
      ParameterLayout layout,
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

  public ParameterLayout layout() {
    return layout;
  }

  /** The trial's weights at initialisation. */
  public Weights initialWeights() {
    if (initial.isEmpty()) {
      initial = Optional.of(draw(layout, "initialisation"));
    }
    return initial.get();
  }

  /** The randomness of the criterion that makes a round's mask. */
  public RandomStream criterionStream(int round) {
    return RandomStream.of(seed, "criterion", round);
  }

  /**
   * The ticket of a round. Round 0's is the initialised network.
   *
   * @param origin the weights with which the round begins
   */
  public Ticket ticket(Mask mask, Weights origin, int round, MaskActions actions) {
    Weights initial = initialWeights();
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

  /**
   * What a control trains beside the ticket. A function of its arguments and the trial.
   *
   * @param arm the run's
   * @param rewound the weights with which the round begins, before a mask is applied
   * @param oneShot makes the mask that the round would have if it were pruned at once from round 0
   */
  public Ticket control(
      RunKey run, ArmChoice arm, Ticket ticket, Weights rewound, Supplier<Mask> oneShot) {
    Context context = new Context(run, ticket.frozen(), rewound, oneShot);
    return arms.get(arm.name()).control(ticket, arm.choice(), context);
  }

  /** The runs of a round: the ticket first, then each control's. */
  public List<RunKey> runs(List<ArmChoice> controls, int round) {
    return Stream.concat(
            Stream.of(RunKey.ticket(round)), controls.stream().flatMap(arm -> runs(arm, round)))
        .toList();
  }

  private Stream<RunKey> runs(ArmChoice arm, int round) {
    if (!arm.rounds().contains(round)) {
      return Stream.empty();
    }
    return IntStream.rangeClosed(1, arms.get(arm.name()).replicates(arm.choice()))
        .mapToObj(replicate -> new RunKey(round, arm.id(), replicate));
  }

  private Weights draw(ParameterLayout tensors, String purpose, Object... key) {
    return initialisation.draw(
        tensors,
        initialisationChoice,
        tensor ->
            RandomStream.of(
                seed, purpose, Stream.concat(Stream.of(key), Stream.of(tensor)).toArray()));
  }

  /** What one run of a control is made from. */
  private final class Context implements ControlContext {
    private final RunKey run;
    private final boolean frozen;
    private final Weights rewound;
    private final Supplier<Mask> oneShot;

    Context(RunKey run, boolean frozen, Weights rewound, Supplier<Mask> oneShot) {
      this.run = run;
      this.frozen = frozen;
      this.rewound = rewound;
      this.oneShot = oneShot;
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
    public Mask draw(List<Integer> kept) {
      return new MaskDraw(seed, run, kept).mask(layout);
    }

    @Override
    public Weights fresh() {
      return fresh(layout);
    }

    @Override
    public Weights fresh(ParameterLayout tensors) {
      return Tickets.this.draw(tensors, "initialisation", own());
    }

    @Override
    public Weights rewound() {
      return rewound;
    }

    @Override
    public Mask oneShot() {
      return oneShot.get();
    }

    @Override
    public Ticket ticket(Mask mask, Weights kept) {
      return frozen
          ? new Ticket(mask, mask.choose(kept, initialWeights()), true)
          : new Ticket(mask, kept);
    }

    @Override
    public Ticket anew(Mask mask, Weights initial) {
      return new Ticket(mask, initial, frozen);
    }
  }
}
