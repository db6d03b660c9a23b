package dev.winnow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class EngineSettingsTest {
  @Test
  void nothing_configured_gives_the_defaults() {
    assertThat(bind(Map.of("winnow.engine.log-level", "info")))
        .isEqualTo(EngineSettings.defaults());
  }

  @Test
  void a_heap_that_is_too_small_is_refused_by_name_and_value() {
    assertThatThrownBy(() -> bind(Map.of("winnow.engine.child-heap", "10MB")))
        .hasRootCauseMessage("winnow.engine.child-heap must be at least 64MB, is 10485760B");
  }

  @Test
  void an_idle_time_of_nothing_is_refused_by_name_and_value() {
    assertThatThrownBy(() -> bind(Map.of("winnow.engine.idle-time", "0s")))
        .hasRootCauseMessage("winnow.engine.idle-time must be at least 1ms, is PT0S");
  }

  @Test
  void a_core_that_is_no_name_is_refused() {
    assertThatThrownBy(() -> bind(Map.of("winnow.engine.blas-core", "HAS WELL")))
        .hasRootCauseMessage(
            "winnow.engine.blas-core must be a name such as HASWELL, is \"HAS WELL\"");
  }

  /** The settings that these properties and the defaults give. */
  static EngineSettings bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("winnow.engine", EngineSettings.class);
  }
}
