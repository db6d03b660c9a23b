package dev.winnow.experiment;

import dev.winnow.definition.Definitions;
import dev.winnow.definition.ExperimentDefinition;
import dev.winnow.definition.Fingerprint;
import dev.winnow.definition.Fork;
import dev.winnow.definition.ForkForm;
import dev.winnow.definition.InvalidDefinition;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes experiments that take over another's first rounds and go on with changed settings. */
@Service
public class Forks {
  private final ExperimentRepository experiments;
  private final Definitions definitions;
  private final ForkForm form;
  private final ForkedRounds forkedRounds;
  private final TrialScheduling scheduling;

  Forks(
      ExperimentRepository experiments,
      Definitions definitions,
      ForkForm form,
      ForkedRounds forkedRounds,
      TrialScheduling scheduling) {
    this.experiments = experiments;
    this.definitions = definitions;
    this.form = form;
    this.forkedRounds = forkedRounds;
    this.scheduling = scheduling;
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
    forkedRounds.requireDone(parent, before, fork.atRound());
    Experiment made = scheduling.save(fork.definition(), fingerprint(parent, before, fork));
    forkedRounds.pass(parent, made, fork.atRound());
    scheduling.enqueue(made);
    return made.id();
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
