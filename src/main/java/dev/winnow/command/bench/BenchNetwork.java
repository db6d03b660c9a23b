package dev.winnow.command.bench;

import dev.winnow.architecture.ImageShape;
import dev.winnow.architecture.LayerSpec;
import dev.winnow.catalog.Choice;
import java.util.Arrays;
import java.util.List;

/**
 * A network of convolutions that is measured on random images, with the ratio of its rate to
 * PyTorch's that it is meant to reach.
 */
enum BenchNetwork {
  CONV_2("conv-2", 60, 1.25),
  CONV_4("conv-4", 60, 1.2),
  CONV_6("conv-6", 60, 1.2),
  RESNET_20("resnet-20", 128, 1),
  VGG_19("vgg-19", 64, 1.1);

  private static final ImageShape IMAGE = new ImageShape(3, 32, 32);
  private static final int CLASSES = 10;

  private final String architecture;
  private final int batch;
  private final double target;

  BenchNetwork(String architecture, int batch, double target) {
    this.architecture = architecture;
    this.batch = batch;
    this.target = target;
  }

  static boolean isOne(String architecture) {
    return Arrays.stream(values()).anyMatch(network -> network.architecture.equals(architecture));
  }

  /**
   * @throws IllegalArgumentException if there is none
   */
  static BenchNetwork of(String architecture) {
    return Arrays.stream(values())
        .filter(network -> network.architecture.equals(architecture))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("There is no contender \"" + architecture + "\""));
  }

  /** As the catalog names it. */
  String architecture() {
    return architecture;
  }

  List<LayerSpec> layers() {
    return KnownArchitectures.ALL.get(architecture).layers(IMAGE, CLASSES, Choice.of(architecture));
  }

  /** Examples of one iteration. */
  int batch() {
    return batch;
  }

  /** The name of the contender that evaluates it. */
  String evaluationName() {
    return architecture + "/evaluation";
  }

  /** Floating-point operations of one iteration. */
  double iteration() {
    return batch * StepOperations.of(layers());
  }

  /** Floating-point operations of one image's forward pass. */
  double image() {
    return StepOperations.forward(layers());
  }

  /** Its iterations a second, PyTorch's being 1. */
  double target() {
    return target;
  }
}
