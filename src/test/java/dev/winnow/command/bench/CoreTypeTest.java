package dev.winnow.command.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoreTypeTest {
  @Test
  void a_cpu_is_offered_the_kernels_whose_instructions_it_has() {
    assertThat(CoreType.of(List.of("processor\t: 0", "flags\t\t: fpu avx avx2")))
        .containsExactly(CoreType.OWN, CoreType.HASWELL);
    assertThat(CoreType.of(List.of("flags : avx2 avx512f avx512_bf16")))
        .containsExactly(CoreType.values());
    assertThat(CoreType.of(List.of("model name : avx2"))).containsExactly(CoreType.OWN);
  }

  @Test
  void what_the_environment_says_does_not_reach_a_peer() {
    Map<String, String> environment =
        new HashMap<>(Map.of("OPENBLAS_CORETYPE", "Prescott", "OPENBLAS_L2_SIZE", "1"));
    CoreType.OWN.set(environment);
    assertThat(environment).isEmpty();
    CoreType.SKYLAKE_X.set(environment);
    assertThat(environment).containsExactly(Map.entry("OPENBLAS_CORETYPE", "SkylakeX"));
  }
}
