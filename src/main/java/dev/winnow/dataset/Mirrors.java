package dev.winnow.dataset;

import dev.winnow.checksum.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Places on the web that hold the same files. */
final class Mirrors {
  private static final Logger log = LoggerFactory.getLogger(Mirrors.class);

  private final List<URI> folders;
  private final Duration connectTimeout;
  private final Duration readTimeout;

  /**
   * @param folders each ending in a slash, tried in this order
   */
  Mirrors(List<URI> folders, Duration connectTimeout, Duration readTimeout) {
    this.folders = List.copyOf(folders);
    this.connectTimeout = connectTimeout;
    this.readTimeout = readTimeout;
  }

  /**
   * Puts a file into a folder, whole and with the published checksum or not at all.
   *
   * @throws DatasetUnavailable if no mirror gives it; the message says what each one gave
   */
  void fetch(PublishedFile file, Path folder) {
    List<String> findings = new ArrayList<>();
    for (URI mirror : folders) {
      URI source = mirror.resolve(file.name());
      try {
        fetch(source, file, folder);
        return;
      } catch (IOException e) {
        findings.add(source + ": " + describe(e));
        log.warn("{}: {}", source, describe(e));
      }
    }
    throw new DatasetUnavailable(
        "%s (%d bytes, SHA-256 %s) is missing from %s and %s"
            .formatted(
                file.name(),
                file.size(),
                file.sha256(),
                folder,
                findings.isEmpty()
                    ? "no mirror is configured"
                    : "no mirror gave it; tried " + String.join("; ", findings)));
  }

  private static String describe(IOException e) {
    String message = e.getMessage();
    return e.getClass() == IOException.class && message != null ? message : e.toString();
  }

  private void fetch(URI source, PublishedFile file, Path folder) throws IOException {
    Files.createDirectories(folder);
    Path part = folder.resolve(file.name() + "." + UUID.randomUUID() + ".part");
    try {
      copy(source, file, part);
      Files.move(part, folder.resolve(file.name()), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private void copy(URI source, PublishedFile file, Path part) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) source.toURL().openConnection();
    connection.setConnectTimeout((int) connectTimeout.toMillis());
    connection.setReadTimeout((int) readTimeout.toMillis());
    try (FileChannel channel =
        FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
        throw new IOException("HTTP status " + connection.getResponseCode());
      }
      log.info("Fetching {} ({} bytes)", source, file.size());
      try (InputStream in = connection.getInputStream()) {
        receive(in, Channels.newOutputStream(channel), file);
      }
      channel.force(true);
      log.info("Fetched {}, its SHA-256 is the published one", source);
    } finally {
      connection.disconnect();
    }
  }

  private static void receive(InputStream in, OutputStream out, PublishedFile file)
      throws IOException {
    Sha256 checksum = new Sha256();
    byte[] chunk = new byte[1 << 16];
    long size = 0;
    for (int n = in.read(chunk); n >= 0 && size <= file.size(); n = in.read(chunk)) {
      out.write(chunk, 0, n);
      checksum.add(chunk, n);
      report(file, size, size + n);
      size += n;
    }
    if (size != file.size()) {
      throw new IOException(size < file.size() ? "ends after " + size + " bytes" : "is longer");
    }
    String found = checksum.hex();
    if (!found.equals(file.sha256())) {
      throw new IOException("has SHA-256 " + found);
    }
  }

  /** One line for each quarter. */
  private static void report(PublishedFile file, long before, long now) {
    long quarter = Math.max(1, file.size() / 4);
    if (now / quarter > before / quarter && now < file.size()) {
      log.info("{}: {} of {} bytes", file.name(), now, file.size());
    }
  }
}
