package dev.winnow.database;

import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A process with an embedded database that commits rows, and says each number, until it is killed.
 */
final class KillableWinnow {
  private KillableWinnow() {}

  public static void main(String[] arguments) throws Exception {
    PostgresServer postgres = PostgresServer.start(Path.of(arguments[0]));
    var connections =
        new SingleConnectionDataSource(
            new DriverManagerDataSource(postgres.url(), postgres.user(), postgres.password())
                .getConnection(),
            true);
    JdbcClient jdbc = JdbcClient.create(connections);
    jdbc.sql("CREATE TABLE kept (number INT)").update();
    for (int number = 0; ; number++) {
      jdbc.sql("INSERT INTO kept VALUES (?)").param(number).update();
      System.out.println("committed " + number);
      LockSupport.parkNanos(100_000);
    }
  }
}
