package dev.winnow.training;

import dev.winnow.catalog.Choice;
import dev.winnow.catalog.Named;
import dev.winnow.catalog.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Four weights and two biases to be learned, the fourth weight zero at the start. */
final class SixValues {
  static final float[] START = {0.5f, -0.5f, 0.25f, 0.0f, 0.1f, -0.1f};
  static final float[] GRADIENT = {4f, -2f, 1e-7f, 8f, 2f, -6f};

  private SixValues() {}

  /** All of them move. */
  static ParameterUpdater dense(Optimizer optimizer, Choice settings) {
    return learner(optimizer, settings, new float[] {1, 1, 1, 1, 1, 1});
  }

  /** The fourth weight is pruned. */
  static ParameterUpdater pruned(Optimizer optimizer, Choice settings) {
    return learner(optimizer, settings, new float[] {1, 1, 1, 0, 1, 1});
  }

  private static ParameterUpdater learner(Optimizer optimizer, Choice settings, float[] factors) {
    List<Variables.Range> ranges =
        List.of(new Variables.Range(0, 4, true), new Variables.Range(4, 6, false));
    return optimizer.learner(settings, new Variables(START.clone(), factors, ranges));
  }

  /** One update by the gradient, however long the batch. */
  static void update(ParameterUpdater learner, float scale, double share) {
    update(learner, GRADIENT, scale, share);
  }

  static void update(ParameterUpdater learner, float[] gradient, float scale, double share) {
    System.arraycopy(gradient, 0, learner.gradient(), 0, gradient.length);
    learner.update(scale, share);
  }

  /** A plug-in with these settings, and its defaults besides. */
  static Choice chosen(Named plugIn, Map<String, String> given) {
    Map<String, Object> settings = new LinkedHashMap<>();
    for (Parameter parameter : plugIn.parameters()) {
      parameter.fallback().ifPresent(value -> settings.put(parameter.name(), value));
    }
    settings.putAll(given);
    return new Choice(plugIn.name(), settings);
  }
}
