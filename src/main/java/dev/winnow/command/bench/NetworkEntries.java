package dev.winnow.command.bench;

import java.util.Optional;
import java.util.function.DoubleFunction;

/** Lines of the table for a network of convolutions. */
record NetworkEntries(BenchNetwork network) {
  /** DL4J as it comes, which has one of the networks. */
  static Entry stock(Runner runner) {
    String name = "stock-conv2";
    return new NetworkEntries(BenchNetwork.CONV_2)
        .iteration(name, "stock DL4J", runner.running(name));
  }

  Entry ours(Runner runner) {
    return iteration(name(), "dense", runner.running(name()));
  }

  Entry peer(Peer peer) {
    return iteration(peer.entry(name()), peer.label(), peer.runner().running(name()));
  }

  private Entry iteration(String name, String label, DoubleFunction<Repetition> runner) {
    return new Entry(
        name,
        label + ", " + name(),
        Optional.of(name()),
        Optional.of(1.0),
        "it",
        1,
        network.iteration(),
        runner);
  }

  Entry evaluation(Runner runner) {
    String name = network.evaluationName();
    return new Entry(
        name,
        "evaluation, " + name(),
        Optional.empty(),
        Optional.of(1.0),
        "images",
        RandomImages.TEST,
        RandomImages.TEST * network.image(),
        runner.running(name));
  }

  private String name() {
    return network.architecture();
  }
}
