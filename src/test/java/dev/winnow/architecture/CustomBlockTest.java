package dev.winnow.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.winnow.catalog.Choice;
import dev.winnow.catalog.InvalidValue;
import dev.winnow.random.RandomStream;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomBlockTest {
  private static final ImageShape IMAGE = new ImageShape(3, 9, 8);
  private static final String CONVOLUTION = "{\"kind\": \"convolution\", \"outChannels\": 6}";
  private static final String DENSE = "{\"kind\": \"dense\"}";

  @Test
  void a_list_that_spells_out_resnet_20_is_resnet_20() {
    ImageShape image = new ImageShape(3, 32, 32);
    List<LayerSpec> listed = ListedLayers.of(image, 10, resNet20());
    assertThat(listed).isEqualTo(new ResNet20().layers(image, 10, Choice.of("resnet-20")));
    assertThat(ParameterLayout.of(listed).prunableSize()).isEqualTo(270_896);
  }

  private static String resNet20() {
    StringBuilder list = new StringBuilder("[" + normalised(16, 1, "relu"));
    for (int channels : new int[] {16, 32, 64}) {
      for (int block = 0; block < 3; block++) {
        int stride = block == 0 && channels > 16 ? 2 : 1;
        list.append(",{\"kind\": \"residual\", \"layers\": [");
        list.append(normalised(channels, stride, "relu")).append(',');
        list.append(normalised(channels, 1, "identity")).append("]}");
      }
    }
    return list.append(",{\"kind\": \"average-pool\"}," + DENSE + "]").toString();
  }

  private static String normalised(int channels, int stride, String activation) {
    return """
    {"kind": "convolution", "outChannels": %d, "stride": %d, "activation": "identity"},
    {"kind": "batch-norm", "activation": "%s"}
    """
        .formatted(channels, stride, activation);
  }

  @Test
  void a_block_adds_what_it_reads_or_a_projection_of_it_and_rectifies_the_sum() {
    assertThat(layers(CONVOLUTION, block(CONVOLUTION), block(strided(7, 2)), DENSE))
        .containsExactly(
            new LayerSpec.Convolution("conv1", 3, 6, 3, 9, 8, 1, Activation.RELU),
            new ResidualBlock(
                "block1",
                List.of(new LayerSpec.Convolution("conv2", 6, 6, 3, 9, 8, 1, Activation.IDENTITY)),
                List.of(),
                Activation.RELU),
            new ResidualBlock(
                "block2",
                List.of(new LayerSpec.Convolution("conv3", 6, 7, 3, 9, 8, 2, Activation.IDENTITY)),
                List.of(
                    new LayerSpec.Convolution("shortcut1", 6, 7, 1, 9, 8, 2, Activation.IDENTITY),
                    new LayerSpec.BatchNorm("shortcut1-bn", 7, 5, 4, Activation.IDENTITY)),
                Activation.RELU),
            new LayerSpec.Dense("fc1", 7 * 5 * 4, 4, Activation.IDENTITY));
  }

  @Test
  void whatever_strides_its_convolutions_have_a_shortcut_leads_past_them() {
    RandomStream random = RandomStream.of(1, "strides");
    for (int n = 0; n < 500; n++) {
      ImageShape image = new ImageShape(1, 1 + random.nextInt(40), 1 + random.nextInt(40));
      String branch =
          IntStream.rangeClosed(0, random.nextInt(4))
              .mapToObj(i -> strided(3, 1 + random.nextInt(4)))
              .collect(Collectors.joining(","));
      ResidualBlock block =
          (ResidualBlock) ListedLayers.of(image, 4, list(CONVOLUTION, block(branch), DENSE)).get(1);
      LayerSpec.Convolution last = last(block.branch());
      LayerSpec.Convolution past = (LayerSpec.Convolution) block.shortcut().get(0);
      assertThat(List.of(past.outChannels(), past.outHeight(), past.outWidth()))
          .as("%s of %s", block, image)
          .containsExactly(last.outChannels(), last.outHeight(), last.outWidth());
    }
  }

  private static LayerSpec.Convolution last(List<LayerSpec> branch) {
    return (LayerSpec.Convolution) branch.get(branch.size() - 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "{'kind': 'max-pool'}||makes 4 × 4 of maps of 9 × 8 pixels",
        "{'kind': 'residual', 'layers': []}|/layers/0/kind|holds no layer of kind \"residual\"",
        "{'kind': 'average-pool'}|/layers/0/kind|holds no layer of kind \"average-pool\"",
        "{'kind': 'dense', 'outputs': 6}|/layers/0/kind|holds no layer of kind \"dense\"",
        "{'kind': 'convolve'}|/layers/0/kind|no kind of layer \"convolve\"",
        "{'kind': 'batch-norm'}, {'kind': 'convolution'}|/layers/1/outChannels|is missing",
        "{'kind': 'batch-norm', 'stride': 2}|/layers/0/stride|has no field \"stride\"",
        "7|/layers/0|This is no layer",
        "|/layers|no list of a block's layers"
      })
  void what_does_not_fit_in_a_block_says_where_why_and_what_helps(
      String branch, String place, String reason) {
    String inside = branch == null ? "" : branch.replace('\'', '"');
    assertInvalid(
        "/layers/1" + (place == null ? "" : place), reason, CONVOLUTION, block(inside), DENSE);
  }

  @Test
  void a_block_stands_on_maps() {
    assertInvalid("/layers/0", "block1 has no layer before it", block(CONVOLUTION), DENSE);
    String wide = "{\"kind\": \"dense\", \"outputs\": 20}";
    assertInvalid("/layers/1", "block1 needs maps, but a dense", wide, block(CONVOLUTION), DENSE);
    assertInvalid("/layers/1/kind", "must be dense, is residual", CONVOLUTION, block(CONVOLUTION));
    assertInvalid("/layers/1/layers", "is missing", CONVOLUTION, "{\"kind\": \"residual\"}", DENSE);
    String many = String.join(",", Collections.nCopies(21, CONVOLUTION));
    assertInvalid("/layers/1/layers", "no list of a block's", CONVOLUTION, block(many), DENSE);
  }

  private static void assertInvalid(String place, String reason, String... layers) {
    InvalidValue invalid = catchThrowableOfType(InvalidValue.class, () -> layers(layers));
    assertThat(invalid.place()).hasToString(place);
    assertThat(invalid.reason()).contains(reason);
    assertThat(invalid.remedy()).isNotBlank();
  }

  private static List<LayerSpec> layers(String... layers) {
    return ListedLayers.of(IMAGE, 4, list(layers));
  }

  private static String list(String... layers) {
    return "[" + String.join(",", layers) + "]";
  }

  private static String block(String branch) {
    return "{\"kind\": \"residual\", \"layers\": [" + branch + "]}";
  }

  private static String strided(int channels, int stride) {
    return "{\"kind\": \"convolution\", \"outChannels\": %d, \"stride\": %d}"
        .formatted(channels, stride);
  }
}
