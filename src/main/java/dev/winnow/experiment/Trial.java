package dev.winnow.experiment;

import dev.winnow.lottery.RunKey;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An experiment with one seed: the unit that a worker claims. */
@Entity
@SuppressWarnings("unused") // Hibernate reads the fields.
public class Trial {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  private Experiment experiment;

  private int number;
  private long seed;

  @Enumerated(EnumType.STRING)
  private State state;

  private @Nullable String reason;
  private @Nullable String signature;
  private boolean anySignature;
  private boolean awaitsSignature;
  private int runsTotal;
  private int runsDone;
  private @Nullable Instant startedAt;
  private @Nullable Instant finishedAt;

  Trial() {}

  Trial(Experiment experiment, int number, long seed, int runsTotal) {
    this.experiment = experiment;
    this.number = number;
    this.seed = seed;
    this.state = State.QUEUED;
    this.runsTotal = runsTotal;
  }

  long id() {
    if (id == null) {
      throw new IllegalStateException("This trial has not been saved");
    }
    return id;
  }

  Experiment experiment() {
    return experiment;
  }

  int number() {
    return number;
  }

  long seed() {
    return seed;
  }

  State state() {
    return state;
  }

  Optional<String> signature() {
    return Optional.ofNullable(signature);
  }

  /** The numeric signature that it must go on with; empty if any will do. */
  Optional<String> needs() {
    return anySignature ? Optional.empty() : signature();
  }

  void start(Instant now) {
    state = state.to(State.RUNNING);
    startedAt = startedAt == null ? now : startedAt;
    experiment.follow(this, now);
  }

  /** Fixes the numeric signature; that of the first claim stays, and a worker with it is needed. */
  void sign(String ofWorker) {
    signature = signature == null ? ofWorker : signature;
    awaitsSignature = !anySignature && !signature.equals(ofWorker);
  }

  /** From now on workers of any signature go on, and the trial's bits cannot be reproduced. */
  void release() {
    anySignature = true;
    awaitsSignature = false;
    reason = null;
  }

  boolean awaitsSignature() {
    return awaitsSignature;
  }

  /** Counts a run that is done. */
  public void finish(RunKey run, RunState end, Instant now) {
    runsDone++;
    reason = null;
    experiment.finished(this, run, end, now);
  }

  /** Whether no run is left to do. */
  boolean isDone() {
    return runsDone == runsTotal;
  }

  int runsDone() {
    return runsDone;
  }

  /**
   * Takes on more runs.
   *
   * @param runs of the whole trial
   * @return whether it had completed and is to be worked on again
   */
  boolean grow(int runs) {
    runsTotal = runs;
    if (state != State.COMPLETED || isDone()) {
      return false;
    }
    requeue();
    return true;
  }

  /** Begins with the runs, so many, and the numeric signature of another experiment's trial. */
  void inherit(Trial from, int runs) {
    signature = from.signature;
    anySignature = from.anySignature;
    runsDone += runs;
    experiment.countRuns(runs);
  }

  /**
   * @param why as a sentence; null if it has done all its runs
   */
  void end(State end, @Nullable String why, Instant now) {
    enterEnd(end, why, now);
    experiment.follow(this, now);
  }

  private void enterEnd(State end, @Nullable String why, Instant now) {
    state = state.to(end);
    reason = why;
    finishedAt = now;
  }

  void pause() {
    state = state.to(State.PAUSED);
  }

  void cancel(Instant now) {
    enterEnd(State.CANCELLED, null, now);
  }

  /** Goes on where it stopped, after a pause or an end. */
  void requeue() {
    state = state.to(State.QUEUED);
    awaitsSignature = false;
    reason = null;
    finishedAt = null;
  }
}
