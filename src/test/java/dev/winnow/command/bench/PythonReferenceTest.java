package dev.winnow.command.bench;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.winnow.command.BadArguments;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PythonReferenceTest {
  @Test
  void a_python_without_torch_is_refused_with_the_way_to_install_it() {
    PythonReference reference = new PythonReference(Path.of("/none/python3"), List.of());
    assertThatExceptionOfType(BadArguments.class)
        .isThrownBy(() -> reference.start(CoreType.OWN))
        .withMessageContaining("/none/python3 cannot import torch")
        .withMessageContaining("apt install python3-torch libopenblas0-pthread");
  }
}
