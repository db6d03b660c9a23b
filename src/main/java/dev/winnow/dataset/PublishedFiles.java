package dev.winnow.dataset;

import dev.winnow.checksum.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of a data set in a local folder. What is there is taken as it is; what is missing is
 * fetched.
 */
final class PublishedFiles {
  private static final Logger log = LoggerFactory.getLogger(PublishedFiles.class);

  private final Path folder;
  private final List<PublishedFile> files;
  private final Mirrors mirrors;

  PublishedFiles(Path folder, List<PublishedFile> files, Mirrors mirrors) {
    this.folder = folder;
    this.files = List.copyOf(files);
    this.mirrors = mirrors;
  }

  /**
   * @param file counted from 0 in the order of the list
   */
  Path path(int file) {
    return folder.resolve(files.get(file).name());
  }

  /**
   * @throws DatasetUnavailable if a file is missing and no mirror gives it
   */
  void fetchMissing() {
    for (PublishedFile file : files) {
      if (Files.notExists(folder.resolve(file.name()))) {
        mirrors.fetch(file, folder);
      }
    }
  }

  /**
   * SHA-256 in hex over the contents of all files in their order.
   *
   * @throws DatasetUnavailable if a file cannot be read
   */
  String checksum() {
    Sha256 all = new Sha256();
    files.forEach(file -> all.add(checksum(file)));
    return all.hex();
  }

  /** Logs each file that is not the published one. */
  void reportDifferences() {
    for (PublishedFile file : files) {
      String found = checksum(file);
      if (!found.equals(file.sha256())) {
        log.warn(
            "{} is not the published file: its SHA-256 is {}, published is {}; using it as it is",
            folder.resolve(file.name()),
            found,
            file.sha256());
      }
    }
  }

  private String checksum(PublishedFile file) {
    Path path = folder.resolve(file.name());
    try {
      return Checksum.of(path);
    } catch (IOException e) {
      throw new DatasetUnavailable(path + " cannot be read: " + e, e);
    }
  }
}
