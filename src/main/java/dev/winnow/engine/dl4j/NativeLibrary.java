package dev.winnow.engine.dl4j;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.presets.openblas_nolapack;
import org.deeplearning4j.util.CrashReportingUtil;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner.ExecutionerType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/** The native code beneath ND4J: set to one thread, and named as far as results depend on it. */
public final class NativeLibrary {
  private static volatile boolean loaded;

  private NativeLibrary() {}

  static boolean isLoaded() {
    return loaded;
  }

  /** Loads it. More threads would be slower on these small products and give other bits. */
  public static void loadWithOneThread() {
    CrashReportingUtil.crashDumpsEnabled(false);
    ops().setOmpNumThreads(1);
    loaded = true;
    if (onCpu()) {
      openblas_nolapack.blas_set_num_threads(1);
    }
  }

  /** What bits depend on: device, native library, BLAS kernels, threads. */
  static String signature() {
    String library = Loader.getPlatform() + extension(ops().binaryLevel());
    return onCpu()
        ? "cpu/nd4j-native %s/openblas %s/1 thread"
            .formatted(library, OpenBlasCore.name().orElse("built-in"))
        : "gpu/nd4j-cuda %s/%s".formatted(library, ops().getDeviceName(0));
  }

  private static NativeOps ops() {
    Nd4j.getExecutioner();
    return NativeOpsHolder.getInstance().getDeviceNativeOps();
  }

  static boolean onCpu() {
    return Nd4j.getExecutioner().type() == ExecutionerType.NATIVE_CPU;
  }

  /** The instruction set that the library was built for, as its file names have it. */
  private static String extension(int binaryLevel) {
    return switch (binaryLevel) {
      case 2 -> "-avx2";
      case 3 -> "-avx512";
      default -> "";
    };
  }
}
