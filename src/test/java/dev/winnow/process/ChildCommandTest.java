package dev.winnow.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChildCommandTest {
  private static final Path HOME = Path.of("/home/x/.winnow");
  private static final Path SOCKET = Path.of("/tmp/s");

  @Test
  void a_child_has_one_thread_and_the_kernels_it_is_told_to_use() {
    assertThat(command("", new ApplicationCode.ClassPath("a")).environment())
        .containsOnlyKeys("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")
        .containsEntry("OMP_NUM_THREADS", "1")
        .containsEntry("OPENBLAS_NUM_THREADS", "1");
    assertThat(command("HASWELL", new ApplicationCode.ClassPath("a")).environment())
        .containsEntry("OPENBLAS_CORETYPE", "HASWELL");
  }

  @Test
  void from_a_class_path_the_main_class_is_named_after_it() {
    assertThat(command("", new ApplicationCode.ClassPath("a.jar:b")).arguments(SOCKET))
        .containsSequence("-cp", "a.jar:b", ChildMain.class.getName(), "/tmp/s");
  }

  @Test
  void from_the_packaged_jar_its_launcher_is_told_the_main_class() {
    ApplicationCode jar = new ApplicationCode.PackagedJar(Path.of("/opt/winnow.jar"));
    assertThat(command("", jar).arguments(SOCKET))
        .containsSequence(
            "-Dloader.main=" + ChildMain.class.getName(),
            "-cp",
            "/opt/winnow.jar",
            "org.springframework.boot.loader.launch.PropertiesLauncher",
            "/tmp/s");
  }

  @Test
  void caches_and_crash_files_lie_in_the_home_folder() {
    ChildCommand command = command("", new ApplicationCode.ClassPath("a"));
    assertThat(command.arguments(SOCKET))
        .contains("-Dorg.bytedeco.javacpp.cachedir=" + HOME.resolve("javacpp"))
        .contains("-XX:ErrorFile=" + HOME.resolve("crashes/crash-%p.log"))
        .contains("-Xmx2048m");
    assertThat(command.crashFile(12)).isEqualTo(HOME.resolve("crashes/crash-12.log"));
  }

  @Test
  void a_java_with_the_vector_module_is_told_to_use_it() {
    assertThat(command("", new ApplicationCode.ClassPath("a")).arguments(SOCKET))
        .containsSequence("--add-modules", "jdk.incubator.vector");
    EngineSettings other = EngineSettingsTest.bind(Map.of("winnow.engine.java", "/bin/none"));
    ChildCommand command = new ChildCommand(other, HOME, "", new ApplicationCode.ClassPath("a"));
    assertThat(command.arguments(SOCKET)).doesNotContain("--add-modules");
  }

  @Test
  void an_argument_file_quotes_what_it_must() {
    assertThat(ChildCommand.argumentFile(List.of("C:\\my dir", "a\"b")))
        .isEqualTo("\"C:\\\\my dir\"\n\"a\\\"b\"\n");
  }

  private static ChildCommand command(String blasCore, ApplicationCode code) {
    return new ChildCommand(EngineSettings.defaults(), HOME, blasCore, code);
  }
}
