package dev.winnow.results;

import dev.winnow.checksum.Sha256;
import dev.winnow.experiment.Attempts;
import dev.winnow.experiment.LeasedTrial;
import dev.winnow.lottery.Checkpoint;
import dev.winnow.lottery.RunKey;
import dev.winnow.queue.Leases;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The two newest checkpoints of the run that each trial is in, fenced by the trial's lease. */
@Service
public class Checkpoints {
  private static final Logger log = LoggerFactory.getLogger(Checkpoints.class);
  private static final int GENERATIONS = 2;

  private record Header(long id, int iteration, String sha256) {}

  private final JdbcClient jdbc;
  private final Attempts attempts;
  private final Leases leases;
  private final Chunks chunks;

  Checkpoints(JdbcClient jdbc, Attempts attempts, Leases leases) {
    this.jdbc = jdbc;
    this.attempts = attempts;
    this.leases = leases;
    this.chunks = new Chunks(jdbc, "checkpoint_chunk", "checkpoint_id");
  }

  /**
   * Keeps a checkpoint, all or nothing, and the one before it.
   *
   * @param signature the worker's numeric signature
   */
  @Transactional
  public void keep(LeasedTrial open, RunKey run, String signature, Checkpoint checkpoint) {
    leases.fence(open.lease());
    write(open.id(), run, signature, checkpoint);
    attempts.progressed(open);
  }

  private void write(long trial, RunKey run, String signature, Checkpoint checkpoint) {
    byte[] bytes = checkpoint.bytes();
    long id =
        jdbc.sql(
                """
                insert into checkpoint
                  (trial_id, round, arm, replicate, iteration, signature, length, sha256)
                values (:trial, :round, :arm, :replicate, :iteration, :signature, :length, :sha256)
                returning id
                """)
            .param("trial", trial)
            .param("round", run.round())
            .param("arm", run.arm())
            .param("replicate", run.replicate())
            .param("iteration", checkpoint.iteration())
            .param("signature", signature)
            .param("length", bytes.length)
            .param("sha256", Sha256.of(bytes))
            .query(Long.class)
            .single();
    chunks.write(id, bytes);
    jdbc.sql(
            """
            delete from checkpoint where trial_id = :trial and id not in
              (select id from checkpoint where trial_id = :trial order by id desc limit :generations)
            """)
        .param("trial", trial)
        .param("generations", GENERATIONS)
        .update();
  }

  /**
   * Where the run goes on: the newest checkpoint whose bytes are those that were written. Empty if
   * the run begins.
   *
   * @param signature the worker's numeric signature: another one's bits would not fit
   */
  @Transactional(readOnly = true)
  public Optional<Checkpoint> newest(LeasedTrial open, RunKey run, String signature) {
    List<Header> headers =
        jdbc.sql(
                """
                select id, iteration, sha256 from checkpoint
                where trial_id = :trial and round = :round and arm = :arm
                  and replicate = :replicate and signature = :signature
                order by id desc
                """)
            .param("trial", open.id())
            .param("round", run.round())
            .param("arm", run.arm())
            .param("replicate", run.replicate())
            .param("signature", signature)
            .query(Header.class)
            .list();
    return headers.stream().flatMap(header -> read(header, run).stream()).findFirst();
  }

  private Optional<Checkpoint> read(Header header, RunKey run) {
    byte[] bytes = chunks.read(header.id());
    if (!Sha256.of(bytes).equals(header.sha256())) {
      log.warn(
          "The checkpoint of {} at iteration {} does not match its checksum and is not used",
          run,
          header.iteration());
      return Optional.empty();
    }
    return Optional.of(new Checkpoint(header.iteration(), bytes));
  }

  /** A run is committed: nothing of its attempts is needed any more. */
  void finish(LeasedTrial open) {
    jdbc.sql("delete from checkpoint where trial_id = ?").param(open.id()).update();
    attempts.finish(open);
  }
}
