package dev.winnow.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server process of a data folder, which outlives a Winnow that was killed. */
final class Postmaster {
  private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Postmaster() {}

  /** The live server of this data folder. */
  static Optional<ProcessHandle> of(Path data) throws IOException {
    return recordedPid(data)
        .flatMap(ProcessHandle::of)
        .filter(ProcessHandle::isAlive)
        .filter(process -> serves(process, data));
  }

  /** Ends a server that an earlier Winnow left behind; the caller holds the folder's lock. */
  static void endOrphan(Path data) throws IOException {
    Optional<ProcessHandle> orphan = of(data);
    if (orphan.isPresent()) {
      LOG.warn("Ending PostgreSQL {}, left behind on {}", orphan.get().pid(), data);
      end(orphan.get());
    } else if (recordedPid(data).flatMap(ProcessHandle::of).isPresent()) {
      // The number belongs to some other program by now, and PostgreSQL would not start for it.
      Files.deleteIfExists(pidFile(data));
    }
  }

  private static void end(ProcessHandle process) {
    process.destroy();
    if (!awaitExit(process, PATIENCE)) {
      process.destroyForcibly();
      if (!awaitExit(process, PATIENCE)) {
        throw new DatabaseUnavailable(
            "PostgreSQL, left behind as process " + process.pid() + ", does not end.",
            "End it by hand and start again.");
      }
    }
  }

  static boolean awaitExit(ProcessHandle process, Duration patience) {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot wait for process " + process.pid(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !process.isAlive();
  }

  private static Optional<Long> recordedPid(Path data) throws IOException {
    if (Files.notExists(pidFile(data))) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(pidFile(data));
    return lines.stream()
        .findFirst()
        .map(String::strip)
        .filter(line -> line.matches("\\d{1,18}"))
        .map(Long::valueOf);
  }

  private static boolean serves(ProcessHandle process, Path data) {
    boolean postgres =
        process
            .info()
            .command()
            .map(command -> Path.of(command).getFileName().toString())
            .filter(name -> name.equals("postgres") || name.equals("postgres.exe"))
            .isPresent();
    // Windows does not tell the arguments.
    boolean here =
        process
            .info()
            .arguments()
            .map(arguments -> Arrays.asList(arguments).contains(data.toString()))
            .orElse(true);
    return postgres && here;
  }

  private static Path pidFile(Path data) {
    return data.resolve("postmaster.pid");
  }
}
