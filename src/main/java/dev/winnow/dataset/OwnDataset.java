package dev.winnow.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A data set that the configuration names. What it says of itself is learned by reading it, the
 * first time that it is asked.
 */
final class OwnDataset implements Dataset {
  private record Facts(
      Shape shape,
      int classes,
      int training,
      int test,
      List<Double> means,
      List<Double> deviations) {}

  private final String name;
  private final Path path;
  private final Supplier<Images> reader;
  private final Supplier<String> source;
  private Optional<Facts> facts = Optional.empty();

  private OwnDataset(String name, Path path, Supplier<Images> reader, Supplier<String> source) {
    this.name = name;
    this.path = path;
    this.reader = reader;
    this.source = source;
  }

  /**
   * @throws IllegalArgumentException if the name is none or the path neither a folder nor a file
   *     {@code *.npz}; the message names the property
   */
  static OwnDataset of(String name, Path path) {
    String property = "winnow.datasets." + name;
    if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          property + ": a name has lower-case words and digits joined by hyphens");
    }
    if (path == null) {
      throw new IllegalArgumentException(property + ".path must be given");
    }
    if (Files.isDirectory(path)) {
      ImageFolder folder = new ImageFolder(path);
      return new OwnDataset(name, path, folder::read, folder::source);
    }
    if (path.toString().endsWith(".npz") && Files.isRegularFile(path)) {
      NpzImages file = new NpzImages(path);
      return new OwnDataset(name, path, file::read, file::source);
    }
    throw new IllegalArgumentException(
        "%s.path must be a folder or a file *.npz, is %s".formatted(property, path));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String summary() {
    return "This server's own, from " + path.getFileName();
  }

  @Override
  public Shape shape() {
    return facts().shape;
  }

  @Override
  public int classes() {
    return facts().classes;
  }

  @Override
  public int trainingExamples() {
    return facts().training;
  }

  @Override
  public int testExamples() {
    return facts().test;
  }

  @Override
  public double mean(int channel) {
    return facts().means.get(channel);
  }

  @Override
  public double standardDeviation(int channel) {
    return facts().deviations.get(channel);
  }

  @Override
  public String source() {
    return source.get();
  }

  @Override
  public Images read() {
    return reader.get();
  }

  private synchronized Facts facts() {
    if (facts.isEmpty()) {
      facts = Optional.of(factsOf(read()));
    }
    return facts.get();
  }

  private static Facts factsOf(Images images) {
    Samples training = images.training();
    int channels = training.shape().channels();
    List<Double> means = new ArrayList<>();
    List<Double> deviations = new ArrayList<>();
    for (int channel = 0; channel < channels; channel++) {
      long[] counts = counts(training, channel);
      double sum = 0;
      double squares = 0;
      long pixels = 0;
      for (int value = 0; value < counts.length; value++) {
        sum += counts[value] * (value / 255.0);
        squares += counts[value] * (value / 255.0) * (value / 255.0);
        pixels += counts[value];
      }
      double mean = sum / pixels;
      means.add(mean);
      double variance = Math.max(0, squares / pixels - mean * mean);
      // A channel of one colour is left as it is.
      deviations.add(variance == 0 ? 1 : Math.sqrt(variance));
    }
    int classes = 2;
    for (Samples part : new Samples[] {training, images.test()}) {
      for (int example = 0; example < part.size(); example++) {
        classes = Math.max(classes, 1 + part.label(example));
      }
    }
    return new Facts(
        training.shape(), classes, training.size(), images.test().size(), means, deviations);
  }

  private static long[] counts(Samples samples, int channel) {
    int area = samples.shape().height() * samples.shape().width();
    long[] counts = new long[256];
    for (int example = 0; example < samples.size(); example++) {
      int begin = example * samples.shape().size() + channel * area;
      for (int i = begin; i < begin + area; i++) {
        counts[samples.pixels().get(i) & 0xFF]++;
      }
    }
    return counts;
  }
}
