package dev.winnow.engine.dl4j;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.dataset.Samples;
import dev.winnow.lottery.Ticket;
import dev.winnow.network.Network;
import dev.winnow.network.Networks;
import dev.winnow.network.PixelReader;
import dev.winnow.training.ResolvedPlan;
import java.util.List;
import java.util.Optional;

/** Networks made of DL4J's layers, on a CPU or on the GPU that this build is for. */
public final class Dl4jNetworks implements Networks {
  private static final String GPU_BACKEND = "org/nd4j/linalg/jcublas/JCublasBackend.class";

  private final ResolvedPlan plan;
  private final Samples training;
  private final Dl4jNetwork network;

  /**
   * @param seed the trial's, for what is random in trainings
   */
  public Dl4jNetworks(
      List<LayerSpec> layers, ResolvedPlan plan, Samples training, PixelReader reader, long seed) {
    NativeLibrary.loadWithOneThread();
    this.plan = plan;
    this.training = training;
    this.network = new Dl4jNetwork(layers, reader, plan.plan().batchSize(), seed);
  }

  /** Whether this build of the application is for GPUs; loads no native code. */
  public static boolean forGpu() {
    return Dl4jNetworks.class.getClassLoader().getResource(GPU_BACKEND) != null;
  }

  /**
   * The kernels that OpenBLAS uses, by the name that {@code OPENBLAS_CORETYPE} takes; empty if it
   * is not in use.
   */
  public static Optional<String> blasCore() {
    return NativeLibrary.isLoaded() ? OpenBlasCore.name() : Optional.empty();
  }

  @Override
  public Network of(Ticket ticket) {
    return new DenseNetwork(network, training, ticket, plan);
  }

  @Override
  public String signature() {
    return NativeLibrary.signature();
  }

  @Override
  public void close() {
    network.close();
  }
}
