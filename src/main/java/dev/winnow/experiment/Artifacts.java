package dev.winnow.experiment;

import dev.winnow.checksum.Sha256;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Large values of a trial, in pieces of at most 1 MiB, with a checksum over the whole. */
@Component
class Artifacts {
  enum Kind {
    MASK,
    REWIND_WEIGHTS,
    PRUNING_WEIGHTS,
    FINAL_WEIGHTS,
    OPTIMIZER_STATE;

    String column() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private record Header(long id, String sha256) {}

  private final JdbcClient jdbc;
  private final Chunks chunks;

  Artifacts(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.chunks = new Chunks(jdbc, "artifact_chunk", "artifact_id");
  }

  void write(long trial, Kind kind, int round, byte[] bytes) {
    long id =
        jdbc.sql(
                """
                insert into artifact (trial_id, kind, round, length, sha256)
                values (:trial, :kind, :round, :length, :sha256) returning id
                """)
            .param("trial", trial)
            .param("kind", kind.column())
            .param("round", round)
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
            insert into artifact (trial_id, kind, round, length, sha256)
            select :to, kind, round, length, sha256 from artifact
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
            where old.trial_id = ? and new.trial_id = ?
            """)
        .params(from, to)
        .query((columns, i) -> Map.entry(columns.getLong(1), columns.getLong(2)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  boolean has(long trial, Kind kind, int round) {
    return jdbc.sql(
            """
            select exists (select from artifact
              where trial_id = :trial and kind = :kind and round = :round)
            """)
        .param("trial", trial)
        .param("kind", kind.column())
        .param("round", round)
        .query(Boolean.class)
        .single();
  }

  /**
   * @throws IllegalStateException if the bytes are not those that were written
   */
  Optional<byte[]> read(long trial, Kind kind, int round) {
    return jdbc.sql(
            """
            select id, sha256 from artifact
            where trial_id = :trial and kind = :kind and round = :round
            """)
        .param("trial", trial)
        .param("kind", kind.column())
        .param("round", round)
        .query(Header.class)
        .optional()
        .map(this::bytes);
  }

  private byte[] bytes(Header header) {
    byte[] bytes = chunks.read(header.id());
    if (!Sha256.of(bytes).equals(header.sha256())) {
      throw new IllegalStateException("Artifact " + header.id() + " does not match its checksum");
    }
    return bytes;
  }
}
