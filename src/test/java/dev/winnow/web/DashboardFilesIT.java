package dev.winnow.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DashboardFilesIT extends RunningApi {
  @ParameterizedTest
  @ValueSource(strings = {"/", "/index.html", "/experiments/7", "/experiments/7/trials/1", "/new"})
  void a_path_without_a_file_is_a_page_of_the_dashboard(String path) {
    Answer answer = get(path, "Accept", "text/html");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("text/html");
    assertThat(answer.text()).contains("The dashboard");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
  }

  @Test
  void a_file_named_by_its_content_is_kept_for_long() {
    Answer answer = get("/assets/index-1a2b3c.js");
    assertThat(answer.text()).contains("42");
    assertThat(answer.header("Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
  }

  @Test
  void a_missing_asset_is_missing_and_no_page() {
    assertThat(get("/assets/index-000000.js").status()).isEqualTo(404);
  }
}
