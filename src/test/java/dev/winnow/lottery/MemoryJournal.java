package dev.winnow.lottery;

import dev.winnow.architecture.Weights;
import dev.winnow.training.LearningCurve;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A journal that forgets everything when the test ends. */
public final class MemoryJournal implements Journal {
  public final List<RunKey> order = new ArrayList<>();
  public final Map<RunKey, Ticket> tickets = new HashMap<>();
  public final Map<RunKey, Outcome> outcomes = new HashMap<>();
  public final Map<Integer, RunArtifacts> left = new HashMap<>();
  public final Map<Integer, Mask> masks = new HashMap<>();
  private @Nullable RunKey current;
  public int runsLeft = Integer.MAX_VALUE;

  @Override
  public boolean has(RunKey run) {
    return outcomes.containsKey(run);
  }

  @Override
  public Optional<Mask> mask(int round) {
    return Optional.ofNullable(masks.get(round));
  }

  public Ticket ticket(int round) {
    return Objects.requireNonNull(tickets.get(RunKey.ticket(round)));
  }

  public Trained trained(int round) {
    return (Trained) Objects.requireNonNull(outcomes.get(RunKey.ticket(round)));
  }

  @Override
  public Weights finalWeights(int round) {
    return trained(round).finalWeights();
  }

  @Override
  public byte[] artifact(int round, String name) {
    return Objects.requireNonNull(Objects.requireNonNull(left.get(round)).values().get(name));
  }

  @Override
  public boolean mayContinue() {
    return runsLeft > 0;
  }

  @Override
  public void begin(RunKey run) {
    runsLeft--;
    current = run;
  }

  @Override
  public ProgressListener progress() {
    return new Watch(this, Objects.requireNonNull(current));
  }

  /** Is told by {@link FormulaTrainer} what is trained. */
  record Watch(MemoryJournal journal, RunKey run) implements ProgressListener {
    @Override
    public void evaluated(LearningCurve.Point point, int iterations) {}

    void began(Ticket ticket) {
      journal.tickets.put(run, ticket);
    }
  }

  @Override
  public void commit(RunKey run, Outcome outcome, RunArtifacts artifacts) {
    order.add(run);
    outcomes.put(run, outcome);
    if (run.isTicket()) {
      left.put(run.round(), artifacts);
      masks.put(run.round(), outcome.mask());
    }
    artifacts.nextMask().ifPresent(mask -> masks.put(run.round() + 1, mask));
  }
}
