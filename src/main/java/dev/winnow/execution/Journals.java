package dev.winnow.execution;

import dev.winnow.definition.Blueprint;
import dev.winnow.definition.Blueprints;
import dev.winnow.experiment.LeasedTrial;
import dev.winnow.lottery.Trainer;
import dev.winnow.queue.Slice;
import dev.winnow.results.WorkerProvenance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.GitProperties;
import org.springframework.stereotype.Component;

/** Opens the journals of trials. */
@Component
final class Journals {
  private final TrialStores stores;
  private final Blueprints blueprints;
  private final String commit;

  Journals(TrialStores stores, Blueprints blueprints, ObjectProvider<GitProperties> git) {
    this.stores = stores;
    this.blueprints = blueprints;
    GitProperties properties = git.getIfAvailable();
    String id = properties == null ? null : properties.getCommitId();
    this.commit = id == null ? "unknown" : id;
  }

  DatabaseJournal of(LeasedTrial trial, Slice slice, Trainer trainer) {
    Blueprint blueprint = blueprints.of(trial.definition());
    String jvm = System.getProperty("java.vm.name") + " " + Runtime.version();
    WorkerProvenance provenance =
        new WorkerProvenance(trainer.signature(), jvm, commit, trainer.dataChecksum());
    return new DatabaseJournal(trial, slice, blueprint, provenance, stores);
  }
}
