package dev.winnow.database;

import java.nio.file.Path;

/**
 * Present when Winnow runs on the PostgreSQL that it brings along: this process started it and is
 * the only one that uses it.
 */
public interface EmbeddedDatabase {
  /** Where it keeps its data, binaries and log. */
  Path folder();
}
