package dev.winnow.web.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.web.RunningApi;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class CatalogIT extends RunningApi {
  @Test
  void the_catalog_names_all_that_a_definition_may_name() {
    JsonNode catalog = get("/api/v1/catalog").json();
    assertThat(names(catalog.get("datasets")))
        .contains("cifar-10", "cifar-10-subset", "fashion-mnist", "glyphs", "mnist");
    assertThat(named(catalog.get("datasets"), "cifar-10").get("shape").toString())
        .isEqualTo("{\"channels\":3,\"height\":32,\"width\":32}");
    assertThat(names(catalog.get("architectures")))
        .contains("conv-2", "custom", "lenet-300-100", "mlp", "resnet-20", "vgg-19");
    assertThat(names(catalog.get("criteria"))).contains("magnitude", "random", "large-init");
    assertThat(catalog.get("normalisations").toString()).isEqualTo("[\"none\",\"mean-std\"]");
    assertThat(catalog.get("augmentations").toString())
        .isEqualTo("[\"none\",\"flip\",\"crop\",\"flip-crop\"]");
    assertThat(names(catalog.get("schedules"))).contains("constant", "cosine", "steps");
    assertThat(catalog.get("strategies").toString()).isEqualTo("[\"iterative\",\"one-shot\"]");
    assertThat(catalog.get("testEvaluations").toString())
        .isEqualTo("[\"best-and-last\",\"always\"]");
    assertThat(catalog.get("trainingPaths").toString())
        .isEqualTo("[\"auto\",\"direct\",\"dense\",\"sparse\",\"dl4j\"]");
    assertThat(catalog.get("pools").toString()).isEqualTo("[\"any\",\"cpu\",\"gpu\"]");
  }

  private static JsonNode named(JsonNode entries, String name) {
    return entries
        .valueStream()
        .filter(entry -> entry.get("name").stringValue().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<String> names(JsonNode entries) {
    return entries.valueStream().map(entry -> entry.get("name").stringValue());
  }

  @Test
  void a_parameter_says_what_it_takes_and_what_stands_when_it_is_left_out() {
    JsonNode adam = named(get("/api/v1/catalog").json().get("optimizers"), "adam");
    JsonNode learningRate = adam.at("/parameters/0");
    assertThat(learningRate.get("name").stringValue()).isEqualTo("learningRate");
    assertThat(learningRate.get("kind").stringValue()).isEqualTo("decimal");
    assertThat(learningRate.get("required").booleanValue()).isTrue();
    assertThat(learningRate.get("allowed").stringValue()).startsWith("a number greater than 0");
    JsonNode beta1 = adam.at("/parameters/1");
    assertThat(beta1.get("required").booleanValue()).isFalse();
    assertThat(beta1.get("fallback").decimalValue()).isEqualByComparingTo("0.9");
  }

  @Test
  void every_field_of_a_definition_is_described_where_it_stands() {
    JsonNode fields = get("/api/v1/catalog").json().get("definition");
    JsonNode noise = field(field(fields, "/dataset").get("fields"), "/dataset/labelNoise");
    assertThat(noise.get("title").stringValue()).isEqualTo("Label noise");
    assertThat(noise.get("kind").stringValue()).isEqualTo("decimal");
    assertThat(noise.get("fallback").decimalValue()).isZero();
    JsonNode training = field(fields, "/training");
    assertThat(training.get("required").booleanValue()).isTrue();
    JsonNode optimizer = field(training.get("fields"), "/training/optimizer");
    assertThat(optimizer.get("kind").stringValue()).isEqualTo("plug-in");
    assertThat(optimizer.get("catalog").stringValue()).isEqualTo("optimizers");
    JsonNode id = field(field(fields, "/arms").get("fields"), "/arms/-/id");
    assertThat(id.get("rule").stringValue()).isEqualTo("the control's name");
  }

  @Test
  void a_parameter_that_is_text_says_so() {
    JsonNode steps =
        named(get("/api/v1/catalog").json().get("schedules"), "steps").at("/parameters/0");
    assertThat(steps.get("name").stringValue()).isEqualTo("at");
    assertThat(steps.get("kind").stringValue()).isEqualTo("text");
  }

  private static JsonNode field(JsonNode fields, String pointer) {
    return fields
        .valueStream()
        .filter(field -> field.get("pointer").stringValue().equals(pointer))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void presets_are_definitions_that_can_be_submitted_as_they_are() {
    JsonNode presets = get("/api/v1/presets").json();
    assertThat(names(presets).findFirst().orElseThrow())
        .as("what the form begins with")
        .isEqualTo("sample");
    assertThat(names(presets))
        .contains(
            "conv-2-cifar-paper",
            "conv-2-cifar-quick",
            "conv-4-cifar-paper",
            "conv-4-cifar-quick",
            "conv-6-cifar-paper",
            "conv-6-cifar-quick",
            "resnet-20-cifar-paper",
            "resnet-20-cifar-quick",
            "vgg-19-cifar-paper",
            "vgg-19-cifar-quick",
            "lenet-mnist-paper",
            "lenet-mnist-one-shot",
            "lenet-mnist-quick",
            "lenet-glyphs-quick",
            "lenet-glyphs-smoke",
            "sample",
            "early-tickets",
            "wiggle-room",
            "initial-distribution",
            "which-weights-go",
            "mask-actions",
            "small-weights-anew",
            "many-small-networks",
            "structure-or-weights",
            "step-by-step",
            "before-training",
            "which-initialisation",
            "deeper-networks");
    for (JsonNode preset : presets) {
      Answer answer = post("/api/v1/experiments/validate", preset.get("definition").toString());
      assertThat(answer.json().get("valid").booleanValue()).isTrue();
      assertThat(answer.json().get("definition")).isEqualTo(preset.get("definition"));
    }
  }

  @Test
  void a_preset_with_a_grid_is_a_sweep_that_can_be_submitted() {
    int sweeps = 0;
    for (JsonNode preset : get("/api/v1/presets").json()) {
      assertThat(preset.get("group").stringValue()).isIn("quick", "paper", "question");
      if (!preset.get("grid").isEmpty()) {
        ObjectNode sweep = JsonNodeFactory.instance.objectNode();
        sweep.set("definition", preset.get("definition"));
        sweep.set("grid", preset.get("grid"));
        JsonNode plan = post("/api/v1/sweeps/validate", sweep.toString()).json();
        assertThat(plan.get("errors")).as(preset.get("name").stringValue()).isEmpty();
        sweeps++;
      }
    }
    assertThat(sweeps).isGreaterThanOrEqualTo(7);
  }
}
