package dev.winnow.experiment;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The bytes of large values as rows of at most 1 MiB, which the driver can take one by one. */
final class Chunks {
  private static final int SIZE = 1 << 20;

  private final JdbcClient jdbc;
  private final String table;
  private final String owner;

  /**
   * @param owner the column that names the value
   */
  Chunks(JdbcClient jdbc, String table, String owner) {
    this.jdbc = jdbc;
    this.table = table;
    this.owner = owner;
  }

  void write(long id, byte[] bytes) {
    String insert = "insert into %s (%s, sequence, bytes) values (?, ?, ?)".formatted(table, owner);
    for (int sequence = 0; sequence * SIZE < bytes.length; sequence++) {
      int from = sequence * SIZE;
      jdbc.sql(insert)
          .param(id)
          .param(sequence)
          .param(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + SIZE)))
          .update();
    }
  }

  byte[] read(long id) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    jdbc.sql("select bytes from %s where %s = ? order by sequence".formatted(table, owner))
        .param(id)
        .query((RowCallbackHandler) row -> bytes.writeBytes(row.getBytes(1)));
    return bytes.toByteArray();
  }
}
