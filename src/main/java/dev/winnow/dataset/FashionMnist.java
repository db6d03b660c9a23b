package dev.winnow.dataset;

import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Photographs of clothes (Xiao, Rasul and Vollgraf, "Fashion-MNIST: a novel image dataset for
 * benchmarking machine learning algorithms", 2017) from the four published IDX files.
 */
@Component
final class FashionMnist implements IdxDataset {
  /** In the order that {@link IdxDataset} expects. */
  static final List<PublishedFile> PUBLISHED =
      List.of(
          new PublishedFile(
              "train-images-idx3-ubyte.gz",
              26_421_880,
              "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84"),
          new PublishedFile(
              "train-labels-idx1-ubyte.gz",
              29_515,
              "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845"),
          new PublishedFile(
              "t10k-images-idx3-ubyte.gz",
              4_422_102,
              "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073"),
          new PublishedFile(
              "t10k-labels-idx1-ubyte.gz",
              5_148,
              "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5"));

  private final PublishedFiles files;

  FashionMnist(DatasetProperties properties) {
    files =
        new PublishedFiles(
            properties.dataDir().resolve("fashion-mnist"),
            PUBLISHED,
            properties
                .download()
                .of(
                    name(),
                    "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/",
                    "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"));
  }

  @Override
  public PublishedFiles files() {
    return files;
  }

  @Override
  public String name() {
    return "fashion-mnist";
  }

  @Override
  public String summary() {
    return "Photographs of ten kinds of clothes, grey, 28×28 pixels";
  }

  @Override
  public double mean(int channel) {
    return 0.2860;
  }

  @Override
  public double standardDeviation(int channel) {
    return 0.3530;
  }
}
