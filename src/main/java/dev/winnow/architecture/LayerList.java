package dev.winnow.architecture;

import dev.winnow.catalog.Choice;
import dev.winnow.catalog.InvalidValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonPointer;

/** Layers as a definition lists them: objects with a {@code kind} and its own fields. */
final class LayerList {
  static final String FORM =
      "a list of 1 to 100 objects, such as [{\"kind\": \"convolution\", \"outChannels\": 16},"
          + " {\"kind\": \"max-pool\"}, {\"kind\": \"dense\"}]";

  /** The layers past which the shortcut of a residual block leads. */
  static final String BLOCK_FORM =
      "a list of 1 to 20 objects, such as [{\"kind\": \"convolution\", \"outChannels\": 16},"
          + " {\"kind\": \"batch-norm\"}]";

  private static final int MOST = 100;
  private static final int MOST_IN_BLOCK = 20;

  private final List<Choice> layers;

  private LayerList(List<Choice> layers) {
    this.layers = List.copyOf(layers);
  }

  /**
   * The layers of a whole network.
   *
   * @throws InvalidValue if this is no such list
   */
  static LayerList ofNetwork(Object value) {
    if (!(value instanceof List<?> list) || list.isEmpty() || list.size() > MOST) {
      throw new InvalidValue("This is no list of layers.", FORM);
    }
    return of(list, LayerFields.OF_NETWORK);
  }

  /**
   * The layers of a residual block.
   *
   * @throws InvalidValue if this is no such list
   */
  static LayerList ofBlock(Object value) {
    if (!(value instanceof List<?> list) || list.isEmpty() || list.size() > MOST_IN_BLOCK) {
      throw new InvalidValue("This is no list of a block's layers.", BLOCK_FORM);
    }
    return of(list, LayerFields.OF_BLOCK);
  }

  private static LayerList of(List<?> list, Set<String> kinds) {
    List<Choice> layers = new ArrayList<>();
    for (Object each : list) {
      int index = layers.size();
      within(
          place(index), () -> layers.add(LayerFields.read(each, kinds, index == list.size() - 1)));
    }
    return new LayerList(layers);
  }

  private static void within(JsonPointer place, Runnable part) {
    try {
      part.run();
    } catch (InvalidValue e) {
      throw e.inside(place);
    }
  }

  private static JsonPointer place(int index) {
    return JsonPointer.empty().appendIndex(index);
  }

  /** A list as it was before layers, those of no block, had strides: each was 1. */
  static Object withoutStrideOfOne(Object expanded) {
    return ((List<?>) expanded)
        .stream().map(layer -> withoutStrideOfOne((Map<?, ?>) layer)).toList();
  }

  private static Map<?, ?> withoutStrideOfOne(Map<?, ?> layer) {
    Map<?, ?> identity = new LinkedHashMap<>(layer);
    if (String.valueOf(identity.get("stride")).equals("1")) {
      identity.remove("stride");
    }
    return identity;
  }

  /** The same list with every default written out. */
  Object expanded() {
    return layers.stream()
        .map(
            layer -> {
              Map<String, Object> fields = new LinkedHashMap<>();
              fields.put(LayerFields.KIND, layer.name());
              fields.putAll(layer.parameters());
              return fields;
            })
        .toList();
  }

  /**
   * @throws InvalidValue if a layer does not fit the one before it, or the last one is not the
   *     output
   */
  List<LayerSpec> layers(ImageShape image, int classes) {
    LayerStack stack = new LayerStack(image);
    int last = layers.size() - 1;
    addTo(stack, last);
    within(place(last), () -> addOutput(stack, layers.get(last), classes));
    return stack.layers();
  }

  private void addTo(LayerStack stack, int end) {
    for (int i = 0; i < end; i++) {
      Choice layer = layers.get(i);
      within(place(i), () -> add(stack, layer));
    }
  }

  private static void add(LayerStack stack, Choice layer) {
    switch (layer.name()) {
      case "convolution" ->
          stack.convolution(
              layer.integer("outChannels"),
              oddKernel(layer.integer("kernel")),
              layer.integer("stride"),
              activation(layer));
      case "batch-norm" -> stack.batchNorm(activation(layer));
      case "dropout" -> stack.dropout(layer.decimal("rate"));
      case "max-pool" -> stack.maxPool();
      case "average-pool" -> stack.averagePool();
      case "residual" -> addBlock(stack, layer);
      case "dense" -> stack.dense(layer.integer(LayerFields.OUTPUTS), activation(layer));
      default -> throw new IllegalStateException(layer.name());
    }
  }

  private static void addBlock(LayerStack stack, Choice block) {
    LayerList own = ofBlock(block.value(LayerFields.LAYERS));
    stack.residual(
        () ->
            within(
                LayerFields.place(LayerFields.LAYERS), () -> own.addTo(stack, own.layers.size())),
        activation(block));
  }

  private static void addOutput(LayerStack stack, Choice layer, int classes) {
    if (!layer.name().equals("dense")) {
      throw new InvalidValue(
          LayerFields.place(LayerFields.KIND),
          "The last layer must be dense, is %s.".formatted(layer.name()),
          "one more layer after it, {\"kind\": \"dense\"}");
    }
    if (layer.parameters().containsKey(LayerFields.OUTPUTS)
        && layer.integer(LayerFields.OUTPUTS) != classes) {
      throw new InvalidValue(
          LayerFields.place(LayerFields.OUTPUTS),
          "The last layer gives %d numbers, the data have %d classes."
              .formatted(layer.integer(LayerFields.OUTPUTS), classes),
          classes + ", or nothing: then it is one per class");
    }
    if (activation(layer) != Activation.IDENTITY) {
      throw new InvalidValue(
          LayerFields.place("activation"),
          "The last layer's numbers go into the softmax as they are.",
          "\"identity\", or nothing");
    }
    stack.dense(classes, Activation.IDENTITY);
  }

  private static int oddKernel(int kernel) {
    if (kernel % 2 == 0) {
      throw new InvalidValue(
          LayerFields.place("kernel"), "A kernel of even size has no centre.", "1 or 3");
    }
    return kernel;
  }

  private static Activation activation(Choice layer) {
    return Activation.valueOf(layer.text("activation").toUpperCase(Locale.ROOT));
  }
}
