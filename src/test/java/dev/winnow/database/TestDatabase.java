package dev.winnow.database;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A database of its own for a test class, with all migrations applied, on the one PostgreSQL server
 * that the tests of a JVM share. The server forgets everything when the JVM ends.
 */
public final class TestDatabase implements AutoCloseable {
  private static final String USER = "postgres";
  private static final int MOST_CONNECTIONS = 50;
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String name;
  private final HikariDataSource dataSource;

  private TestDatabase(String name) {
    this.name = name;
    this.dataSource = new HikariDataSource();
    dataSource.setDataSource(Server.POSTGRES.getDatabase(USER, name));
    dataSource.setMaximumPoolSize(MOST_CONNECTIONS);
    dataSource.setMinimumIdle(0);
  }

  /** A new database; costs a few tens of milliseconds once the server runs. */
  public static TestDatabase fresh() {
    String name = "test_" + COUNT.incrementAndGet();
    Server.execute("CREATE DATABASE " + name + " TEMPLATE " + Server.MIGRATED);
    return new TestDatabase(name);
  }

  /** Keeps connections until it is closed; joins no transaction but Spring's own. */
  public DataSource dataSource() {
    return dataSource;
  }

  public JdbcClient jdbc() {
    return JdbcClient.create(dataSource);
  }

  /** Transactions that {@link #jdbc()} joins. */
  public TransactionTemplate transactions() {
    return new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  public String url() {
    return "jdbc:postgresql://localhost:" + Server.POSTGRES.getPort() + "/" + name;
  }

  public String user() {
    return USER;
  }

  /** The server trusts everybody, but a driver may want some word. */
  public String password() {
    return "none";
  }

  /**
   * Makes a Spring test use this database: call it from a {@code @DynamicPropertySource} method.
   */
  public void register(DynamicPropertyRegistry registry) {
    registry.add("spring.datasource.url", this::url);
    registry.add("spring.datasource.username", this::user);
    registry.add("spring.datasource.password", this::password);
  }

  /** Closes the connections that are kept. */
  @Override
  public void close() {
    dataSource.close();
  }

  private static final class Server {
    static final String MIGRATED = "migrated";
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      String binaries = Path.of("target", "postgres").toAbsolutePath().toString();
      System.setProperty("ot.epg.working-dir", binaries);
      try {
        EmbeddedPostgres postgres =
            EmbeddedPostgres.builder().setLocaleConfig("locale", "C").start();
        execute(postgres, "CREATE DATABASE " + MIGRATED);
        Flyway.configure()
            .dataSource(postgres.getDatabase(USER, MIGRATED))
            .locations("classpath:db/migration")
            .load()
            .migrate();
        return postgres;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    static void execute(String sql) {
      execute(POSTGRES, sql);
    }

    private static void execute(EmbeddedPostgres postgres, String sql) {
      JdbcClient.create(postgres.getPostgresDatabase()).sql(sql).update();
    }
  }
}
