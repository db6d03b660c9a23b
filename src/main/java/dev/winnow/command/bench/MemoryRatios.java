package dev.winnow.command.bench;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Our memory beside the least of PyTorch's; what was not measured is left out. */
final class MemoryRatios {
  private MemoryRatios() {}

  static List<MeasuredRatio> of(List<MemoryUse> all) {
    return MemoryMeasurement.NETWORKS.stream()
        .map(BenchNetwork::architecture)
        .flatMap(architecture -> of(all, architecture))
        .toList();
  }

  private static Stream<MeasuredRatio> of(List<MemoryUse> all, String architecture) {
    OptionalLong ours = bytes(all, architecture, false).max();
    OptionalLong theirs = bytes(all, architecture, true).min();
    return ours.isPresent() && theirs.isPresent()
        ? Stream.of(
            MeasuredRatio.ratio(
                    architecture + " memory, PyTorch = 1",
                    (double) ours.getAsLong() / theirs.getAsLong())
                .atMost(1))
        : Stream.empty();
  }

  private static LongStream bytes(List<MemoryUse> all, String architecture, boolean peer) {
    return all.stream()
        .filter(use -> use.architecture().equals(architecture) && use.peer() == peer)
        .mapToLong(MemoryUse::bytes);
  }
}
