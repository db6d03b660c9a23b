package dev.winnow.experiment;

import dev.winnow.experiment.Pace.Measured;
import dev.winnow.lottery.Methods;
import dev.winnow.queue.WorkerRecord;
import dev.winnow.queue.WorkerState;
import dev.winnow.queue.Workers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Foretells what experiments take from the trainings that are done. */
@Service
public class Forecasts {
  private static final int NEWEST = 2_000;

  private final JdbcClient jdbc;
  private final Definitions definitions;
  private final Workers workers;
  private final Blueprints blueprints;
  private final Storage storage;

  Forecasts(
      JdbcClient jdbc,
      Definitions definitions,
      Workers workers,
      Blueprints blueprints,
      Storage storage) {
    this.jdbc = jdbc;
    this.definitions = definitions;
    this.workers = workers;
    this.blueprints = blueprints;
    this.storage = storage;
  }

  @Transactional(readOnly = true)
  public Forecast of(ExperimentDefinition definition) {
    Blueprint blueprint = blueprints.of(definition);
    List<Measured> measured = measured(definition);
    int trials = definition.trials().count();
    int slots = slots(definition);
    @Nullable Span trial = measured.isEmpty() ? null : trial(blueprint, new Pace(measured));
    return new Forecast(
        measured.size(),
        trial == null ? null : trial.times(trials),
        slots,
        trial == null || slots == 0 ? null : trial.times(Math.ceil((double) trials / slots)),
        storage.bytes(definition, blueprint));
  }

  private static Span trial(Blueprint blueprint, Pace pace) {
    Span total = new Span(0, 0);
    for (int round = 0; round < blueprint.runs().size(); round++) {
      Span iteration = pace.secondsPerIteration(RoundCount.of(blueprint, round).density());
      int runs = blueprint.runs().get(round).size();
      total = total.plus(iteration.times((double) runs * blueprint.iterations()));
    }
    return total;
  }

  private List<Measured> measured(ExperimentDefinition definition) {
    return jdbc.sql(
            """
            select run.density, run.seconds / run.end_iteration as seconds_per_iteration
            from (select cast(:definition as jsonb) as definition) planned, run
              join trial on trial.id = run.trial_id
              join experiment e on e.id = trial.experiment_id
            where run.state = 'COMPLETED'
              and e.definition#>'{dataset,name}' = planned.definition#>'{dataset,name}'
              and (e.definition->'architecture') - 'initialisation'
                = (planned.definition->'architecture') - 'initialisation'
              and e.definition#>'{training,batchSize}' = planned.definition#>'{training,batchSize}'
              and e.definition#>'{training,testEvaluation}'
                = planned.definition#>'{training,testEvaluation}'
              and coalesce(e.definition#>>'{method,name}', :first)
                = coalesce(planned.definition#>>'{method,name}', :first)
            order by run.id desc limit :newest
            """)
        .param("definition", definitions.write(definition))
        .param("first", Methods.DEFAULT)
        .param("newest", NEWEST)
        .query(Measured.class)
        .list();
  }

  private int slots(ExperimentDefinition definition) {
    return workers.list().stream()
        .filter(worker -> worker.state() == WorkerState.ACTIVE)
        .filter(worker -> worker.pools().contains(definition.pool().pool()))
        .mapToInt(WorkerRecord::slots)
        .sum();
  }
}
