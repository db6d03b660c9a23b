package dev.winnow.dataset;

import dev.winnow.checksum.Sha256;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Images in folders {@code training/CLASS/} and {@code test/CLASS/}: PNG, JPEG, BMP or GIF, all of
 * one size. Classes are numbered in the order of their names, examples stand in that of theirs. If
 * the first image is grey, all are read as grey; else as red, green and blue.
 */
final class ImageFolder {
  private static final int MOST_CLASSES = 128;
  private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg", ".bmp", ".gif");

  private record Example(Path file, int label) {}

  private final Path folder;

  ImageFolder(Path folder) {
    this.folder = folder;
  }

  /** As {@link Dataset#source}. */
  String source() {
    Sha256 sum = new Sha256();
    for (Example example : both()) {
      try {
        String name = folder.relativize(example.file).toString() + "\n";
        sum.add(ByteBuffer.wrap(name.getBytes(StandardCharsets.UTF_8)));
        sum.add(Checksum.of(example.file));
      } catch (IOException e) {
        throw new DatasetUnavailable(example.file + " cannot be read: " + e, e);
      }
    }
    return sum.hex();
  }

  private List<Example> both() {
    return Stream.concat(examples("training").stream(), examples("test").stream()).toList();
  }

  /** As {@link Dataset#read}. */
  Images read() {
    List<Example> training = examples("training");
    BufferedImage first = image(training.get(0).file);
    int channels = isGrey(first) ? 1 : 3;
    Shape shape = new Shape(channels, first.getHeight(), first.getWidth());
    return Images.of(samples(training, shape), samples(examples("test"), shape));
  }

  /** Classes are those of the training images. */
  private List<Example> examples(String part) {
    List<Path> classes = inside(folder.resolve("training"), Files::isDirectory);
    if (classes.size() < 2 || classes.size() > MOST_CLASSES) {
      throw new DatasetUnavailable(
          "%s must hold one folder for each of 2 to %d classes, holds %d"
              .formatted(folder.resolve("training"), MOST_CLASSES, classes.size()));
    }
    List<Path> names = classes.stream().map(Path::getFileName).toList();
    for (Path other : inside(folder.resolve(part), Files::isDirectory)) {
      if (!names.contains(other.getFileName())) {
        throw new DatasetUnavailable(other + " is no class of the training images");
      }
    }
    List<Example> examples = new ArrayList<>();
    for (int label = 0; label < classes.size(); label++) {
      Path some = folder.resolve(part).resolve(classes.get(label).getFileName());
      // A class may have no test images.
      List<Path> files = Files.isDirectory(some) ? inside(some, ImageFolder::isImage) : List.of();
      for (Path file : files) {
        examples.add(new Example(file, label));
      }
    }
    if (examples.isEmpty()) {
      throw new DatasetUnavailable(folder.resolve(part) + " holds no images");
    }
    return examples;
  }

  private interface Choice {
    boolean takes(Path path);
  }

  private static List<Path> inside(Path folder, Choice choice) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(choice::takes).sorted().toList();
    } catch (IOException e) {
      throw new DatasetUnavailable(folder + " cannot be read: " + e, e);
    }
  }

  private static boolean isImage(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith);
  }

  private static BufferedImage image(Path file) {
    try {
      BufferedImage image = ImageIO.read(file.toFile());
      if (image == null) {
        throw new DatasetUnavailable(file + " is no image that can be read");
      }
      return image;
    } catch (IOException e) {
      throw new DatasetUnavailable(file + " cannot be read: " + e, e);
    }
  }

  private static boolean isGrey(BufferedImage image) {
    return image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
  }

  private static Samples samples(List<Example> examples, Shape shape) {
    ByteBuffer pixels = ByteBuffer.allocate(Math.multiplyExact(examples.size(), shape.size()));
    ByteBuffer labels = ByteBuffer.allocate(examples.size());
    for (int i = 0; i < examples.size(); i++) {
      Example example = examples.get(i);
      BufferedImage image = image(example.file);
      if (image.getHeight() != shape.height() || image.getWidth() != shape.width()) {
        throw new DatasetUnavailable(
            "%s must be %d × %d pixels as the first image is, is %d × %d"
                .formatted(
                    example.file,
                    shape.height(),
                    shape.width(),
                    image.getHeight(),
                    image.getWidth()));
      }
      copy(image, shape, pixels, i * shape.size());
      labels.put(i, (byte) example.label);
    }
    return new Samples(shape, examples.size(), pixels, labels);
  }

  private static void copy(BufferedImage image, Shape shape, ByteBuffer pixels, int begin) {
    int area = shape.height() * shape.width();
    boolean bytes = isGrey(image) && image.getSampleModel().getSampleSize(0) == 8;
    for (int pixel = 0; pixel < area; pixel++) {
      int x = pixel % shape.width();
      int y = pixel / shape.width();
      int colour = image.getRGB(x, y);
      for (int channel = 0; channel < shape.channels(); channel++) {
        // The stored level of a grey image: getRGB would change its gamma.
        int level =
            bytes ? image.getRaster().getSample(x, y, 0) : colour >> (16 - 8 * channel) & 0xFF;
        pixels.put(begin + channel * area + pixel, (byte) level);
      }
    }
  }
}
