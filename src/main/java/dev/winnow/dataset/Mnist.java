package dev.winnow.dataset;

import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Handwritten digits (LeCun, Bottou, Bengio and Haffner, "Gradient-based learning applied to
 * document recognition", 1998) from the four published IDX files.
 */
@Component
final class Mnist implements IdxDataset {
  /** In the order that {@link IdxDataset} expects. */
  static final List<PublishedFile> PUBLISHED =
      List.of(
          new PublishedFile(
              "train-images-idx3-ubyte.gz",
              9_912_422,
              "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609"),
          new PublishedFile(
              "train-labels-idx1-ubyte.gz",
              28_881,
              "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c"),
          new PublishedFile(
              "t10k-images-idx3-ubyte.gz",
              1_648_877,
              "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6"),
          new PublishedFile(
              "t10k-labels-idx1-ubyte.gz",
              4_542,
              "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6"));

  private final PublishedFiles files;

  Mnist(DatasetProperties properties) {
    files =
        new PublishedFiles(
            properties.dataDir().resolve("mnist"),
            PUBLISHED,
            properties
                .download()
                .of(
                    name(),
                    "https://ossci-datasets.s3.amazonaws.com/mnist/",
                    "https://storage.googleapis.com/cvdf-datasets/mnist/"));
  }

  @Override
  public PublishedFiles files() {
    return files;
  }

  @Override
  public String name() {
    return "mnist";
  }

  @Override
  public String summary() {
    return "Handwritten digits, grey, 28×28 pixels";
  }

  @Override
  public double mean(int channel) {
    return 0.1307;
  }

  @Override
  public double standardDeviation(int channel) {
    return 0.3081;
  }
}
