package dev.winnow.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A walk through the dashboard in a real browser. */
final class Browser {
  private Browser() {}

  /** Leaves screenshots in the folder; fails on any error that the page reports. */
  static void visit(Path node, Path chromium, String url, Path screenshots) throws Exception {
    Files.createDirectories(screenshots);
    Process walk =
        new ProcessBuilder(
                node.toString(),
                "browser/run.mjs",
                url,
                screenshots.toAbsolutePath().toString(),
                chromium.toString())
            .directory(Path.of("frontend").toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(walk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(walk.waitFor()).as(said).isZero();
  }
}
