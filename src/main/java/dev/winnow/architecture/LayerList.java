package dev.winnow.architecture;

import dev.winnow.catalog.Choice;
import dev.winnow.catalog.Domain;
import dev.winnow.catalog.Misfit;
import dev.winnow.catalog.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Layers as a definition lists them: objects with a {@code kind} and its own fields. */
final class LayerList {
  static final String FORM =
      "a list of 1 to 100 objects, such as [{\"kind\": \"convolution\", \"outChannels\": 16},"
          + " {\"kind\": \"max-pool\"}, {\"kind\": \"dense\"}]";

  private static final int MOST = 100;
  private static final String KIND = "kind";
  private static final String OUTPUTS = "outputs";

  private static final Parameter ACTIVATION =
      Parameter.option("activation", "", "relu", "relu", "identity");

  private static final Map<String, List<Parameter>> KINDS =
      Map.of(
          "convolution",
          List.of(
              new Parameter("outChannels", "", new Domain.Integers(1, 4096), Optional.empty()),
              Parameter.integer("kernel", "", 3, 1, 3),
              ACTIVATION),
          "batch-norm",
          List.of(ACTIVATION),
          "dropout",
          List.of(Parameter.decimal("rate", "", "0.5", Domain.Decimals.between("0", "1"))),
          "max-pool",
          List.of(),
          "average-pool",
          List.of(),
          "dense",
          List.of(
              new Parameter(OUTPUTS, "", new Domain.Integers(1, 100_000), Optional.empty()),
              ACTIVATION));

  private final List<Choice> layers;

  /**
   * @throws Misfit if this is no list of layers
   */
  LayerList(Object value) {
    if (!(value instanceof List<?> list) || list.isEmpty() || list.size() > MOST) {
      throw new Misfit("", "This is no list of layers.", FORM);
    }
    int last = list.size() - 1;
    layers = IntStream.rangeClosed(0, last).mapToObj(i -> layer(list.get(i), i, last)).toList();
  }

  /**
   * The same list with every default written out.
   *
   * @throws Misfit if this is no list of layers
   */
  static Object expanded(Object value) {
    return new LayerList(value)
        .layers.stream()
            .map(
                layer -> {
                  Map<String, Object> fields = new LinkedHashMap<>();
                  fields.put(KIND, layer.name());
                  fields.putAll(layer.parameters());
                  return fields;
                })
            .toList();
  }

  private static Choice layer(Object value, int index, int last) {
    if (!(value instanceof Map<?, ?> fields)) {
      throw new Misfit("/" + index, "This is no layer.", "an object with a \"kind\"");
    }
    String kind = String.valueOf(fields.get(KIND));
    List<Parameter> parameters = KINDS.get(kind);
    if (parameters == null) {
      throw new Misfit(
          "/%d/kind".formatted(index),
          "There is no kind of layer \"" + kind + "\".",
          "one of " + String.join(", ", new TreeSet<>(KINDS.keySet())));
    }
    List<String> known = parameters.stream().map(Parameter::name).toList();
    for (Object name : fields.keySet()) {
      if (!name.equals(KIND) && !known.contains(name.toString())) {
        throw new Misfit(
            "/%d/%s".formatted(index, name),
            "A layer of kind %s has no field \"%s\".".formatted(kind, name),
            known.isEmpty() ? "no field but \"kind\"" : "one of " + String.join(", ", known));
      }
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      Object given = fields.get(parameter.name());
      if (given != null) {
        values.put(parameter.name(), value(parameter, given, index));
      } else if (index == last && parameter.equals(ACTIVATION)) {
        values.put(parameter.name(), "identity");
      } else if (index < last || !parameter.name().equals(OUTPUTS)) {
        values.put(parameter.name(), fallback(parameter, index));
      }
    }
    return new Choice(kind, values);
  }

  private static Object value(Parameter parameter, Object given, int index) {
    Domain domain = parameter.domain();
    return domain
        .accept(given)
        .orElseThrow(
            () ->
                new Misfit(
                    "/%d/%s".formatted(index, parameter.name()),
                    "\"%s\" must be %s.".formatted(parameter.name(), domain.allowed()),
                    domain.allowed()));
  }

  private static Object fallback(Parameter parameter, int index) {
    return parameter
        .fallback()
        .orElseThrow(
            () ->
                new Misfit(
                    "/%d/%s".formatted(index, parameter.name()),
                    "\"%s\" is missing.".formatted(parameter.name()),
                    parameter.domain().allowed()));
  }

  /**
   * @throws Misfit if a layer does not fit the one before it, or the last one is not the output
   */
  List<LayerSpec> layers(ImageShape image, int classes) {
    LayerStack stack = new LayerStack(image);
    for (int i = 0; i < layers.size(); i++) {
      try {
        add(stack, layers.get(i), i == layers.size() - 1, classes);
      } catch (Misfit e) {
        throw e.inside("/" + i);
      }
    }
    return stack.layers();
  }

  private static void add(LayerStack stack, Choice layer, boolean last, int classes) {
    if (last && !layer.name().equals("dense")) {
      throw new Misfit(
          "/kind",
          "The last layer must be dense, is %s.".formatted(layer.name()),
          "one more layer after it, {\"kind\": \"dense\"}");
    }
    switch (layer.name()) {
      case "convolution" ->
          stack.convolution(
              layer.integer("outChannels"), oddKernel(layer.integer("kernel")), activation(layer));
      case "batch-norm" -> stack.batchNorm(activation(layer));
      case "dropout" -> stack.dropout(layer.decimal("rate"));
      case "max-pool" -> stack.maxPool();
      case "average-pool" -> stack.averagePool();
      case "dense" -> {
        if (last) {
          checkOutput(layer, classes);
        }
        stack.dense(last ? classes : layer.integer(OUTPUTS), activation(layer));
      }
      default -> throw new IllegalStateException(layer.name());
    }
  }

  private static void checkOutput(Choice layer, int classes) {
    if (layer.parameters().containsKey(OUTPUTS) && layer.integer(OUTPUTS) != classes) {
      throw new Misfit(
          "/" + OUTPUTS,
          "The last layer gives %d numbers, the data have %d classes."
              .formatted(layer.integer(OUTPUTS), classes),
          classes + ", or nothing: then it is one per class");
    }
    if (activation(layer) != Activation.IDENTITY) {
      throw new Misfit(
          "/activation",
          "The last layer's numbers go into the softmax as they are.",
          "\"identity\", or nothing");
    }
  }

  private static int oddKernel(int kernel) {
    if (kernel % 2 == 0) {
      throw new Misfit("/kernel", "A kernel of even size has no centre.", "1 or 3");
    }
    return kernel;
  }

  private static Activation activation(Choice layer) {
    return Activation.valueOf(layer.text("activation").toUpperCase(Locale.ROOT));
  }
}
