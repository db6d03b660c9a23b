package dev.winnow.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.winnow.checksum.Sha256;
import dev.winnow.random.RandomStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MirrorsTest {
  private static final byte[] CONTENT = content();
  private static final PublishedFile FILE =
      new PublishedFile("digits.gz", CONTENT.length, Sha256.of(CONTENT));

  private final Path temporary;

  MirrorsTest(@TempDir Path temporary) {
    this.temporary = temporary;
  }

  private static byte[] content() {
    byte[] content = new byte[300_000];
    RandomStream random = RandomStream.of(1, "content");
    for (int i = 0; i < content.length; i++) {
      content[i] = (byte) random.nextInt(256);
    }
    return content;
  }

  @Test
  void a_good_file_is_there_under_its_name_alone() throws IOException {
    try (FakeMirror good = FakeMirror.serving(CONTENT)) {
      fetch(good.folder());
      assertThat(good.requests).containsExactly("/folder/digits.gz");
    }
    assertThat(folder().resolve("digits.gz")).hasBinaryContent(CONTENT);
    assertOnlyFile("digits.gz");
  }

  @Test
  void the_second_mirror_is_not_asked_when_the_first_is_good() {
    try (FakeMirror good = FakeMirror.serving(CONTENT);
        FakeMirror spare = FakeMirror.serving(CONTENT)) {
      fetch(good.folder(), spare.folder());
      assertThat(spare.requests).isEmpty();
    }
  }

  @Test
  void a_tampered_file_is_refused() {
    byte[] tampered = CONTENT.clone();
    tampered[123_456] ^= 1;
    try (FakeMirror bad = FakeMirror.serving(tampered)) {
      String found = Sha256.of(tampered);
      refused(bad, "has SHA-256 " + found);
    }
  }

  @Test
  void a_shorter_file_is_refused() {
    try (FakeMirror bad = FakeMirror.serving(Arrays.copyOf(CONTENT, 299_999))) {
      refused(bad, "ends after 299999 bytes");
    }
  }

  @Test
  void a_longer_file_is_refused() {
    try (FakeMirror bad = FakeMirror.serving(Arrays.copyOf(CONTENT, 300_001))) {
      refused(bad, "is longer");
    }
  }

  @Test
  void a_connection_that_breaks_off_is_refused() {
    try (FakeMirror bad = FakeMirror.breakingOff(300_000, Arrays.copyOf(CONTENT, 100_000))) {
      refused(bad, "");
    }
  }

  @Test
  void a_mirror_that_stalls_is_given_up() {
    try (FakeMirror bad = FakeMirror.stalling(300_000, Arrays.copyOf(CONTENT, 100_000))) {
      refused(bad, "java.net.SocketTimeoutException: Read timed out");
    }
  }

  @Test
  void an_error_status_is_refused() {
    try (FakeMirror bad = FakeMirror.failing(404)) {
      refused(bad, "HTTP status 404");
    }
  }

  @Test
  void after_bad_mirrors_the_next_one_is_asked() throws IOException {
    byte[] half = Arrays.copyOf(CONTENT, 150_000);
    try (FakeMirror missing = FakeMirror.failing(404);
        FakeMirror truncated = FakeMirror.serving(half);
        FakeMirror slow = FakeMirror.stalling(300_000, half);
        FakeMirror tampered = FakeMirror.serving(new byte[300_000]);
        FakeMirror good = FakeMirror.serving(CONTENT)) {
      fetch(
          missing.folder(),
          truncated.folder(),
          slow.folder(),
          tampered.folder(),
          closed(),
          good.folder());
    }
    assertThat(folder().resolve("digits.gz")).hasBinaryContent(CONTENT);
    assertOnlyFile("digits.gz");
  }

  @Test
  void the_last_error_says_what_each_mirror_gave() {
    try (FakeMirror missing = FakeMirror.failing(503);
        FakeMirror truncated = FakeMirror.serving(Arrays.copyOf(CONTENT, 7))) {
      assertThatExceptionOfType(DatasetUnavailable.class)
          .isThrownBy(() -> fetch(missing.folder(), truncated.folder()))
          .withMessage(
              "digits.gz (300000 bytes, SHA-256 %s) is missing from %s and no mirror gave it; tried"
                  + " %sdigits.gz: HTTP status 503; %sdigits.gz: ends after 7 bytes",
              FILE.sha256(), folder(), missing.folder(), truncated.folder());
    }
  }

  @Test
  void without_mirrors_the_error_says_so() {
    assertThatExceptionOfType(DatasetUnavailable.class)
        .isThrownBy(this::fetch)
        .withMessageEndingWith("is missing from %s and no mirror is configured", folder());
  }

  private void refused(FakeMirror mirror, String finding) {
    assertThatExceptionOfType(DatasetUnavailable.class)
        .isThrownBy(() -> fetch(mirror.folder()))
        .withMessageContaining(mirror.folder() + "digits.gz: " + finding);
    assertThat(folder()).isEmptyDirectory();
  }

  private void fetch(URI... mirrors) {
    new Mirrors(List.of(mirrors), Duration.ofSeconds(2), Duration.ofMillis(500))
        .fetch(FILE, folder());
  }

  /** Where nobody listens any more. */
  private static URI closed() {
    try (FakeMirror mirror = FakeMirror.failing(500)) {
      return mirror.folder();
    }
  }

  private Path folder() {
    return temporary.resolve("mnist");
  }

  private void assertOnlyFile(String name) throws IOException {
    try (var files = Files.list(folder())) {
      assertThat(files.map(Path::getFileName)).containsExactly(Path.of(name));
    }
  }
}
