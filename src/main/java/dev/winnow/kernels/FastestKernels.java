package dev.winnow.kernels;

/** Chooses kernels: those on the Vector API where this JVM has its module, else plain Java. */
public final class FastestKernels {
  /** The module that must be added when a JVM starts; it is an incubator on every JDK so far. */
  public static final String MODULE = "jdk.incubator.vector";

  private static final String VECTOR_KERNELS = "dev.winnow.kernels.vector.VectorKernels";

  private FastestKernels() {}

  public static Kernels choose() {
    return areVectors() ? onVectors() : new PlainKernels();
  }

  /** Whether this JVM was started with the module. */
  public static boolean areVectors() {
    return ModuleLayer.boot().findModule(MODULE).isPresent();
  }

  /** By name: a class that needs the module cannot be compiled together with those that do not. */
  private static Kernels onVectors() {
    try {
      return Class.forName(VECTOR_KERNELS)
          .asSubclass(Kernels.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The vector kernels cannot be loaded", e);
    }
  }
}
