package dev.winnow.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageCacheIT {
  @Test
  void of_processes_that_start_together_one_makes_the_cache_and_all_use_it(@TempDir Path home)
      throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      processes.add(start(home));
    }
    for (Process process : processes) {
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor()).as(output).isZero();
    }
    assertThat(Files.readAllLines(home.resolve("reads"))).containsExactly("read");
    assertThat(Files.readAllLines(home.resolve("opened")))
        .hasSize(3)
        .containsOnly(new FakeDataset().read().checksum());
  }

  private static Process start(Path home) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Opener.class.getName(),
            home.toString())
        .redirectErrorStream(true)
        .start();
  }

  /** Opens the cache of a data set that is slow to read. */
  static final class Opener extends FakeDataset {
    private final Path home;

    Opener(Path home) {
      this.home = home;
    }

    public static void main(String[] arguments) {
      Path home = Path.of(arguments[0]);
      var cache = new ImageCache(new DatasetProperties(home, home, Download.never()));
      Images images = cache.open(new Opener(home));
      append(home.resolve("opened"), Checksum.of(images.training(), images.test()));
    }

    @Override
    public Images read() {
      append(home.resolve("reads"), "read");
      try {
        Thread.sleep(2_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return super.read();
    }

    private static void append(Path file, String line) {
      try {
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
