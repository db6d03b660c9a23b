package dev.winnow.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.architecture.Weights;
import dev.winnow.definition.Blueprints;
import dev.winnow.engine.Engine;
import dev.winnow.engine.TrialSetup;
import dev.winnow.experiment.Attempts;
import dev.winnow.experiment.TrialStore;
import dev.winnow.lottery.Objective;
import dev.winnow.lottery.ProgressListener;
import dev.winnow.lottery.Ticket;
import dev.winnow.lottery.Trainer;
import dev.winnow.lottery.TrainingRequest;
import dev.winnow.lottery.TrainingSession;
import dev.winnow.queue.Leases;
import dev.winnow.queue.Slice;
import dev.winnow.queue.WorkRefused;
import dev.winnow.results.Checkpoints;
import dev.winnow.results.RunStore;
import dev.winnow.web.PlayedExperiment;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.info.GitProperties;
import tools.jackson.databind.JsonNode;

/** What becomes of a trial in the hands of a worker that cannot train it. */
class TrialWorkIT extends PlayedExperiment {
  @Autowired private TrialStore trials;
  @Autowired private RunStore runs;
  @Autowired private Checkpoints checkpoints;
  @Autowired private Attempts attempts;
  @Autowired private Leases leases;
  @Autowired private MeterRegistry meters;
  @Autowired private Blueprints blueprints;
  @Autowired private ObjectProvider<GitProperties> git;

  @Test
  void a_trial_of_another_signature_is_refused_with_both_and_waits() {
    long id = submit();
    trials.sign(trials.open(given().claim(id, 2)).orElseThrow(), "one");
    assertThatThrownBy(() -> work().work(given().claim(id, 2), new OneSlice()))
        .isInstanceOf(WorkRefused.class)
        .hasMessage(
            "Trial 2 of experiment %d goes on with the numeric signature one, this worker has"
                + " another. Start a worker that has it, or retry the experiment with any"
                + " signature.",
            id);
    JsonNode trial = get(path(id, "")).json().at("/trialList/1");
    assertThat(trial.get("awaitsSignature").booleanValue()).isTrue();
    assertThat(trial.get("state").stringValue()).isEqualTo("RUNNING");
  }

  private TrialWork work() {
    TrialStores stores = new TrialStores(runs, checkpoints, attempts, leases, meters);
    Journals journals = new Journals(stores, blueprints, git);
    return new TrialWork(trials, attempts, journals, blueprints, new OtherEngine());
  }

  /** Of the numeric signature {@code another}. */
  private static final class OtherEngine implements Engine {
    @Override
    public Trainer open(TrialSetup setup) {
      return new OtherTrainer();
    }

    @Override
    public String device() {
      return "none";
    }
  }

  private static final class OtherTrainer implements Trainer {
    @Override
    public TrainingSession begin(TrainingRequest training, ProgressListener listener) {
      throw new UnsupportedOperationException("Nothing is trained here");
    }

    @Override
    public Weights gradient(Ticket ticket, Objective objective) {
      throw new UnsupportedOperationException("Nothing is trained here");
    }

    @Override
    public String signature() {
      return "another";
    }

    @Override
    public String dataChecksum() {
      return "0";
    }

    @Override
    public void close() {}
  }

  private static final class OneSlice implements Slice {
    @Override
    public boolean over() {
      return false;
    }

    @Override
    public boolean revoked() {
      return false;
    }

    @Override
    public void onRevoked(Runnable action) {}

    @Override
    public int failures() {
      return 0;
    }
  }
}
