package dev.winnow.network.pure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.architecture.Architecture;
import dev.winnow.architecture.Architectures;
import dev.winnow.architecture.ImageShape;
import dev.winnow.architecture.Initialisations;
import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import dev.winnow.catalog.Choice;
import dev.winnow.catalog.Parameter;
import dev.winnow.dataset.Samples;
import dev.winnow.dataset.Shape;
import dev.winnow.engine.Trials;
import dev.winnow.kernels.FastestKernels;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Ticket;
import dev.winnow.network.PixelReader;
import dev.winnow.random.RandomStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Whatever is in the catalog can be trained in pure Java. */
class EveryArchitectureIT {
  private static final AnnotationConfigApplicationContext CONTEXT =
      new AnnotationConfigApplicationContext("dev.winnow.architecture");
  private static final int CLASSES = 10;
  private static final Samples PICTURES = pictures();

  static Stream<Architecture> architectures() {
    return CONTEXT.getBean(Architectures.class).entries().stream();
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void it_is_placed_and_takes_a_step(Architecture architecture) {
    List<LayerSpec> layers =
        architecture.layers(new ImageShape(3, 32, 32), CLASSES, defaults(architecture));
    ParameterLayout layout = ParameterLayout.of(layers);
    PureNetwork network = networks(layers).of(new Ticket(Mask.dense(layout), initial(layout)));
    float[] before = network.values();
    assertThat(network.step(new int[] {0, 1}, 1)).isFinite().isPositive();
    assertThat(network.values()).isNotEqualTo(before);
    assertThat(network.logits(PICTURES, new int[] {1, 0})).hasSize(2 * CLASSES);
  }

  private static Choice defaults(Architecture architecture) {
    return new Choice(
        architecture.name(),
        architecture.parameters().stream()
            .collect(
                Collectors.toMap(
                    Parameter::name, parameter -> parameter.fallback().orElseThrow())));
  }

  private static Weights initial(ParameterLayout layout) {
    return CONTEXT
        .getBean(Initialisations.class)
        .find("he-normal")
        .orElseThrow()
        .draw(layout, Choice.of("he-normal"), tensor -> RandomStream.of(1, tensor));
  }

  private static PureNetworks networks(List<LayerSpec> layers) {
    float[] table = new float[256];
    for (int pixel = 0; pixel < table.length; pixel++) {
      table[pixel] = pixel / 255f;
    }
    return new PureNetworks(
        layers,
        Trials.resolved(Trials.adam("0.001", "0.00000001", "0"), 2, "1it", "1it"),
        new TrainingImages(
            PICTURES, new PixelReader(table, PICTURES.shape().size()), Optional.empty()),
        FastestKernels.choose());
  }

  private static Samples pictures() {
    Shape shape = new Shape(3, 32, 32);
    RandomStream random = RandomStream.of(1, "pictures");
    byte[] pixels = new byte[2 * shape.size()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) random.nextInt(256);
    }
    return new Samples(shape, 2, ByteBuffer.wrap(pixels), ByteBuffer.wrap(new byte[] {3, 7}));
  }
}
