package dev.winnow.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** A lab's Winnow: PostgreSQL, one API and workers, each a process of its own. */
final class Installation implements AutoCloseable {
  /** A lease of five seconds in place of a minute. */
  static final List<String> HASTY =
      List.of(
          "--winnow.worker.slots=1",
          "--winnow.worker.slice=10s",
          "--winnow.worker.heartbeat=1s",
          "--winnow.worker.missed-heartbeats=5",
          "--winnow.worker.poll=500ms",
          "--winnow.worker.watch=250ms");

  /** As hasty, and every statement goes over the cable with its words. */
  static List<String> wordy() {
    List<String> options = new ArrayList<>(HASTY);
    options.add("--spring.datasource.hikari.data-source-properties.prepareThreshold=0");
    return options;
  }

  static final Duration LEASE = Duration.ofSeconds(5);
  private static final Path PROGRAMME = Path.of("target", "faults").toAbsolutePath();
  // Kept from proof to proof: what stands there is a cache of the built-in data.
  private static final Path HOME = PROGRAMME.resolve("home");

  private final Path folder;
  private final Postgres postgres;
  private final List<Winnow> processes = new ArrayList<>();
  private Winnow api;
  private final LeaseLog leases;

  private Installation(Path folder, Postgres postgres) throws IOException {
    this.folder = folder;
    this.postgres = postgres;
    this.api = start("api", Postgres.freePort(), url(), List.of(), Map.of()).ready();
    this.leases = LeaseLog.begin(postgres.jdbc());
  }

  /** PostgreSQL with durable settings and an API that is ready. */
  static Installation open(String name) throws IOException {
    return open(name, Postgres.DURABLE);
  }

  static Installation open(String name, Map<String, String> settings) throws IOException {
    Path folder = folder(name);
    return open(folder, folder, settings);
  }

  /**
   * @param database where PostgreSQL keeps its data
   */
  static Installation open(String name, Path database, Map<String, String> settings)
      throws IOException {
    return open(folder(name), database, settings);
  }

  /** An empty folder of the programme. */
  static Path folder(String name) throws IOException {
    Path folder = PROGRAMME.resolve(name);
    FileSystemUtils.deleteRecursively(folder);
    return Files.createDirectories(folder);
  }

  private static Installation open(Path folder, Path database, Map<String, String> settings)
      throws IOException {
    Postgres postgres = Postgres.start(database, settings);
    try {
      return new Installation(folder, postgres);
    } catch (RuntimeException | Error e) {
      postgres.close();
      throw e;
    }
  }

  private String url() {
    return Postgres.url(postgres.port());
  }

  /** Launches one more worker, which comes when it is ready. */
  Winnow worker(List<String> options) {
    return startWorker(url(), options, Map.of());
  }

  Winnow worker(String... options) {
    return worker(List.of(options));
  }

  Winnow workerBehind(Proxy proxy, List<String> options) {
    return startWorker(Postgres.url(proxy.port()), options, Map.of());
  }

  Winnow workerWith(Map<String, String> environment, List<String> options) {
    return startWorker(url(), options, environment);
  }

  private Winnow startWorker(String url, List<String> options, Map<String, String> environment) {
    try {
      return start("worker", Postgres.freePort(), url, options, environment);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Winnow start(
      String role, int port, String url, List<String> options, Map<String, String> environment)
      throws IOException {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--winnow.home=" + HOME,
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=none"));
    all.addAll(options);
    Path log = folder.resolve("%s-%d.log".formatted(role, processes.size()));
    Winnow process = Winnow.launch(role, port, log, all, environment);
    processes.add(process);
    return process;
  }

  /** Starts the API anew on its port, after it was killed. */
  void restartApi() throws IOException {
    restartApi(List.of());
  }

  void restartApi(List<String> options) throws IOException {
    api = start("api", api.port(), url(), options, Map.of()).ready();
  }

  Winnow apiProcess() {
    return api;
  }

  Api api() {
    return api.api();
  }

  Postgres postgres() {
    return postgres;
  }

  JdbcClient jdbc() {
    return postgres.jdbc();
  }

  LeaseLog leases() {
    return leases;
  }

  Checker checker() {
    return new Checker(jdbc(), api());
  }

  /** Which process works on this experiment just now, by the database. */
  Optional<Winnow> holder(String experiment) {
    List<Long> pids =
        jdbc()
            .sql(
                """
                SELECT w.pid FROM lease l JOIN worker w ON w.id = l.worker
                  JOIN trial t ON l.work_id = 'trial-' || t.id
                WHERE t.experiment_id = ?
                """)
            .param(Checker.id(experiment))
            .query(Long.class)
            .list();
    return processes.stream()
        .filter(process -> process.isAlive() && pids.contains(process.pid()))
        .findFirst();
  }

  /** How much work is in the hands of this process, dead or alive, by the database. */
  long inHandsOf(Winnow process) {
    return jdbc()
        .sql(
            """
            SELECT (SELECT count(*) FROM lease WHERE worker = w.id)
              + (SELECT count(*) FROM queue_cpu WHERE picked_by = w.id::text)
            FROM worker w WHERE w.pid = ?
            """)
        .param(process.pid())
        .query(Long.class)
        .single();
  }

  /** How many trials nobody has whose last worker did not lay them down in good order. */
  long abandoned() {
    return jdbc()
        .sql(
            """
            SELECT count(*) FROM attempt a JOIN trial t ON t.id = a.trial_id
              JOIN lease l ON l.work_id = 'trial-' || t.id
            WHERE a.working AND l.worker IS NULL AND t.state IN ('QUEUED', 'RUNNING')
            """)
        .query(Long.class)
        .single();
  }

  /** Waits until a live process works on the experiment, whose trial it is in training. */
  Winnow awaitHolder(String experiment, Duration limit) {
    return Eventually.get(
        "a live worker has " + experiment,
        limit,
        () -> holder(experiment).filter(worker -> !worker.trainings().isEmpty()));
  }

  @Override
  public void close() {
    processes.forEach(Winnow::close);
    postgres.close();
  }
}
