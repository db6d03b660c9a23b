package dev.winnow.engine.process;

import java.util.List;

/** What is sent at once: a header in JSON and binary parts. */
record Frame(String header, List<byte[]> parts) {
  Frame {
    parts = List.copyOf(parts);
  }
}
