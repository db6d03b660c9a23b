package dev.winnow.experiment;

import dev.winnow.lottery.RunKey;
import dev.winnow.queue.Leases;
import dev.winnow.training.LearningCurve;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the attempts at a trial's current run leave behind: how they ended, and how far they came.
 * Each is counted before its work starts, so that none can end uncounted.
 */
@Service
public class Attempts {
  private final JdbcClient jdbc;
  private final Progress progress;
  private final Leases leases;

  Attempts(JdbcClient jdbc, Progress progress, Leases leases) {
    this.jdbc = jdbc;
    this.progress = progress;
    this.leases = leases;
  }

  /**
   * Counts the attempt that begins.
   *
   * @param afresh whether earlier ones are forgiven
   * @return the workers lost since there was progress
   */
  int begin(long trial, boolean afresh) {
    if (afresh) {
      jdbc.sql("delete from attempt where trial_id = ?").param(trial).update();
    }
    return jdbc.sql(
            """
            insert into attempt as a (trial_id, working) values (?, true)
            on conflict (trial_id) do update set working = true,
              losses = a.losses + case when a.working then 1 else 0 end
            returning losses
            """)
        .param(trial)
        .query(Integer.class)
        .single();
  }

  /** The trial is laid down in good order; counts nothing. */
  @Transactional
  public void end(LeasedTrial open) {
    leases.fence(open.lease());
    jdbc.sql("update attempt set working = false where trial_id = ?").param(open.id()).update();
  }

  /**
   * The training process died, and the worker lives.
   *
   * @return how many died since there was progress
   */
  @Transactional
  public int died(LeasedTrial open) {
    leases.fence(open.lease());
    return jdbc.sql(
            """
            update attempt set working = false, deaths = deaths + 1 where trial_id = ?
            returning deaths
            """)
        .param(open.id())
        .query(Integer.class)
        .single();
  }

  /** A run's training begins, or goes on. */
  @Transactional
  public void train(LeasedTrial open, RunKey run, int iterations) {
    leases.fence(open.lease());
    progress.begin(open.id(), run, iterations);
  }

  /** The training has been evaluated. */
  @Transactional
  public void reach(LeasedTrial open, LearningCurve.Point point) {
    leases.fence(open.lease());
    progress.reach(open.id(), point);
  }

  /** The trial has ended: nothing of it is being trained any more. */
  void stop(long trial) {
    progress.clear(trial);
  }

  /**
   * A run is committed: nothing of its attempts is needed any more. Belongs to the transaction that
   * fenced its writes by the lease.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void finish(LeasedTrial open) {
    progress.clear(open.id());
    progressed(open);
  }

  /**
   * What was lost before is forgiven: the run has come further. Belongs to the transaction that
   * fenced its writes by the lease.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void progressed(LeasedTrial open) {
    jdbc.sql("update attempt set losses = 0, deaths = 0 where trial_id = ?")
        .param(open.id())
        .update();
    leases.progressed(open.lease());
  }
}
