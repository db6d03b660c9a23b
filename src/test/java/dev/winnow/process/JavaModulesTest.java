package dev.winnow.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaModulesTest {
  private final Path home;

  JavaModulesTest(@TempDir Path home) {
    this.home = home;
  }

  @Test
  void the_release_file_names_them() throws IOException {
    Files.writeString(home.resolve("release"), "A=\"b\"\nMODULES=\"java.base some.module\"\n");
    assertThat(modules().contain("java.base")).isTrue();
    assertThat(modules().contain("some.module")).isTrue();
    assertThat(modules().contain("some")).isFalse();
  }

  @Test
  void without_such_a_file_none_is_known() throws IOException {
    assertThat(modules().contain("java.base")).isFalse();
    assertThat(JavaModules.of(home.resolve("bin/none")).contain("java.base")).isFalse();
  }

  @Test
  void this_java_has_its_base() {
    assertThat(JavaModules.of(Path.of(System.getProperty("java.home"), "bin", "java")))
        .matches(modules -> modules.contain("java.base"));
  }

  private JavaModules modules() throws IOException {
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(java, "");
    return JavaModules.of(java);
  }
}
