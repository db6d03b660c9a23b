package dev.winnow.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A database row read by column name, with what Java and JSON need in place of SQL's types. */
public record Row(ResultSet columns) {
  public int integer(String column) throws SQLException {
    return columns.getInt(column);
  }

  public long number(String column) throws SQLException {
    return columns.getLong(column);
  }

  public boolean yes(String column) throws SQLException {
    return columns.getBoolean(column);
  }

  public String text(String column) throws SQLException {
    return columns.getString(column);
  }

  public double decimal(String column) throws SQLException {
    return columns.getDouble(column);
  }

  public @Nullable String maybeText(String column) throws SQLException {
    return columns.getString(column);
  }

  public @Nullable Integer maybeInteger(String column) throws SQLException {
    int value = columns.getInt(column);
    return columns.wasNull() ? null : value;
  }

  public @Nullable Long maybeNumber(String column) throws SQLException {
    long value = columns.getLong(column);
    return columns.wasNull() ? null : value;
  }

  /** Null also for what is not finite: JSON has no number for it. */
  public @Nullable Double maybeDecimal(String column) throws SQLException {
    double value = columns.getDouble(column);
    return columns.wasNull() || !Double.isFinite(value) ? null : value;
  }

  public Instant instant(String column) throws SQLException {
    return columns.getObject(column, OffsetDateTime.class).toInstant();
  }

  public @Nullable Instant maybeInstant(String column) throws SQLException {
    OffsetDateTime time = columns.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  public List<String> texts(String column) throws SQLException {
    return List.of((String[]) columns.getArray(column).getArray());
  }

  public List<Integer> integers(String column) throws SQLException {
    return List.of((Integer[]) columns.getArray(column).getArray());
  }

  /** SQL's null and what is not finite come out as null. */
  public @Nullable Double[] decimals(String column) throws SQLException {
    @Nullable Double[] values = (Double[]) columns.getArray(column).getArray();
    for (int i = 0; i < values.length; i++) {
      Double value = values[i];
      values[i] = value == null || !Double.isFinite(value) ? null : value;
    }
    return values;
  }
}
