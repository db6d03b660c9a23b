package dev.winnow.dataset;

import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Small colour photographs (Krizhevsky, "Learning multiple layers of features from tiny images",
 * 2009) from the published archive of the binary version.
 */
@Component
final class Cifar10 implements Dataset, Fetched {
  static final List<PublishedFile> PUBLISHED =
      List.of(
          new PublishedFile(
              "cifar-10-binary.tar.gz",
              170_052_171,
              "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd"));

  private static final int EACH = 10_000;
  private static final double[] MEANS = {0.4914, 0.4822, 0.4465};
  private static final double[] DEVIATIONS = {0.2470, 0.2435, 0.2616};

  private final PublishedFiles files;

  Cifar10(DatasetProperties properties) {
    files =
        new PublishedFiles(
            properties.dataDir().resolve("cifar10"),
            PUBLISHED,
            properties.download().of(name(), "https://www.cs.toronto.edu/~kriz/"));
  }

  @Override
  public PublishedFiles files() {
    return files;
  }

  @Override
  public String name() {
    return "cifar-10";
  }

  @Override
  public String summary() {
    return "Photographs of ten kinds of things, colour, 32×32 pixels";
  }

  @Override
  public Shape shape() {
    return CifarArchive.SHAPE;
  }

  @Override
  public int classes() {
    return CifarArchive.CLASSES;
  }

  @Override
  public int trainingExamples() {
    return CifarArchive.TRAINING_FILES * EACH;
  }

  @Override
  public int testExamples() {
    return EACH;
  }

  @Override
  public double mean(int channel) {
    return MEANS[channel];
  }

  @Override
  public double standardDeviation(int channel) {
    return DEVIATIONS[channel];
  }

  @Override
  public String source() {
    files.fetchMissing();
    return files.checksum();
  }

  @Override
  public Images read() {
    files.fetchMissing();
    files.reportDifferences();
    return new CifarArchive(files.path(0), EACH, true).read();
  }
}
