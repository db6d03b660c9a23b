package dev.winnow.peer;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** One network in training, in one of the ways that it can be. */
final class Loop {
  /** What a measurement gave. */
  record Result(long steps, double seconds, double cpuSeconds, String path) {
    double cost() {
      return cpuSeconds / steps;
    }

    String json() {
      return String.format(
          Locale.ROOT,
          "{\"steps\": %d, \"seconds\": %.9f, \"cpuSeconds\": %.9f, \"path\": \"%s\"}",
          steps,
          seconds,
          cpuSeconds,
          path);
    }
  }

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final String path;
  private final Network network;
  private final Learner learner;
  private final Data data;

  private Loop(Networks networks, Way way) {
    path = way.words();
    network = networks.make();
    learner = way.learner(network.tensors());
    data = networks.data(way.layout());
  }

  /** Ready to be measured. */
  static Loop of(Networks networks, Way way) {
    Loop loop = new Loop(networks, way);
    loop.step();
    return loop;
  }

  /** The way that takes the least CPU time. */
  static Way fastest(Networks networks) {
    Map<Way, Double> costs = new EnumMap<>(Way.class);
    for (Way way : Way.values()) {
      if (way.layout() == Layout.CHANNELS_FIRST || networks != Networks.LENET) {
        costs.put(way, cost(networks, way));
      }
    }
    return Collections.min(costs.entrySet(), Map.Entry.comparingByValue()).getKey();
  }

  private static double cost(Networks networks, Way way) {
    double seconds = networks == Networks.LENET ? 1 : 2;
    try (PointerScope scope = new PointerScope()) {
      Loop loop = new Loop(networks, way);
      loop.run(seconds / 3);
      return loop.run(seconds).cost();
    }
  }

  Result run(double seconds) {
    long steps = 0;
    long limit = (long) (seconds * 1e9);
    long cpu = SYSTEM.getProcessCpuTime();
    long begin = System.nanoTime();
    long spent;
    do {
      step();
      steps++;
      spent = System.nanoTime() - begin;
    } while (spent < limit);
    cpu = SYSTEM.getProcessCpuTime() - cpu;
    return new Result(steps, spent / 1e9, cpu / 1e9, path);
  }

  /** What it makes natively is given back at its end. */
  private void step() {
    data.next();
    try (PointerScope scope = new PointerScope()) {
      Tensor output = network.apply(learner.tensors(), data.images());
      learner.update(torch.cross_entropy_loss(output, data.labels()));
    }
  }
}
