package dev.winnow.engine.dl4j;

import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Which kernels OpenBLAS chose for this CPU, or was told to use by {@code OPENBLAS_CORETYPE}. Its
 * Java binding has no call for that, but the library exports its tables of kernels, and a pointer
 * to the one in use.
 */
final class OpenBlasCore {
  private static final List<String> NAMES =
      List.of(
          "PRESCOTT",
          "CORE2",
          "NEHALEM",
          "SANDYBRIDGE",
          "HASWELL",
          "SKYLAKEX",
          "COOPERLAKE",
          "BARCELONA",
          "BULLDOZER",
          "PILEDRIVER",
          "STEAMROLLER",
          "EXCAVATOR",
          "ZEN",
          "ARMV8",
          "CORTEXA53",
          "CORTEXA57",
          "CORTEXA72",
          "CORTEXA73",
          "FALKOR",
          "TSV110",
          "THUNDERX",
          "THUNDERX2T99",
          "THUNDERX3T110",
          "EMAG8180",
          "NEOVERSEN1");

  private OpenBlasCore() {}

  /** The name that {@code OPENBLAS_CORETYPE} takes; empty in a build for one kind of CPU. */
  static Optional<String> name() {
    try (PointerPointer<Pointer> chosen = new PointerPointer<>(Loader.addressof("gotoblas"))) {
      if (chosen.isNull()) {
        return Optional.empty();
      }
      Pointer table = chosen.get(0);
      return NAMES.stream()
          .filter(name -> table.equals(Loader.addressof("gotoblas_" + name)))
          .findFirst();
    }
  }
}
