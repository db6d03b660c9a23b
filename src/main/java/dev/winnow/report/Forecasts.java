package dev.winnow.report;

import dev.winnow.definition.Blueprint;
import dev.winnow.definition.Blueprints;
import dev.winnow.definition.ExperimentDefinition;
import dev.winnow.definition.RoundDensity;
import dev.winnow.experiment.SimilarTrials;
import dev.winnow.experiment.TrialQueue;
import dev.winnow.queue.WorkerRecord;
import dev.winnow.queue.WorkerState;
import dev.winnow.queue.Workers;
import dev.winnow.results.RunQueries;
import dev.winnow.results.RunQueries.Speed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Foretells what experiments take from the trainings that are done. */
@Service
public class Forecasts {
  private final SimilarTrials similar;
  private final RunQueries runs;
  private final Workers workers;
  private final Blueprints blueprints;
  private final Storage storage;

  Forecasts(
      SimilarTrials similar,
      RunQueries runs,
      Workers workers,
      Blueprints blueprints,
      Storage storage) {
    this.similar = similar;
    this.runs = runs;
    this.workers = workers;
    this.blueprints = blueprints;
    this.storage = storage;
  }

  @Transactional(readOnly = true)
  public Forecast of(ExperimentDefinition definition) {
    Blueprint blueprint = blueprints.of(definition);
    List<Speed> measured = runs.speeds(similar.of(definition));
    int trials = definition.trials().count();
    int slots = slots(definition);
    @Nullable Span trial =
        measured.isEmpty() ? null : trial(blueprint, new TrainingSpeed(measured));
    return new Forecast(
        measured.size(),
        trial == null ? null : trial.times(trials),
        slots,
        trial == null || slots == 0 ? null : trial.times(Math.ceil((double) trials / slots)),
        storage.bytes(definition, blueprint));
  }

  private static Span trial(Blueprint blueprint, TrainingSpeed speed) {
    Span total = new Span(0, 0);
    for (int round = 0; round < blueprint.runs().size(); round++) {
      Span iteration = speed.secondsPerIteration(RoundDensity.of(blueprint, round).density());
      int runs = blueprint.runs().get(round).size();
      total = total.plus(iteration.times((double) runs * blueprint.iterations()));
    }
    return total;
  }

  private int slots(ExperimentDefinition definition) {
    return workers.list().stream()
        .filter(worker -> worker.state() == WorkerState.ACTIVE)
        .filter(worker -> worker.pools().contains(TrialQueue.pool(definition.pool())))
        .mapToInt(WorkerRecord::slots)
        .sum();
  }
}
