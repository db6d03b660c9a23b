package dev.winnow.results;

import dev.winnow.checksum.Sha256;
import dev.winnow.lottery.RunKey;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Large values of a trial, in pieces of at most 1 MiB, with a checksum over the whole. */
@Component
class Artifacts {
  static final String MASK = "mask";
  static final String FINAL_WEIGHTS = "final-weights";

  private record Header(long id, String sha256) {}

  private final JdbcClient jdbc;
  private final Chunks chunks;

  Artifacts(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.chunks = new Chunks(jdbc, "artifact_chunk", "artifact_id");
  }

  /** Keeps a value of a round's ticket. */
  void write(long trial, String kind, int round, byte[] bytes) {
    write(trial, kind, RunKey.ticket(round), bytes);
  }

  /**
   * @param kind a name, lower-case words joined by hyphens
   */
  void write(long trial, String kind, RunKey run, byte[] bytes) {
    long id =
        jdbc.sql(
                """
                insert into artifact (trial_id, kind, round, arm, replicate, length, sha256)
                values (:trial, :kind, :round, :arm, :replicate, :length, :sha256) returning id
                """)
            .param("trial", trial)
            .param("kind", kind)
            .param("round", run.round())
            .param("arm", run.arm())
            .param("replicate", run.replicate())
            .param("length", bytes.length)
            .param("sha256", Sha256.of(bytes))
            .query(Long.class)
            .single();
    chunks.write(id, bytes);
  }

  /** Copies the values of rounds 0 to {@code lastRound} to a trial that has none. */
  void copy(long from, long to, int lastRound) {
    jdbc.sql(
            """
            insert into artifact (trial_id, kind, round, arm, replicate, length, sha256)
            select :to, kind, round, arm, replicate, length, sha256 from artifact
            where trial_id = :from and round <= :last order by id
            """)
        .param("from", from)
        .param("to", to)
        .param("last", lastRound)
        .update();
    chunks.copy(copies(from, to));
  }

  private Map<Long, Long> copies(long from, long to) {
    return jdbc
        .sql(
            """
            select old.id, new.id from artifact old
              join artifact new on new.kind = old.kind and new.round = old.round
                and new.arm = old.arm and new.replicate = old.replicate
            where old.trial_id = ? and new.trial_id = ?
            """)
        .params(from, to)
        .query((columns, i) -> Map.entry(columns.getLong(1), columns.getLong(2)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * A value of a round's ticket.
   *
   * @throws IllegalStateException if the bytes are not those that were written
   */
  Optional<byte[]> read(long trial, String kind, int round) {
    return read(trial, kind, RunKey.ticket(round));
  }

  /** As above. */
  Optional<byte[]> read(long trial, String kind, RunKey run) {
    return header(trial, kind, run).map(this::bytes);
  }

  boolean has(long trial, String kind, int round) {
    return header(trial, kind, RunKey.ticket(round)).isPresent();
  }

  private Optional<Header> header(long trial, String kind, RunKey run) {
    return jdbc.sql(
            """
            select id, sha256 from artifact
            where trial_id = :trial and kind = :kind and round = :round
              and arm = :arm and replicate = :replicate
            """)
        .param("trial", trial)
        .param("kind", kind)
        .param("round", run.round())
        .param("arm", run.arm())
        .param("replicate", run.replicate())
        .query(Header.class)
        .optional();
  }

  private byte[] bytes(Header header) {
    byte[] bytes = chunks.read(header.id());
    if (!Sha256.of(bytes).equals(header.sha256())) {
      throw new IllegalStateException("Artifact " + header.id() + " does not match its checksum");
    }
    return bytes;
  }
}
