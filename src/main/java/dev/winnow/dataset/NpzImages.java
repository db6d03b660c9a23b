package dev.winnow.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Images in a file of NumPy's {@code savez}: arrays {@code x_train} and {@code x_test} of unsigned
 * bytes, [examples, height, width] or [examples, height, width, channels], and {@code y_train} and
 * {@code y_test} of whole numbers from 0, [examples].
 */
final class NpzImages {
  private static final int MOST_CLASSES = 128;

  private final Path path;

  NpzImages(Path path) {
    this.path = path;
  }

  /** As {@link Dataset#source}. */
  String source() {
    try {
      return Checksum.of(path);
    } catch (IOException e) {
      throw new DatasetUnavailable(path + " cannot be read: " + e, e);
    }
  }

  /** As {@link Dataset#read}. */
  Images read() {
    try (ZipFile file = new ZipFile(path.toFile())) {
      Samples training = samples(file, "train");
      Samples test = samples(file, "test");
      if (!training.shape().equals(test.shape())) {
        throw new DatasetUnavailable(
            "%s: images of x_train are %s, those of x_test %s"
                .formatted(path, training.shape(), test.shape()));
      }
      return Images.of(training, test);
    } catch (IOException | ArithmeticException e) {
      throw new DatasetUnavailable(path + " cannot be read: " + e.getMessage(), e);
    }
  }

  private Samples samples(ZipFile file, String part) throws IOException {
    NpyArray images = array(file, "x_" + part);
    NpyArray labels = array(file, "y_" + part);
    List<Integer> sizes = images.shape();
    boolean colours = sizes.size() == 4;
    if (!images.type().equals("|u1") || (sizes.size() != 3 && !colours)) {
      throw new DatasetUnavailable(
          "%s: x_%s must be unsigned bytes [examples, height, width(, channels)], is %s %s"
              .formatted(path, part, images.type(), sizes));
    }
    if (!labels.shape().equals(List.of(sizes.get(0))) || sizes.get(0) == 0) {
      throw new DatasetUnavailable(
          "%s: y_%s must be [%d], one for each image and at least one, is %s"
              .formatted(path, part, sizes.get(0), labels.shape()));
    }
    Shape shape = new Shape(colours ? sizes.get(3) : 1, sizes.get(1), sizes.get(2));
    return new Samples(shape, sizes.get(0), byChannel(images.bytes(), shape), labels(labels, part));
  }

  private NpyArray array(ZipFile file, String name) throws IOException {
    ZipEntry entry = file.getEntry(name + ".npy");
    if (entry == null) {
      throw new DatasetUnavailable(path + " lacks the array " + name);
    }
    try (InputStream in = file.getInputStream(entry)) {
      return NpyArray.read(in);
    } catch (IOException e) {
      throw new DatasetUnavailable("%s: %s: %s".formatted(path, name, e.getMessage()), e);
    }
  }

  /** From channels last to channels first. */
  private static ByteBuffer byChannel(ByteBuffer pixels, Shape shape) {
    if (shape.channels() == 1) {
      return pixels;
    }
    int area = shape.height() * shape.width();
    ByteBuffer ordered = ByteBuffer.allocate(pixels.capacity());
    for (int i = 0; i < pixels.capacity(); i++) {
      int image = i / shape.size() * shape.size();
      int pixel = i % shape.size() / shape.channels();
      ordered.put(image + i % shape.channels() * area + pixel, pixels.get(i));
    }
    return ordered;
  }

  private ByteBuffer labels(NpyArray labels, String part) {
    ByteBuffer bytes = ByteBuffer.allocate(labels.size());
    for (int i = 0; i < labels.size(); i++) {
      long label = labels.number(i);
      if (label < 0 || label >= MOST_CLASSES) {
        throw new DatasetUnavailable(
            "%s: label %d of y_%s must be from 0 to %d, is %d"
                .formatted(path, i, part, MOST_CLASSES - 1, label));
      }
      bytes.put(i, (byte) label);
    }
    return bytes;
  }
}
