package dev.winnow.web;

import dev.winnow.architecture.Weights;
import dev.winnow.definition.Blueprint;
import dev.winnow.experiment.Attempts;
import dev.winnow.experiment.LeasedTrial;
import dev.winnow.lottery.Diverged;
import dev.winnow.lottery.Journal;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Measurement;
import dev.winnow.lottery.Objective;
import dev.winnow.lottery.OptimizerMemory;
import dev.winnow.lottery.Outcome;
import dev.winnow.lottery.ProgressListener;
import dev.winnow.lottery.RunArtifacts;
import dev.winnow.lottery.RunKey;
import dev.winnow.lottery.Ticket;
import dev.winnow.lottery.Trained;
import dev.winnow.lottery.Trainer;
import dev.winnow.lottery.TrainingRequest;
import dev.winnow.lottery.TrainingSession;
import dev.winnow.results.Run;
import dev.winnow.results.RunStore;
import dev.winnow.results.WorkerProvenance;
import dev.winnow.training.LearningCurve;
import dev.winnow.training.LearningCurve.Point;
import dev.winnow.training.LearningCurve.Score;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** A trial that is kept as it should be and trained not at all. */
final class MadeUpTrial implements Journal, Trainer {
  /** Where it is written. */
  record Stores(RunStore runs, Attempts attempts) {}

  private final LeasedTrial trial;
  private final RunStore runs;
  private final Attempts attempts;
  private final Blueprint blueprint;
  private final ToDoubleFunction<RunKey> accuracy;
  private final Set<RunKey> done;
  private int left;
  private RunKey current = RunKey.ticket(0);

  MadeUpTrial(
      LeasedTrial trial,
      Stores stores,
      Blueprint blueprint,
      int most,
      ToDoubleFunction<RunKey> accuracy) {
    this.trial = trial;
    this.runs = stores.runs();
    this.attempts = stores.attempts();
    this.blueprint = blueprint;
    this.left = most;
    this.accuracy = accuracy;
    this.done = new HashSet<>(runs.done(trial));
  }

  RunKey next() {
    return blueprint.runs().stream()
        .flatMap(List::stream)
        .filter(run -> !done.contains(run))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public boolean has(RunKey run) {
    return done.contains(run);
  }

  @Override
  public Optional<Mask> mask(int round) {
    return runs.mask(trial, blueprint.layout(), round);
  }

  @Override
  public Weights gradient(Ticket ticket, Objective objective) {
    throw new UnsupportedOperationException("Nothing is trained here, so nothing has slopes");
  }

  @Override
  public Weights finalWeights(int round) {
    return runs.finalWeights(trial, blueprint.layout(), round);
  }

  @Override
  public byte[] artifact(int round, String name) {
    return runs.artifact(trial, round, name);
  }

  @Override
  public boolean mayContinue() {
    return left > 0;
  }

  @Override
  public void begin(RunKey run) {
    current = run;
    attempts.train(trial, run, blueprint.iterations());
  }

  @Override
  public ProgressListener progress() {
    return (point, iterations) -> attempts.reach(trial, point);
  }

  @Override
  public TrainingSession begin(TrainingRequest training, ProgressListener listener) {
    return new MadeUpSession(training.ticket(), accuracy.applyAsDouble(current), listener);
  }

  /** Learns nothing. */
  private static final class MadeUpSession implements TrainingSession {
    private final Ticket ticket;
    private final double share;
    private final ProgressListener listener;
    private Mask mask;
    private int iteration;

    MadeUpSession(Ticket ticket, double share, ProgressListener listener) {
      this.ticket = ticket;
      this.share = share;
      this.listener = listener;
      this.mask = ticket.mask();
    }

    @Override
    public int iteration() {
      return iteration;
    }

    @Override
    public int iterations() {
      return 100;
    }

    @Override
    public Mask mask() {
      return mask;
    }

    @Override
    public boolean trainUntil(int until) {
      iteration = until;
      return !Double.isNaN(share);
    }

    @Override
    public Weights weights() {
      return ticket.frozen() ? ticket.start() : mask.apply(ticket.start());
    }

    @Override
    public void change(Mask other) {
      mask = other;
    }

    @Override
    public Outcome end() {
      if (Double.isNaN(share)) {
        Point lost = new Point(10, new Score(Double.NaN, 0.1), Optional.empty());
        return new Diverged(mask, 10, "The loss is not a number", curve(lost), 1.5, "dense");
      }
      Point early = new Point(50, new Score(0.2, share), Optional.of(new Score(0.25, share)));
      Point end =
          new Point(100, new Score(0.3, share), Optional.of(new Score(0.35, share - 0.03125)));
      listener.evaluated(end, 100);
      return new Trained(
          mask,
          weights(),
          Map.of(),
          new OptimizerMemory(100, List.of(weights())),
          curve(early, end),
          measured(early),
          measured(end),
          1.5,
          "dense");
    }
  }

  private static LearningCurve curve(Point... points) {
    return new LearningCurve(List.of(points));
  }

  private static Measurement measured(Point point) {
    return new Measurement(
        point.iteration(), point.validation(), point.test().orElseThrow(), new BitSet());
  }

  @Override
  public void commit(RunKey run, Outcome outcome, RunArtifacts artifacts) {
    WorkerProvenance provenance =
        new WorkerProvenance(signature(), "a JVM", "unknown", dataChecksum());
    Mask ticket = run.isTicket() ? outcome.mask() : mask(run.round()).orElseThrow();
    runs.commit(trial, new Run(run, ticket, outcome, provenance), artifacts);
    done.add(run);
    left--;
  }

  @Override
  public String signature() {
    return "made-up";
  }

  @Override
  public String dataChecksum() {
    return "none";
  }

  @Override
  public void close() {}
}
