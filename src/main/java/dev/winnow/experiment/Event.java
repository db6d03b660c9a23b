package dev.winnow.experiment;

import dev.winnow.lottery.RunKey;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened to an experiment, as its stream tells it to those who follow. */
@Entity
@IdClass(Event.Key.class)
@SuppressWarnings("unused") // Hibernate reads the fields.
class Event {
  /** The place of an event: its experiment's id and its number there. */
  record Key(Long experiment, long number) {}

  @Id
  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  private Experiment experiment;

  @Id private long number;

  private String type;
  private @Nullable Integer trial;
  private @Nullable Short round;
  private @Nullable String arm;
  private @Nullable Short replicate;
  private String state;
  private Instant at;

  Event() {}

  private Event(Experiment experiment, long number, String type, String state, Instant at) {
    this.experiment = experiment;
    this.number = number;
    this.type = type;
    this.state = state;
    this.at = at;
  }

  /** The experiment came to the state that it has now. */
  static Event of(Experiment experiment, long number, Instant at) {
    return new Event(experiment, number, "experiment", experiment.state().name(), at);
  }

  /** A trial came to the state that it has now. */
  static Event of(Trial trial, long number, Instant at) {
    Event event = new Event(trial.experiment(), number, "trial", trial.state().name(), at);
    event.trial = trial.number();
    return event;
  }

  /** A run of a trial came to its end. */
  static Event of(Trial trial, RunKey run, RunState end, long number, Instant at) {
    Event event = new Event(trial.experiment(), number, "run", end.name(), at);
    event.trial = trial.number();
    event.round = (short) run.round();
    event.arm = run.arm();
    event.replicate = (short) run.replicate();
    return event;
  }
}
