package dev.winnow.web;

import dev.winnow.definition.Blueprints;
import dev.winnow.definition.ExperimentDefinition;
import dev.winnow.experiment.Attempts;
import dev.winnow.experiment.LeasedTrial;
import dev.winnow.experiment.TrialStore;
import dev.winnow.lottery.RunKey;
import dev.winnow.lottery.TrialStatus;
import dev.winnow.queue.Lease;
import dev.winnow.results.RunStore;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets trials be worked on as workers do, with made-up trainings. */
@Component
public final class Given {
  /** What {@code accuracy} says of a run that diverges. */
  public static final double DIVERGES = Double.NaN;

  private final TrialStore trials;
  private final MadeUpTrial.Stores stores;
  private final Blueprints blueprints;
  private final JdbcClient jdbc;

  Given(
      TrialStore trials, RunStore runs, Attempts attempts, Blueprints blueprints, JdbcClient jdbc) {
    this.trials = trials;
    this.stores = new MadeUpTrial.Stores(runs, attempts);
    this.blueprints = blueprints;
    this.jdbc = jdbc;
  }

  /**
   * Does the next runs of a trial, at most so many.
   *
   * @param accuracy what each training comes to
   */
  public void runs(long experiment, int trial, int most, ToDoubleFunction<RunKey> accuracy) {
    LeasedTrial open = trials.open(claim(experiment, trial)).orElseThrow();
    MadeUpTrial made =
        new MadeUpTrial(open, stores, blueprints.of(open.definition()), most, accuracy);
    ExperimentDefinition definition = open.definition();
    TrialStatus status =
        blueprints
            .method(definition)
            .advance(
                blueprints.plan(definition),
                blueprints.tickets(definition, open.seed()),
                made,
                made);
    if (status == TrialStatus.FINISHED) {
      trials.complete(open);
    } else if (status == TrialStatus.DIVERGED) {
      trials.diverge(open, "The ticket diverged");
    } else {
      made.begin(made.next());
    }
  }

  /** Takes the lease of a trial as a new worker; who held it before has lost it. */
  public Lease claim(long experiment, int trial) {
    String workId =
        jdbc.sql("select 'trial-' || id from trial where experiment_id = ? and number = ?")
            .param(experiment)
            .param(trial)
            .query(String.class)
            .single();
    UUID worker = UUID.randomUUID();
    long epoch =
        jdbc.sql(
                """
                insert into lease (work_id, epoch, worker, claimed_at) values (?, 1, ?, now())
                on conflict (work_id) do update set epoch = lease.epoch + 1,
                  worker = excluded.worker, claimed_at = excluded.claimed_at
                returning epoch
                """)
            .params(workId, worker)
            .query(Long.class)
            .single();
    return new Lease(workId, epoch, worker);
  }
}
