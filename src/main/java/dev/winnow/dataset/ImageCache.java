package dev.winnow.dataset;

import dev.winnow.checksum.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * All images of a data set in memory that every process of this machine shares: a file under {@code
 * winnow.home}, made once and mapped read-only. A file's name holds the data set's {@link
 * Dataset#source}, so other source files get another cache file.
 */
@Component
public final class ImageCache {
  private static final Logger log = LoggerFactory.getLogger(ImageCache.class);

  /** A file lock holds between processes only. */
  private static final Object WITHIN_THIS_PROCESS = new Object();

  private final Path folder;

  public ImageCache(DatasetProperties properties) {
    folder = properties.home().resolve("cache");
  }

  /**
   * The images, mapped; made first if this is the first use. Waits while another thread or process
   * makes them.
   *
   * @throws DatasetUnavailable if the data set cannot be read, or its files change meanwhile
   * @throws UncheckedIOException if the cache cannot be written
   */
  public Images open(Dataset dataset) {
    synchronized (WITHIN_THIS_PROCESS) {
      try {
        Files.createDirectories(folder);
        return openAlone(dataset);
      } catch (IOException e) {
        throw new UncheckedIOException(
            "The cache of %s in %s".formatted(dataset.name(), folder), e);
      }
    }
  }

  private Images openAlone(Dataset dataset) throws IOException {
    Path lockFile = folder.resolve(dataset.name() + ".lock");
    try (FileChannel channel =
        FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.lock(); // until the channel is closed
      return openLocked(dataset);
    }
  }

  private Images openLocked(Dataset dataset) throws IOException {
    String source = dataset.source();
    Path path = path(dataset, source);
    CacheFile file = new CacheFile(path, dataset, source);
    Optional<Images> images = file.open();
    if (images.isPresent()) {
      return images.get();
    }
    make(dataset, source, file);
    return file.open().orElseThrow(() -> new IOException(path + " is gone"));
  }

  private Path path(Dataset dataset, String source) {
    String key = new Sha256().add(source).hex().substring(0, 16);
    return folder.resolve("%s-%s.images".formatted(dataset.name(), key));
  }

  private static void make(Dataset dataset, String source, CacheFile file) throws IOException {
    log.info("Reading dataset {}", dataset.name());
    Images images = dataset.read();
    if (!dataset.source().equals(source)) {
      throw new DatasetUnavailable(
          "The files of %s changed while they were read".formatted(dataset.name()));
    }
    file.write(images);
    log.info("Read dataset {}: checksum {}", dataset.name(), images.checksum());
  }
}
