package dev.winnow.architecture;

import dev.winnow.catalog.Choice;
import dev.winnow.catalog.Domain;
import dev.winnow.catalog.InvalidValue;
import dev.winnow.catalog.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A network of layers that the researcher lists. */
@Component
final class Custom implements Architecture {
  private static final String LAYERS = LayerFields.LAYERS;

  private static final List<Map<String, Object>> FALLBACK =
      List.of(Map.of("kind", "dense", "outputs", 100), Map.of("kind", "dense"));

  @Override
  public String name() {
    return "custom";
  }

  @Override
  public String summary() {
    return "The layers you list, from input to output; each takes what the one before it gives";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter(
            LAYERS,
            "From input to output; the last one is dense and gives one number per class. A residual"
                + " one has layers of its own, past which a shortcut leads",
            new Domain.Composed(
                LayerList.FORM,
                list -> LayerList.ofNetwork(list).expanded(),
                LayerList::withoutStrideOfOne),
            Optional.of(LayerList.ofNetwork(FALLBACK).expanded())));
  }

  @Override
  public List<LayerSpec> layers(ImageShape image, int classes, Choice choice) {
    try {
      return LayerList.ofNetwork(choice.value(LAYERS)).layers(image, classes);
    } catch (InvalidValue e) {
      throw e.inside(LayerFields.place(LAYERS));
    }
  }
}
