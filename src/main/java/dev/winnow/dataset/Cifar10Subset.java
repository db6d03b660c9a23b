package dev.winnow.dataset;

import java.nio.file.Files;
import org.springframework.stereotype.Component;

/**
 * A fifth of CIFAR-10, for quick trials: the first 2,000 images of each of its files. It is a data
 * set of its own, so that its results are never taken for CIFAR-10's. Read from an archive in the
 * folder {@code cifar10-subset} where there is one, which may hold other images and its checksum is
 * recorded with results; else from the published archive.
 */
@Component
final class Cifar10Subset implements Dataset {
  private static final int EACH = 2_000;

  private final PublishedFiles own;
  private final Cifar10 all;

  Cifar10Subset(DatasetProperties properties, Cifar10 all) {
    this.own =
        new PublishedFiles(
            properties.dataDir().resolve("cifar10-subset"),
            Cifar10.PUBLISHED,
            properties.download().of(name()));
    this.all = all;
  }

  @Override
  public String name() {
    return "cifar-10-subset";
  }

  @Override
  public String summary() {
    return "A fifth of CIFAR-10, for quick trials; its accuracies are not those of CIFAR-10";
  }

  @Override
  public Shape shape() {
    return all.shape();
  }

  @Override
  public int classes() {
    return all.classes();
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
    return all.mean(channel);
  }

  @Override
  public double standardDeviation(int channel) {
    return all.standardDeviation(channel);
  }

  @Override
  public String source() {
    return files().checksum();
  }

  @Override
  public Images read() {
    return new CifarArchive(files().path(0), EACH, false).read();
  }

  private PublishedFiles files() {
    if (Files.exists(own.path(0))) {
      return own;
    }
    all.files().fetchMissing();
    return all.files();
  }
}
