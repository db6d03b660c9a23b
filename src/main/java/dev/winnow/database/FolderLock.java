package dev.winnow.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/** Keeps a second Winnow out of a database folder. */
final class FolderLock implements AutoCloseable {
  // Static, because a channel that nobody refers to is closed and its lock gone; and because
  // closing
  // a second channel on a file drops the lock that this process holds through the first.
  private static final Map<Path, FileChannel> HELD = new HashMap<>();

  private final Path file;

  private FolderLock(Path file) {
    this.file = file;
  }

  /**
   * @throws DatabaseUnavailable if another process, or another part of this one, has it
   */
  static FolderLock take(DatabaseFolder folder) throws IOException {
    synchronized (HELD) {
      if (HELD.containsKey(folder.lock())) {
        throw inUse(folder);
      }
      FileChannel channel =
          FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        channel.close();
        throw inUse(folder);
      }
      HELD.put(folder.lock(), channel);
      return new FolderLock(folder.lock());
    }
  }

  private static DatabaseUnavailable inUse(DatabaseFolder folder) {
    return new DatabaseUnavailable(
        "Another Winnow is running on the database in " + folder.root() + ".",
        "Stop it, or give this one a folder of its own with winnow.home (and a port of its own with"
            + " server.port), or set spring.datasource.url for both to share a PostgreSQL.");
  }

  @Override
  public void close() throws IOException {
    synchronized (HELD) {
      FileChannel channel = HELD.remove(file);
      if (channel != null) {
        channel.close();
      }
    }
  }
}
