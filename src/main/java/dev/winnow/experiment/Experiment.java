package dev.winnow.experiment;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A submitted definition and where its trials stand. */
@Entity
@SuppressWarnings("unused") // Hibernate reads the fields.
class Experiment {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  private String name;

  @JdbcTypeCode(SqlTypes.JSON)
  private String definition;

  private String fingerprint;

  @Enumerated(EnumType.STRING)
  private State state;

  private int runsTotal;
  private int runsDone;

  @Column(name = "last_event")
  private long lastEvent;

  private Instant createdAt;
  private @Nullable Instant startedAt;
  private @Nullable Instant finishedAt;

  @OneToMany(mappedBy = "experiment", cascade = CascadeType.PERSIST)
  @OrderBy("number")
  private List<Trial> trials = new ArrayList<>();

  Experiment() {}

  Experiment(
      String name,
      String definition,
      String fingerprint,
      TrialPlan plan,
      int runsPerTrial,
      Instant now) {
    this.name = name;
    this.definition = definition;
    this.fingerprint = fingerprint;
    this.state = State.QUEUED;
    this.createdAt = now;
    this.runsTotal = Math.multiplyExact(runsPerTrial, plan.count());
    for (int number = 1; number <= plan.count(); number++) {
      trials.add(new Trial(this, number, plan.seedOf(number), runsPerTrial));
    }
  }

  long id() {
    if (id == null) {
      throw new IllegalStateException("This experiment has not been saved");
    }
    return id;
  }

  State state() {
    return state;
  }

  String definition() {
    return definition;
  }

  List<Trial> trials() {
    return trials;
  }

  void countRun() {
    runsDone++;
  }

  /** The number of an event about to be written; this row is locked by whoever asks. */
  long nextEvent() {
    return ++lastEvent;
  }

  /**
   * Ends the trials that have not ended.
   *
   * @throws IllegalMove if the experiment has ended
   */
  void cancel(Instant now) {
    if (state.ended()) {
      throw new IllegalMove("The experiment is " + state + " and has nothing left to cancel");
    }
    trials.stream().filter(trial -> !trial.state().ended()).forEach(trial -> trial.cancel(now));
    state = state.to(State.CANCELLED);
    finishedAt = now;
  }

  /**
   * Takes on a larger definition: more runs for each trial, or more trials.
   *
   * @return the trials that are to be queued for it
   * @throws IllegalMove if it neither waits, runs nor has completed
   */
  List<Trial> grow(String larger, TrialPlan plan, int runsPerTrial) {
    if (state != State.COMPLETED && state != State.QUEUED && state != State.RUNNING) {
      throw new IllegalMove(
          "The experiment is %s; one that is QUEUED, RUNNING or COMPLETED grows. Submit its definition with the additions as a new experiment"
              .formatted(state));
    }
    definition = larger;
    List<Trial> queued = new ArrayList<>();
    trials.stream().filter(trial -> trial.grow(runsPerTrial)).forEach(queued::add);
    for (int number = trials.size() + 1; number <= plan.count(); number++) {
      Trial added = new Trial(this, number, plan.seedOf(number), runsPerTrial);
      trials.add(added);
      queued.add(added);
    }
    runsTotal = Math.multiplyExact(runsPerTrial, trials.size());
    State next = queued.isEmpty() ? state : ofTrials();
    state = next == state ? state : state.to(next);
    finishedAt = next.ended() ? finishedAt : null;
    return queued;
  }

  /** Follows its trials; true if that changed its state. */
  boolean follow(Instant now) {
    State before = state;
    State next = ofTrials();
    if (next == before || before.ended()) {
      return false;
    }
    if (startedAt == null && next != State.QUEUED) {
      startedAt = now;
    }
    state = before == State.QUEUED && next.ended() ? next : before.to(next);
    if (next.ended()) {
      finishedAt = now;
    }
    return true;
  }

  /** Any trial running, else any queued, else the best end that a trial came to. */
  private State ofTrials() {
    Set<State> states =
        trials.stream()
            .map(Trial::state)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(State.class)));
    return List.of(State.RUNNING, State.QUEUED, State.COMPLETED, State.FAILED, State.DIVERGED)
        .stream()
        .filter(states::contains)
        .findFirst()
        .orElse(State.CANCELLED);
  }
}
