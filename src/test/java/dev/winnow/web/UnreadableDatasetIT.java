package dev.winnow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** A server whose own data set is no longer what it was. */
class UnreadableDatasetIT extends RunningApi {
  @DynamicPropertySource
  static void dataset(DynamicPropertyRegistry registry) throws IOException {
    Path file = Files.writeString(Files.createTempFile("broken", ".npz"), "no arrays at all");
    file.toFile().deleteOnExit();
    registry.add("winnow.datasets.broken.path", file::toString);
  }

  @Test
  void it_keeps_neither_the_service_from_starting_nor_the_catalog_from_listing_the_others() {
    Answer answer = get("/api/v1/catalog");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("datasets"))
        .extracting((JsonNode entry) -> entry.get("name").stringValue())
        .contains("mnist", "glyphs")
        .doesNotContain("broken");
  }
}
