package dev.winnow.experiment;

import static jakarta.persistence.CascadeType.PERSIST;
import static jakarta.persistence.CascadeType.REMOVE;

import dev.winnow.lottery.RunKey;
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
import java.util.Collection;
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
  private String fingerprint;

  @JdbcTypeCode(SqlTypes.JSON)
  private String definition;

  @Enumerated(EnumType.STRING)
  private State state;

  private int runsTotal;
  private int runsDone;
  private long lastEvent;
  private @Nullable Long parentId;
  private @Nullable Short forkRound;
  private @Nullable Long sweepId;
  private @Nullable Short sweepPoint;
  private Instant createdAt;
  private @Nullable Instant startedAt;
  private @Nullable Instant finishedAt;

  @OneToMany(
      mappedBy = "experiment",
      cascade = {PERSIST, REMOVE})
  @OrderBy("number")
  private List<Trial> trials = new ArrayList<>();

  /** Never read: what is added to it becomes a row, and those before are not loaded for that. */
  @OneToMany(mappedBy = "experiment", cascade = PERSIST)
  private Collection<Event> events = new ArrayList<>();

  Experiment() {}

  Experiment(String name, String fingerprint, Workload workload, Instant now) {
    this.name = name;
    this.fingerprint = fingerprint;
    this.state = State.QUEUED;
    this.createdAt = now;
    take(workload);
    record(now);
  }

  /** Takes on what is to be done, with new trials where there are too few. */
  private List<Trial> take(Workload workload) {
    definition = workload.definition();
    runsTotal = workload.runs();
    List<Trial> added = workload.trialsAfter(trials.size(), this);
    trials.addAll(added);
    return added;
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

  void belongTo(Sweep sweep, int point) {
    sweepId = sweep.id();
    sweepPoint = (short) point;
  }

  List<Trial> trials() {
    return trials;
  }

  /** Counts runs that a trial has taken over. */
  void countRuns(int runs) {
    runsDone += runs;
  }

  /** Counts a run that a trial has done. */
  void finished(Trial trial, RunKey run, RunState end, Instant at) {
    runsDone++;
    events.add(Event.of(trial, run, end, ++lastEvent, at));
  }

  /** Whoever moves it has locked its row, so that numbers become visible in their order. */
  private void record(Instant at) {
    events.add(Event.of(this, ++lastEvent, at));
  }

  /**
   * Stops the trials that have not ended.
   *
   * @return the trials that this changed, none if it is paused already
   * @throws IllegalMove if it has ended
   */
  List<Trial> pause(Instant now) {
    List<Trial> moved = group().asked(state, Move.PAUSE, trial -> trial.state().open());
    moved.forEach(Trial::pause);
    return moved(moved, moved.isEmpty() ? state : State.PAUSED, now);
  }

  /**
   * @return the trials that this changed, none if it goes on already
   * @throws IllegalMove if it has ended
   */
  List<Trial> resume(Instant now) {
    List<Trial> moved = group().asked(state, Move.RESUME, trial -> trial.state() == State.PAUSED);
    moved.forEach(Trial::requeue);
    return moved(moved, group().state(), now);
  }

  /**
   * Takes up again what failed or was cancelled.
   *
   * @param anySignature whether these trials, and those that wait for a worker of their numeric
   *     signature, may go on with any
   * @return the trials that this changed, none if it goes on already
   * @throws IllegalMove if it is paused or there is nothing to take up
   */
  List<Trial> retry(boolean anySignature, Instant now) {
    List<Trial> moved =
        new ArrayList<>(group().asked(state, Move.RETRY, trial -> trial.state().retryable()));
    moved.forEach(Trial::requeue);
    if (anySignature) {
      trials.stream().filter(Trial::awaitsSignature).forEach(moved::add);
      moved.forEach(Trial::release);
    }
    return moved(moved, group().state(), now);
  }

  /**
   * Ends the trials that have not ended.
   *
   * @return the trials that this changed, none if it is cancelled already
   * @throws IllegalMove if it has ended otherwise
   */
  List<Trial> cancel(Instant now) {
    List<Trial> moved = group().asked(state, Move.CANCEL, trial -> !trial.state().ended());
    moved.forEach(trial -> trial.cancel(now));
    return moved(moved, moved.isEmpty() ? state : State.CANCELLED, now);
  }

  /** Trials have moved, and it comes to a state after them. */
  private List<Trial> moved(List<Trial> moved, State next, Instant now) {
    moved.forEach(trial -> events.add(Event.of(trial, ++lastEvent, now)));
    enter(next, now);
    return moved;
  }

  private void enter(State next, Instant now) {
    if (next != state) {
      state = state.to(next);
      finishedAt = next.ended() ? now : null;
      record(now);
    }
  }

  /** Throws {@link IllegalMove} if it has not ended. */
  void mayBeDeleted() {
    group().asked(state, Move.DELETE, trial -> false);
  }

  /** What can be asked of it now. */
  Set<Move> moves() {
    return group().moves(state);
  }

  private TrialGroup group() {
    return new TrialGroup(trials);
  }

  /**
   * Takes on more: more runs for each trial, or more trials.
   *
   * @return the trials that are to be queued for it
   * @throws IllegalMove if it neither waits, runs nor has completed
   */
  List<Trial> grow(Workload larger, Instant now) {
    if (!moves().contains(Move.GROW)) {
      throw IllegalMove.growing(state, moves());
    }
    List<Trial> queued = new ArrayList<>();
    trials.stream().filter(trial -> trial.grow(larger.runsPerTrial())).forEach(queued::add);
    queued.addAll(take(larger));
    State next = queued.isEmpty() ? state : group().state();
    if (next == state) {
      record(now);
    }
    enter(next, now);
    return moved(queued, state, now);
  }

  /** Follows a trial that has come to another state. */
  void follow(Trial trial, Instant now) {
    State next = state.open() ? group().state() : state;
    boolean starts = startedAt == null && next != state && next != State.QUEUED;
    startedAt = starts ? now : startedAt;
    moved(List.of(trial), next, now);
  }
}
