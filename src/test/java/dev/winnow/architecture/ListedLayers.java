package dev.winnow.architecture;

import dev.winnow.catalog.Choice;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Networks of layers that are listed as a definition lists them. */
public final class ListedLayers {
  private ListedLayers() {}

  /**
   * @param list as JSON
   */
  public static List<LayerSpec> of(ImageShape image, int classes, String list) {
    Object layers = JsonMapper.shared().readValue(list, Object.class);
    return new Custom().layers(image, classes, new Choice("custom", Map.of("layers", layers)));
  }

  /**
   * A block that normalises first and changes the channels alone, one that drops first and changes
   * nothing, one that changes the maps' shape by pooling.
   *
   * @param image of 9 × 8 pixels
   */
  public static List<LayerSpec> blocks(ImageShape image, int classes) {
    return of(
        image,
        classes,
        """
        [{"kind": "convolution", "outChannels": 5, "activation": "identity"},
         {"kind": "residual", "layers": [
           {"kind": "batch-norm"},
           {"kind": "convolution", "outChannels": 7},
           {"kind": "dropout", "rate": 0.25},
           {"kind": "convolution", "outChannels": 9, "kernel": 1}]},
         {"kind": "residual", "activation": "identity", "layers": [
           {"kind": "dropout", "rate": 0.25},
           {"kind": "convolution", "outChannels": 9, "activation": "identity"},
           {"kind": "batch-norm"}]},
         {"kind": "max-pool"},
         {"kind": "residual", "layers": [
           {"kind": "convolution", "outChannels": 20},
           {"kind": "max-pool"}]},
         {"kind": "dense"}]
        """);
  }

  /** With a stride in the first layer, and one that does not divide the maps. */
  public static List<LayerSpec> strides(ImageShape image, int classes) {
    return of(
        image,
        classes,
        """
        [{"kind": "convolution", "outChannels": 5, "stride": 2},
         {"kind": "convolution", "outChannels": 17, "stride": 3},
         {"kind": "dense"}]
        """);
  }
}
