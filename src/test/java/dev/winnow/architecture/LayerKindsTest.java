package dev.winnow.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the compiler does not say of a new kind of layer. */
class LayerKindsTest {
  private static final JsonSubTypes JSON =
      Objects.requireNonNull(LayerSpec.class.getAnnotation(JsonSubTypes.class));

  @Test
  void every_kind_has_a_name_in_json() {
    assertThat(Stream.of(JSON.value()).<Class<?>>map(JsonSubTypes.Type::value))
        .containsExactlyInAnyOrder(LayerSpec.class.getPermittedSubclasses());
  }

  @Test
  void every_kind_may_be_listed_under_its_name_in_json() {
    assertThat(LayerFields.OF_NETWORK)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(JSON.value()).map(JsonSubTypes.Type::name).toList());
    assertThat(LayerFields.OF_NETWORK).containsAll(LayerFields.OF_BLOCK);
  }

  @Test
  void every_listed_kind_becomes_a_layer() {
    for (String kind : LayerFields.OF_NETWORK) {
      List<Object> layers = new ArrayList<>();
      layers.add(layer("convolution"));
      layers.add(layer(kind));
      layers.add(Map.of("kind", "dense"));
      LayerList list = LayerList.ofNetwork(layers);
      assertThat(list.layers(new ImageShape(3, 8, 8), 5)).as(kind).hasSizeGreaterThan(2);
    }
  }

  private static Map<String, Object> layer(String kind) {
    return switch (kind) {
      case "convolution" -> Map.of("kind", kind, "outChannels", 4);
      case "dense" -> Map.of("kind", kind, "outputs", 4);
      case "residual" ->
          Map.of("kind", kind, "layers", List.of(Map.of("kind", "convolution", "outChannels", 3)));
      default -> Map.of("kind", kind);
    };
  }
}
