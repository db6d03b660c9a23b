package dev.winnow.queue;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Connections that can be cut, as by a pulled cable. */
final class CutOff extends DelegatingDataSource {
  private volatile boolean cut;

  CutOff(DataSource data) {
    super(data);
  }

  void cut(boolean now) {
    cut = now;
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (cut) {
      throw new SQLException("the connection is cut in this test");
    }
    return super.getConnection();
  }
}
