package dev.winnow.experiment;

import dev.winnow.checksum.Sha256;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Large values of a trial, in pieces of at most 1 MiB, with a checksum over the whole. */
@Component
class Artifacts {
  private static final int CHUNK = 1 << 20;

  enum Kind {
    MASK,
    REWIND_WEIGHTS,
    PRUNING_WEIGHTS,
    FINAL_WEIGHTS;

    String column() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private record Header(long id, int length, String sha256) {}

  private final JdbcClient jdbc;

  Artifacts(JdbcClient jdbc) {
    this.jdbc = jdbc;
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
    for (int sequence = 0; sequence * CHUNK < bytes.length; sequence++) {
      int from = sequence * CHUNK;
      jdbc.sql("insert into artifact_chunk (artifact_id, sequence, bytes) values (?, ?, ?)")
          .param(id)
          .param(sequence)
          .param(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + CHUNK)))
          .update();
    }
  }

  /**
   * @throws IllegalStateException if the bytes are not those that were written
   */
  Optional<byte[]> read(long trial, Kind kind, int round) {
    return jdbc.sql(
            """
            select id, length, sha256 from artifact
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
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(header.length());
    jdbc.sql("select bytes from artifact_chunk where artifact_id = ? order by sequence")
        .param(header.id())
        .query((RowCallbackHandler) row -> bytes.writeBytes(row.getBytes(1)));
    if (!Sha256.of(bytes.toByteArray()).equals(header.sha256())) {
      throw new IllegalStateException("Artifact " + header.id() + " does not match its checksum");
    }
    return bytes.toByteArray();
  }
}
