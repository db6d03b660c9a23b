package dev.winnow.results;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

  /**
   * Copies the bytes of many values, inside the database.
   *
   * @param copies the values that are to have the same bytes, by those that have them
   */
  void copy(Map<Long, Long> copies) {
    List<Map.Entry<Long, Long>> pairs = List.copyOf(copies.entrySet());
    jdbc.sql(
            """
            insert into %1$s (%2$s, sequence, bytes) select pair.copy, sequence, bytes
            from unnest(:from::bigint[], :to::bigint[]) as pair (original, copy)
              join %1$s on %2$s = pair.original
            """
                .formatted(table, owner))
        .param("from", pairs.stream().map(Map.Entry::getKey).toArray(Long[]::new))
        .param("to", pairs.stream().map(Map.Entry::getValue).toArray(Long[]::new))
        .update();
  }

  byte[] read(long id) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    jdbc.sql("select bytes from %s where %s = ? order by sequence".formatted(table, owner))
        .param(id)
        .query((RowCallbackHandler) row -> bytes.writeBytes(row.getBytes(1)));
    return bytes.toByteArray();
  }
}
