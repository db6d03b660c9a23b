package dev.winnow.command.bench;

import dev.winnow.command.BadArguments;
import dev.winnow.dataset.Normalisation;
import dev.winnow.process.TrainingJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One bench from its first process to its report. Closing it ends the processes. */
final class Session implements AutoCloseable {
  /** Times a measurement's length, until a process has all the memory that it takes. */
  private static final int STEADY = 5;

  private final BenchOptions options;
  private final Path home;
  private final Path data;
  private final Cores cores = Cores.ofThisMachine();
  private final List<Runner> runners = new ArrayList<>();

  /**
   * @param home the folder {@code winnow.home}
   * @param data the folder {@code winnow.data-dir}
   */
  Session(BenchOptions options, Path home, Path data) {
    this.options = options;
    this.home = home;
    this.data = data;
  }

  /**
   * @throws BadArguments if PyTorch is asked for and missing, or nothing can be measured
   */
  BenchReport measure() throws IOException, InterruptedException {
    List<Peer> peers = options.torch() ? peers() : List.of();
    Processes processes = processes();
    PaperRounds paper = PaperRounds.lenet();
    List<Entry> entries = new BenchmarkPlan(options, paper, processes, peers).entries();
    boolean memory = options.measures(Part.MEMORY) && MemoryMeasurement.isPossible();
    if (entries.isEmpty() && !memory) {
      throw new BadArguments(
          "There is nothing to measure: pair needs two cores and taskset, memory needs Linux");
    }
    Results results =
        new InterleavedMeasurement(options.length(), System.err::println).run(entries);
    return new BenchReport(
        head(processes, peers), results, memory ? memory(peers) : List.of(), paper);
  }

  /** One for each version and each kind of kernels that its library has for this CPU. */
  private List<Peer> peers() throws IOException, InterruptedException {
    Map<String, Peer> byKernels = new LinkedHashMap<>();
    for (Start start : peerStarts()) {
      Runner runner = start.get();
      Peer peer = new Peer(runner, start);
      if (byKernels.putIfAbsent(peer.label(), peer) == null) {
        runners.add(runner);
      } else {
        runner.close();
      }
    }
    return List.copyOf(byKernels.values());
  }

  private List<Start> peerStarts() throws IOException {
    List<String> pinning = Cores.pinning(cores.fromTheEnd(0));
    List<CoreType> types = CoreType.ofThisMachine();
    PythonReference python = new PythonReference(options.python(), pinning);
    List<Start> starts = new ArrayList<>();
    types.forEach(type -> starts.add(() -> python.start(type)));
    LibtorchReference libtorch =
        new LibtorchReference(options.libtorch().orElse(LibtorchReference.USUAL), pinning);
    if (options.libtorch().isPresent() || libtorch.isBuilt()) {
      starts.addAll(libtorch.starts(types));
    }
    return starts;
  }

  private List<MemoryUse> memory(List<Peer> peers) throws IOException, InterruptedException {
    return new MemoryMeasurement(STEADY * options.length().seconds(), System.err::println)
        .run(() -> jvm(cores.fromTheEnd(0)), peers);
  }

  private Processes processes() throws IOException {
    Optional<Integer> last = cores.fromTheEnd(0);
    Optional<Integer> other = cores.fromTheEnd(1);
    Map<Normalisation, Runner> lenet = new EnumMap<>(Normalisation.class);
    for (Normalisation normalisation : Normalisation.values()) {
      lenet.put(normalisation, jvm(last));
    }
    Runner networks = jvm(last);
    return new Processes(
        lenet,
        networks,
        options.measures(Part.PAIR) && other.isPresent()
            ? Optional.of(jvm(other))
            : Optional.empty());
  }

  private Runner jvm(Optional<Integer> core) throws IOException {
    Files.createDirectories(home);
    List<String> arguments = new ArrayList<>(List.of(home.toString(), data.toString()));
    options.data().ifPresent(arguments::add);
    TrainingJvm jvm = new TrainingJvm(home);
    return opened(new Runner(jvm.starting(Cores.pinning(core), BenchMain.class, arguments)));
  }

  private Runner opened(Runner runner) {
    runners.add(runner);
    return runner;
  }

  private List<String> head(Processes processes, List<Peer> peers) {
    Runner first = processes.first();
    List<String> head = new ArrayList<>();
    head.add(
        "LeNet-300-100 on %s, batches of %d, Adam; Java %s, one thread, %s"
            .formatted(first.about("data"), PaperRounds.BATCH, first.about("version"), place()));
    head.add(
        "Medians of %d rounds, in each of which every contender runs %s s"
            .formatted(options.length().rounds(), options.length().seconds()));
    head.add(
        "Masks keep the largest initial weights of each layer; a trained mask leaves more inputs"
            + " without any weight");
    head.add(
        "LeNet reads pixels from 0 to 1 (none) or by mean and deviation (mean-std); the slower is"
            + " quoted");
    head.add("GFLOP/s count products of kept weights, and no gradient of the pixels");
    peers.forEach(peer -> head.add("PyTorch multiplies with " + peer.runner().about("blas")));
    if (options.measures(Part.PAIR) && processes.second().isEmpty()) {
      head.add("No two trainings side by side: there are no two cores to pin them to");
    }
    return head;
  }

  private String place() {
    return cores
        .fromTheEnd(0)
        .map(core -> "pinned to core " + core)
        .orElse("not pinned to a core: there is no taskset here");
  }

  @Override
  public void close() {
    runners.forEach(Runner::close);
  }
}
