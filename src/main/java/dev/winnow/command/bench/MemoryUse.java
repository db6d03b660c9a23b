package dev.winnow.command.bench;

/**
 * The most memory that a process had which trained one network and nothing else.
 *
 * @param architecture of the network
 * @param label what the table calls it
 * @param peer whether it is PyTorch's
 * @param bytes resident
 * @param path which code it ran
 */
record MemoryUse(String architecture, String label, boolean peer, long bytes, String path) {
  double megabytes() {
    return bytes / 1e6;
  }
}
