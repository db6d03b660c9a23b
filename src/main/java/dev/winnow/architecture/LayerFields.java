package dev.winnow.architecture;

import dev.winnow.catalog.Choice;
import dev.winnow.catalog.Domain;
import dev.winnow.catalog.InvalidValue;
import dev.winnow.catalog.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JsonPointer;

/**
 * The fields by which a definition describes one layer: its {@code kind}, and those of the kind.
 */
final class LayerFields {
  static final String KIND = "kind";
  static final String OUTPUTS = "outputs";
  static final String LAYERS = "layers";

  private static final Parameter ACTIVATION =
      Parameter.option("activation", "", "relu", "relu", "identity");

  private static final Map<String, List<Parameter>> KINDS =
      Map.of(
          "convolution",
          List.of(
              new Parameter("outChannels", "", new Domain.Integers(1, 4096), Optional.empty()),
              Parameter.integer("kernel", "", 3, 1, 3),
              Parameter.integer("stride", "", 1, 1, 4),
              ACTIVATION),
          "batch-norm",
          List.of(ACTIVATION),
          "dropout",
          List.of(Parameter.decimal("rate", "", "0.5", Domain.Decimals.between("0", "1"))),
          "max-pool",
          List.of(),
          "average-pool",
          List.of(),
          "residual",
          List.of(
              new Parameter(
                  LAYERS,
                  "",
                  new Domain.Composed(
                      LayerList.BLOCK_FORM, own -> LayerList.ofBlock(own).expanded()),
                  Optional.empty()),
              ACTIVATION),
          "dense",
          List.of(
              new Parameter(OUTPUTS, "", new Domain.Integers(1, 100_000), Optional.empty()),
              ACTIVATION));

  /** Kinds that may stand in a network. */
  static final Set<String> OF_NETWORK = KINDS.keySet();

  /** Kinds that may stand in a residual block. */
  static final Set<String> OF_BLOCK = Set.of("batch-norm", "convolution", "dropout", "max-pool");

  private LayerFields() {}

  /** Where a field stands in its layer. */
  static JsonPointer place(String field) {
    return JsonPointer.empty().appendProperty(field);
  }

  /**
   * One layer with each default written out.
   *
   * @param kinds that may stand there
   * @param last whether the list ends in it: then its activation is by default the identity, and a
   *     dense one need not say its outputs
   * @throws InvalidValue if this is no such layer
   */
  static Choice read(Object value, Set<String> kinds, boolean last) {
    if (!(value instanceof Map<?, ?> fields)) {
      throw new InvalidValue("This is no layer.", "an object with a \"kind\"");
    }
    String kind = kind(fields, kinds);
    List<Parameter> parameters = KINDS.getOrDefault(kind, List.of());
    refuseUnknown(fields, kind, parameters);
    Map<String, Object> values = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      Object given = fields.get(parameter.name());
      if (given != null) {
        values.put(parameter.name(), value(parameter, given));
      } else if (last && parameter.equals(ACTIVATION)) {
        values.put(parameter.name(), "identity");
      } else if (!last || !parameter.name().equals(OUTPUTS)) {
        values.put(parameter.name(), fallback(parameter));
      }
    }
    return new Choice(kind, values);
  }

  private static String kind(Map<?, ?> fields, Set<String> kinds) {
    String kind = String.valueOf(fields.get(KIND));
    if (!kinds.contains(kind)) {
      throw new InvalidValue(
          place(KIND),
          KINDS.containsKey(kind)
              ? "A residual block holds no layer of kind \"" + kind + "\"."
              : "There is no kind of layer \"" + kind + "\".",
          "one of " + String.join(", ", new TreeSet<>(kinds)));
    }
    return kind;
  }

  private static void refuseUnknown(Map<?, ?> fields, String kind, List<Parameter> parameters) {
    List<String> known = parameters.stream().map(Parameter::name).toList();
    for (Object name : fields.keySet()) {
      if (!name.equals(KIND) && !known.contains(name.toString())) {
        throw new InvalidValue(
            place(name.toString()),
            "A layer of kind %s has no field \"%s\".".formatted(kind, name),
            known.isEmpty() ? "no field but \"kind\"" : "one of " + String.join(", ", known));
      }
    }
  }

  private static Object value(Parameter parameter, Object given) {
    Domain domain = parameter.domain();
    try {
      return domain
          .accept(given)
          .orElseThrow(
              () ->
                  new InvalidValue(
                      "\"%s\" must be %s.".formatted(parameter.name(), domain.allowed()),
                      domain.allowed()));
    } catch (InvalidValue e) {
      throw e.inside(place(parameter.name()));
    }
  }

  private static Object fallback(Parameter parameter) {
    return parameter
        .fallback()
        .orElseThrow(
            () ->
                new InvalidValue(
                    place(parameter.name()),
                    "\"%s\" is missing.".formatted(parameter.name()),
                    parameter.domain().allowed()));
  }
}
