package dev.winnow.command.bench.contender;

/** What a core can do at most: fused multiply-adds on registers alone. Needs the Vector API. */
public final class FmaPeak {
  /** Floating-point operations of one step, two for each multiply-add. */
  public static final int OPERATIONS = 25_600_000;

  private static final String CHAINS = "dev.winnow.command.bench.vector.FmaChains";

  private FmaPeak() {}

  /** By name: a class that needs the module cannot be compiled together with those that do not. */
  public static Contender contender() {
    try {
      return Class.forName(CHAINS)
          .asSubclass(Contender.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The chains cannot be loaded", e);
    }
  }
}
