package dev.winnow.execution;

import dev.winnow.experiment.Blueprint;
import dev.winnow.experiment.Blueprints;
import dev.winnow.experiment.OpenTrial;
import dev.winnow.experiment.Provenance;
import dev.winnow.experiment.RunBook;
import dev.winnow.lottery.Journal;
import dev.winnow.lottery.Trainer;
import dev.winnow.queue.Leases;
import dev.winnow.queue.Slice;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.GitProperties;
import org.springframework.stereotype.Component;

/** Opens the journals of trials. */
@Component
final class Journals {
  private final RunBook runs;
  private final Blueprints blueprints;
  private final Leases leases;
  private final MeterRegistry meters;
  private final Clock clock;
  private final String commit;

  Journals(
      RunBook runs,
      Blueprints blueprints,
      Leases leases,
      MeterRegistry meters,
      Clock clock,
      ObjectProvider<GitProperties> git) {
    this.runs = runs;
    this.blueprints = blueprints;
    this.leases = leases;
    this.meters = meters;
    this.clock = clock;
    GitProperties properties = git.getIfAvailable();
    String id = properties == null ? null : properties.getCommitId();
    this.commit = id == null ? "unknown" : id;
  }

  Journal of(OpenTrial trial, Slice slice, Trainer trainer) {
    Blueprint blueprint = blueprints.of(trial.definition());
    String jvm = System.getProperty("java.vm.name") + " " + Runtime.version();
    Provenance provenance =
        new Provenance(trainer.signature(), jvm, commit, trainer.dataChecksum());
    return new StoredJournal(trial, slice, blueprint, provenance, runs, leases, meters, clock);
  }
}
