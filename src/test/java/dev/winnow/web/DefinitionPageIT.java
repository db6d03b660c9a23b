package dev.winnow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The documentation's tables are those of the declarations. */
class DefinitionPageIT extends RunningApi {
  private static final Path PAGE = Path.of("src", "main", "docs", "definition.md");

  @Test
  void the_page_says_what_the_fields_are() throws IOException {
    String page = DefinitionPage.of(get("/api/v1/catalog").json());
    if (System.getProperty("winnow.update-docs") != null) {
      Files.writeString(PAGE, page);
    }
    assertThat(page)
        .as("%s; rewrite it with -Dwinnow.update-docs", PAGE)
        .isEqualTo(Files.readString(PAGE));
  }
}
