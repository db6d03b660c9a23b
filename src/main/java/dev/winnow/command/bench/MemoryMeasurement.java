package dev.winnow.command.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Trains the largest networks in new processes, one in each, and looks how much memory they had.
 *
 * @param seconds how long each is trained, about
 */
record MemoryMeasurement(double seconds, Consumer<String> progress) {
  static final List<BenchNetwork> NETWORKS = List.of(BenchNetwork.RESNET_20, BenchNetwork.VGG_19);

  /** Whether the system tells. */
  static boolean isPossible() {
    return Files.exists(Runner.status("self"));
  }

  List<MemoryUse> run(Start ours, List<Peer> peers) throws IOException, InterruptedException {
    List<MemoryUse> all = new ArrayList<>();
    for (BenchNetwork network : NETWORKS) {
      String name = network.architecture();
      progress.accept("memory of " + name);
      all.add(of(name, "dense", false, ours, name));
      for (Peer peer : peers) {
        String task = Peer.onPath(name, peer.fastestPath(name));
        all.add(of(name, peer.label(), true, peer.start(), task));
      }
    }
    return all;
  }

  private MemoryUse of(String architecture, String label, boolean peer, Start start, String task)
      throws IOException, InterruptedException {
    try (Runner runner = start.get()) {
      String path = runner.run(task, seconds).path();
      return new MemoryUse(
          architecture, label + ", " + architecture, peer, runner.peakBytes(), path);
    }
  }
}
