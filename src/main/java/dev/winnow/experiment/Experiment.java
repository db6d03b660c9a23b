package dev.winnow.experiment;

import jakarta.persistence.CascadeType;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  private long lastEvent;

  private @Nullable Long parentId;

  private @Nullable Short forkRound;

  private Instant createdAt;
  private @Nullable Instant startedAt;
  private @Nullable Instant finishedAt;

  @OneToMany(
      mappedBy = "experiment",
      cascade = {CascadeType.PERSIST, CascadeType.REMOVE})
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

  String fingerprint() {
    return fingerprint;
  }

  /** The last round that was taken over from another experiment, if this is a fork. */
  Optional<Integer> forkRound() {
    return Optional.ofNullable(forkRound).map(Short::intValue);
  }

  void descendFrom(Experiment parent, int atRound) {
    parentId = parent.id();
    forkRound = (short) atRound;
  }

  List<Trial> trials() {
    return trials;
  }

  /** Counts runs that a trial has done or taken over. */
  void countRuns(int runs) {
    runsDone += runs;
  }

  /** The number of an event about to be written; this row is locked by whoever asks. */
  long nextEvent() {
    return ++lastEvent;
  }

  /**
   * Stops the trials that have not ended.
   *
   * @return the trials that this changed, none if it is paused already
   * @throws IllegalMove if it has ended
   */
  List<Trial> pause() {
    List<Trial> moved = cohort().asked(state, Move.PAUSE, trial -> trial.state().open());
    moved.forEach(Trial::pause);
    if (!moved.isEmpty()) {
      state = state.to(State.PAUSED);
    }
    return moved;
  }

  /**
   * @return the trials that this changed, none if it goes on already
   * @throws IllegalMove if it has ended
   */
  List<Trial> resume() {
    List<Trial> moved = cohort().asked(state, Move.RESUME, trial -> trial.state() == State.PAUSED);
    moved.forEach(Trial::requeue);
    goOn();
    return moved;
  }

  /**
   * Takes up again what failed or was cancelled.
   *
   * @param anySignature whether these trials, and those that wait for a worker of their numeric
   *     signature, may go on with any
   * @return the trials that this changed, none if it goes on already
   * @throws IllegalMove if it is paused or there is nothing to take up
   */
  List<Trial> retry(boolean anySignature) {
    List<Trial> moved =
        new ArrayList<>(cohort().asked(state, Move.RETRY, trial -> trial.state().retryable()));
    moved.forEach(Trial::requeue);
    if (anySignature) {
      trials.stream().filter(Trial::awaitsSignature).forEach(moved::add);
      moved.forEach(Trial::release);
    }
    goOn();
    return moved;
  }

  /**
   * Ends the trials that have not ended.
   *
   * @return the trials that this changed, none if it is cancelled already
   * @throws IllegalMove if it has ended otherwise
   */
  List<Trial> cancel(Instant now) {
    List<Trial> moved = cohort().asked(state, Move.CANCEL, trial -> !trial.state().ended());
    moved.forEach(trial -> trial.cancel(now));
    if (!moved.isEmpty()) {
      state = state.to(State.CANCELLED);
      finishedAt = now;
    }
    return moved;
  }

  /**
   * @throws IllegalMove if it has not ended
   */
  void mayBeDeleted() {
    cohort().asked(state, Move.DELETE, trial -> false);
  }

  private Cohort cohort() {
    return new Cohort(trials);
  }

  /** What can be asked of it now. */
  Set<Move> moves() {
    return cohort().moves(state);
  }

  private void goOn() {
    State next = cohort().state();
    if (next != state) {
      state = state.to(next);
      finishedAt = null;
    }
  }

  /**
   * Takes on a larger definition: more runs for each trial, or more trials.
   *
   * @return the trials that are to be queued for it
   * @throws IllegalMove if it neither waits, runs nor has completed
   */
  List<Trial> grow(String larger, TrialPlan plan, int runsPerTrial) {
    if (!moves().contains(Move.GROW)) {
      throw IllegalMove.growing(state, moves());
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
    if (!queued.isEmpty()) {
      goOn();
    }
    return queued;
  }

  /** Follows its trials; true if that changed its state. */
  boolean follow(Instant now) {
    State next = cohort().state();
    if (next == state || !state.open()) {
      return false;
    }
    if (startedAt == null && next != State.QUEUED) {
      startedAt = now;
    }
    state = state.to(next);
    if (next.ended()) {
      finishedAt = now;
    }
    return true;
  }
}
