package dev.winnow.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.catalog.Choice;
import dev.winnow.catalog.Parameter;
import dev.winnow.random.RandomStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What holds for every architecture and every initialisation in the catalogs. */
class ArchitectureContractTest {
  private static final ImageShape IMAGE = new ImageShape(3, 31, 28);

  private static final AnnotationConfigApplicationContext CONTEXT =
      new AnnotationConfigApplicationContext("dev.winnow.architecture");

  static Stream<Architecture> architectures() {
    return CONTEXT.getBean(Architectures.class).entries().stream();
  }

  static Stream<Initialisation> initialisations() {
    return CONTEXT.getBean(Initialisations.class).entries().stream();
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void its_layers_fit_from_input_to_output(Architecture architecture) {
    List<LayerSpec> layers =
        architecture.layers(IMAGE, 10, defaults(architecture.name(), architecture.parameters()));
    assertThat(through(layers, IMAGE.size())).isEqualTo(10);
  }

  /** Numbers that come out; those that go into each layer have come out of the one before. */
  private static int through(List<LayerSpec> layers, int in) {
    int size = in;
    for (LayerSpec layer : layers) {
      assertThat(inputs(layer)).as(layer.name()).isEqualTo(size);
      if (layer instanceof ResidualBlock block) {
        assertThat(through(block.branch(), size)).isEqualTo(outputs(layer));
        assertThat(through(block.shortcut(), size)).isEqualTo(outputs(layer));
      }
      size = outputs(layer);
    }
    return size;
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void its_tensors_have_names_of_their_own_and_only_weights_are_prunable(
      Architecture architecture) {
    ParameterLayout layout =
        ParameterLayout.of(
            architecture.layers(
                IMAGE, 10, defaults(architecture.name(), architecture.parameters())));
    Set<String> names = new HashSet<>();
    for (ParameterLayout.Place place : layout.places()) {
      assertThat(names.add(place.tensor().name())).isTrue();
      assertThat(place.tensor().prunable()).isEqualTo(place.tensor().shape().size() > 1);
    }
  }

  @ParameterizedTest
  @MethodSource("initialisations")
  void biases_begin_at_zero_and_weights_do_not(Initialisation initialisation) {
    ParameterLayout layout =
        ParameterLayout.of(List.of(new LayerSpec.Dense("fc1", 20, 10, Activation.IDENTITY)));
    Weights weights =
        initialisation.draw(
            layout,
            defaults(initialisation.name(), initialisation.parameters()),
            tensor -> RandomStream.of(1, "test", tensor));
    for (int i = 0; i < 210; i++) {
      assertThat(weights.value(i) == 0).isEqualTo(i >= 200);
    }
  }

  private static int inputs(LayerSpec layer) {
    if (layer instanceof LayerSpec.Convolution maps) {
      return maps.inChannels() * maps.height() * maps.width();
    }
    if (layer instanceof LayerSpec.MaxPool maps) {
      return maps.channels() * maps.height() * maps.width();
    }
    if (layer instanceof LayerSpec.AveragePool maps) {
      return maps.channels() * maps.height() * maps.width();
    }
    if (layer instanceof LayerSpec.BatchNorm maps) {
      return maps.channels() * maps.height() * maps.width();
    }
    if (layer instanceof ResidualBlock block) {
      return inputs(block.branch().get(0));
    }
    return ((LayerSpec.Dense) layer).inputs();
  }

  private static int outputs(LayerSpec layer) {
    if (layer instanceof LayerSpec.Convolution maps) {
      return maps.outChannels() * maps.outHeight() * maps.outWidth();
    }
    if (layer instanceof LayerSpec.MaxPool maps) {
      return maps.channels() * (maps.height() / 2) * (maps.width() / 2);
    }
    if (layer instanceof LayerSpec.AveragePool maps) {
      return maps.channels();
    }
    if (layer instanceof LayerSpec.BatchNorm) {
      return inputs(layer);
    }
    if (layer instanceof ResidualBlock block) {
      return outputs(block.branch().get(block.branch().size() - 1));
    }
    return ((LayerSpec.Dense) layer).outputs();
  }

  private static Choice defaults(String name, List<Parameter> parameters) {
    return new Choice(
        name,
        parameters.stream()
            .collect(Collectors.toMap(Parameter::name, p -> p.fallback().orElseThrow())));
  }
}
