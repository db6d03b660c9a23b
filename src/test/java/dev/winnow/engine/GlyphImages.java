package dev.winnow.engine;

import dev.winnow.dataset.Dataset;
import dev.winnow.dataset.DatasetProperties;
import dev.winnow.dataset.Datasets;
import dev.winnow.dataset.Download;
import dev.winnow.dataset.ImageCache;
import dev.winnow.dataset.Images;
import java.nio.file.Path;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The glyphs, drawn once for all tests. */
public record GlyphImages(Dataset dataset, Images images) {
  public static GlyphImages open() {
    try (var context = new AnnotationConfigApplicationContext()) {
      Path home = Path.of("target/engine-tests");
      context.registerBean(
          DatasetProperties.class, () -> new DatasetProperties(home, home, Download.never()));
      context.scan(Dataset.class.getPackageName());
      context.refresh();
      Dataset glyphs = context.getBean(Datasets.class).get("glyphs");
      return new GlyphImages(glyphs, context.getBean(ImageCache.class).open(glyphs));
    }
  }
}
