package dev.winnow.command.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.winnow.command.BadArguments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibtorchReferenceTest {
  private static final List<CoreType> TWO = List.of(CoreType.OWN, CoreType.HASWELL);

  @Test
  void a_folder_that_was_not_filled_is_refused_with_the_way_to_fill_it(@TempDir Path folder) {
    LibtorchReference reference = new LibtorchReference(folder, List.of());
    assertThat(reference.isBuilt()).isFalse();
    assertThatExceptionOfType(BadArguments.class)
        .isThrownBy(() -> reference.starts(TWO))
        .withMessage(
            "--libtorch must name a folder that mvn -Ppeer package has filled, is " + folder);
  }

  @Test
  void mkl_is_taken_as_on_intel_only_where_its_question_is_answered(@TempDir Path folder)
      throws IOException {
    LibtorchReference reference = new LibtorchReference(folder, List.of());
    Files.createDirectory(folder.resolve("classes"));
    assertThat(reference.starts(TWO)).hasSize(3);
    Files.createFile(folder.resolve("vendor.so"));
    assertThat(reference.starts(TWO)).hasSize(4);
  }
}
