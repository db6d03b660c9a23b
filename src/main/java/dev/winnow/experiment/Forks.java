package dev.winnow.experiment;

import dev.winnow.lottery.RunKey;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes experiments that take over another's first rounds and go on with changed settings. */
@Service
public class Forks {
  private final Experiments experiments;
  private final Definitions definitions;
  private final ForkForm form;
  private final Blueprints blueprints;
  private final Inheritance inheritance;
  private final TrialQueue queue;
  private final Events events;
  private final JdbcClient jdbc;
  private final Clock clock;

  Forks(
      Experiments experiments,
      Definitions definitions,
      ForkForm form,
      Blueprints blueprints,
      Inheritance inheritance,
      TrialQueue queue,
      Events events,
      JdbcClient jdbc,
      Clock clock) {
    this.experiments = experiments;
    this.definitions = definitions;
    this.form = form;
    this.blueprints = blueprints;
    this.inheritance = inheritance;
    this.queue = queue;
    this.events = events;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Makes a fork, all or nothing.
   *
   * @param body a JSON object: {@code {"atRound": k, "definition": {changed fields}}}
   * @return the new experiment's id
   * @throws UnknownExperiment if there is none of that id
   * @throws InvalidDefinition if it changes what decided the rounds taken over
   * @throws IllegalMove if a trial has not completed these rounds
   */
  @Transactional
  public long fork(long id, String body) {
    Experiment parent = experiments.lock(id).orElseThrow(() -> new UnknownExperiment(id));
    ExperimentDefinition before = definitions.renewed(parent.definition());
    Fork fork = form.read(before, body);
    List<RunKey> taken =
        blueprints.of(before).runs().subList(0, fork.atRound() + 1).stream()
            .flatMap(List::stream)
            .toList();
    parent.trials().forEach(trial -> requireDone(trial, fork.atRound(), taken.size()));
    return plant(parent, before, fork);
  }

  private void requireDone(Trial trial, int round, int runs) {
    int done =
        jdbc.sql(
                """
                select count(*) from run where trial_id = ? and round <= ?
                  and (arm <> 'ticket' or state = 'COMPLETED')
                """)
            .params(trial.id(), round)
            .query(Integer.class)
            .single();
    if (done < runs) {
      throw new IllegalMove(
          trial.experiment().state(),
          "Trial %d is %s and has completed %d of the %d runs of rounds 0 to %d; fork at an earlier round or when these are done"
              .formatted(trial.number(), trial.state(), done, runs, round),
          trial.experiment().moves());
    }
  }

  private long plant(Experiment parent, ExperimentDefinition before, Fork plan) {
    ExperimentDefinition definition = plan.definition();
    Experiment fork =
        new Experiment(
            definition.name(),
            definitions.write(definition),
            fingerprint(parent, before, plan),
            definition.trials(),
            blueprints.of(definition).runsPerTrial(),
            clock.instant());
    fork.descendFrom(parent, plan.atRound());
    experiments.save(fork);
    IntStream.range(0, fork.trials().size())
        .forEach(i -> inherit(parent.trials().get(i), fork.trials().get(i), plan.atRound()));
    events.experiment(fork);
    queue.add(fork.trials());
    return fork.id();
  }

  private void inherit(Trial from, Trial to, int lastRound) {
    int runs = inheritance.copy(from.id(), to.id(), lastRound);
    to.inherit(from, runs);
    to.experiment().countRuns(runs);
  }

  /** A fork that changes nothing that decides numbers is the same experiment. */
  private String fingerprint(Experiment parent, ExperimentDefinition before, Fork fork) {
    String own = definitions.fingerprint(fork.definition());
    boolean same = own.equals(definitions.fingerprint(before));
    return same && parent.forkRound().orElse(-1) <= fork.atRound()
        ? parent.fingerprint()
        : Fingerprint.ofFork(own, parent.fingerprint(), fork.atRound());
  }
}
