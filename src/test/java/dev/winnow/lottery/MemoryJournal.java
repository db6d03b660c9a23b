package dev.winnow.lottery;

import dev.winnow.architecture.Weights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A journal that forgets everything when the test ends. */
public final class MemoryJournal implements Journal {
  final List<RunKey> order = new ArrayList<>();
  final Map<RunKey, Ticket> tickets = new HashMap<>();
  final Map<RunKey, Outcome> outcomes = new HashMap<>();
  final Map<Integer, Legacy> legacies = new HashMap<>();
  final Map<Integer, Mask> masks = new HashMap<>();
  int runsLeft = Integer.MAX_VALUE;

  @Override
  public boolean has(RunKey run) {
    return outcomes.containsKey(run);
  }

  @Override
  public Optional<Mask> mask(int round) {
    return Optional.ofNullable(masks.get(round));
  }

  Ticket ticket(int round) {
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
  public Weights pruningWeights(int round) {
    return Objects.requireNonNull(legacies.get(round)).pruning().orElseThrow();
  }

  @Override
  public Weights rewindWeights() {
    return Objects.requireNonNull(legacies.get(0)).rewind().orElseThrow();
  }

  @Override
  public OptimizerMemory memory(int round) {
    return Objects.requireNonNull(legacies.get(round)).memory().orElseThrow();
  }

  @Override
  public boolean mayContinue() {
    return runsLeft > 0;
  }

  @Override
  public void begin(RunKey run) {
    runsLeft--;
  }

  @Override
  public ProgressListener progress() {
    return (point, iterations) -> {};
  }

  @Override
  public void commit(RunKey run, Ticket ticket, Outcome outcome, Legacy legacy) {
    order.add(run);
    tickets.put(run, ticket);
    outcomes.put(run, outcome);
    if (run.isTicket()) {
      legacies.put(run.round(), legacy);
    }
    legacy.next().ifPresent(mask -> masks.put(run.round() + 1, mask));
  }
}
